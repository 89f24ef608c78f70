import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { crowd } from "../../bench/crowd.ts";
import { randomNumbers } from "../../bench/generated.ts";
import { agreement, pairsOfClaims, pairsOfStories, readGenerated } from "../../bench/truth.ts";
import { alignLedger, keepDocument, openLedger, realignLedger } from "../../src/ledger/index.ts";
import { alignmentOf } from "../../src/ledger/views.ts";
import type { Alignment } from "../../src/model/index.ts";
import { relatePart } from "../../src/pipeline.ts";

// One story of many, which takes in what is added instead of being made again.

const folder = mkdtempSync(join(tmpdir(), "selon-growing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = crowd(420, 20310504).map(readGenerated);
const most = 30;

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const positionsIn = ({ claims }: Alignment): string[] =>
  claims
    .flatMap(({ positions }) =>
      positions.map(
        ({ document, statement, evidence, position }) => `${document} ${statement} ${evidence.start} ${position}`,
      ),
    )
    .sort();

describe("a story too large to be made again", () => {
  test.each([1, 2, 4])("grows in order %i to what aligning afresh makes of it", { timeout: 120_000 }, async (seed) => {
    const random = randomNumbers(seed);
    const order = read.slice(0, 90).map((one) => ({ one, at: random() }));
    order.sort((a, b) => a.at - b.at);
    const ledger = await openLedger(join(folder, `order-${seed}`), "write");
    try {
      for (const [index, { one }] of order.entries()) {
        await keepDocument(ledger, one.capture, one.reading);
        if (index >= most) await alignLedger(ledger, relatePart, most);
      }
      const grown = await alignmentOf(ledger);
      const { db } = ledger;
      for (const { id, positions, origins } of grown.claims) {
        const rows = await db.selectFrom("positions").select("place").where("claim", "=", id).execute();
        expect(rows.length).toBe(positions.length);
        expect(origins.affirm.lower).toBeLessThanOrEqual(origins.affirm.upper);
        const affirmed = new Set(
          positions.flatMap(({ position, statement }) => (position === "affirm" ? [statement] : [])),
        );
        const grouped = new Set(origins.affirm.groups.flatMap(({ members }) => members));
        expect([...affirmed].filter((statement) => !grouped.has(statement))).toEqual([]);
      }
      for (const { id, documents, claims } of grown.stories) {
        const rows = await db.selectFrom("story_documents").select("document").where("story", "=", id).execute();
        expect(rows.length).toBe(documents.length);
        const own = await db.selectFrom("claims").select("id").where("story", "=", id).execute();
        expect([...claims].sort()).toEqual(own.map((row) => row.id).sort());
      }
      await realignLedger(ledger, relatePart);
      const afresh = await alignmentOf(ledger);
      expect(positionsIn(grown)).toEqual(positionsIn(afresh));
      expect(agreement(pairsOfClaims(grown), pairsOfClaims(afresh))).toBeGreaterThanOrEqual(0.97);
      expect(agreement(pairsOfStories(grown), pairsOfStories(afresh))).toBeGreaterThanOrEqual(0.97);
    } finally {
      await ledger.close();
    }
  });

  test("takes one more at a cost that hardly grows with it", { timeout: 120_000 }, async () => {
    const cost = async (size: number): Promise<number> => {
      const ledger = await openLedger(join(folder, `size-${size}`), "write");
      try {
        for (const { capture, reading } of read.slice(0, size)) await keepDocument(ledger, capture, reading);
        await alignLedger(ledger, relatePart);
        const times: number[] = [];
        for (const { capture, reading } of read.slice(400, 409)) {
          const before = spent();
          await keepDocument(ledger, capture, reading);
          await alignLedger(ledger, relatePart, most);
          times.push(spent() - before);
        }
        return times.sort((a, b) => a - b)[4] ?? Number.NaN;
      } finally {
        await ledger.close();
      }
    };
    await cost(60);
    const [some, all] = [await cost(100), await cost(400)];
    expect(all).toBeLessThan(3 * Math.max(some, 20));
  });
});
