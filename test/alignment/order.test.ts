import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { generatedDocuments, randomNumbers } from "../../bench/generated.ts";
import { agreement, pairsOfClaims, pairsOfStories, readGenerated, storyTruth } from "../../bench/truth.ts";
import { alignLedger, keepDocument, openLedger, realignLedger } from "../../src/ledger/index.ts";
import { alignmentOf } from "../../src/ledger/views.ts";
import { relatePart } from "../../src/pipeline.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-order-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = generatedDocuments(120, 5);
const read = documents.map(readGenerated);

describe("adding one by one, in any order", () => {
  test.each([1, 2])("order %i agrees with aligning afresh on 97 of 100 pairs", { timeout: 120_000 }, async (seed) => {
    const random = randomNumbers(seed);
    const order = read.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
    const ledger = await openLedger(join(folder, `order-${seed}`), "write");
    try {
      for (const [index, { one }] of order.entries()) {
        await keepDocument(ledger, one.capture, one.reading);
        if (index > 9) await alignLedger(ledger, relatePart);
      }
      const added = await alignmentOf(ledger);
      await realignLedger(ledger, relatePart);
      const afresh = await alignmentOf(ledger);
      expect(agreement(pairsOfClaims(added), pairsOfClaims(afresh))).toBeGreaterThanOrEqual(0.97);
      expect(agreement(pairsOfStories(added), pairsOfStories(afresh))).toBeGreaterThanOrEqual(0.97);
      const truth = storyTruth(
        read.map(({ reading }) => reading.document.id),
        documents.map(({ story }) => story),
      );
      expect(agreement(pairsOfStories(added), truth)).toBeGreaterThanOrEqual(0.9);
    } finally {
      await ledger.close();
    }
  });
});
