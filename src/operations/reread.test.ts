import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { refold } from "../ledger/decisions/index.ts";
import { proposer } from "../ledger/decisions/propose.ts";
import { alignmentOf, keepDocument, type Ledger, readingsOf } from "../ledger/index.ts";
import { article } from "../ledger/testing.ts";
import type { Reading, Statement } from "../model/index.ts";
import { encoded, readCapture } from "../pipeline.ts";
import { decide } from "./decisions/decide.ts";
import { listDecisions } from "./decisions/list.ts";
import { evaluate } from "./evaluate/index.ts";
import { goldOf } from "./gold.ts";
import { freshen, openToAdd } from "./ledger.ts";
import { rereadLedger } from "./reread.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-reread-"));
let ledger: Ledger;
beforeAll(async () => {
  ledger = await openToAdd(join(folder, "ledger"));
  for (let n = 0; n < 3; n += 1) {
    const origin = { uri: `a${n}.txt`, language: "fr", published: "2031-05-04", captured: "2031-05-05T06:00:00Z" };
    const capture = captureBytes(new TextEncoder().encode(article(n)), origin);
    await keepDocument(ledger, capture, encoded(readCapture(capture)));
  }
  await freshen(ledger);
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = async (): Promise<Reading> => {
  const reading = (await readingsOf(ledger)).find(({ document }) => document.uri === "a0.txt");
  if (reading === undefined) throw new Error("the article is gone");
  return reading;
};

/** What another engine could have read: other ids, other ends, and one statement it does not find. */
function otherEngine(reading: Reading, missed: string): Reading {
  const id = (one: string): string => `s:other${one.slice(2, 13)}`;
  const statements = reading.statements
    .filter((one) => one.id !== missed)
    .map((one): Statement => {
      const content = one.content.map(({ start, end, text }) => ({ start: start + 2, end, text: text.slice(2) }));
      return { ...one, id: id(one.id), content, parent: one.parent === null ? null : id(one.parent) };
    });
  return {
    ...reading,
    statements,
    propositions: reading.propositions
      .filter(({ statement }) => statement !== missed)
      .map((one) => ({ ...one, statement: one.statement === null ? null : id(one.statement) })),
    figures: reading.figures.map((one) => ({ ...one, statement: null })),
    engine: { ...reading.engine, version: "9.9.9" },
  };
}

test("another engine with other ids and spans loses no decision; what it no longer finds is a visible orphan", async () => {
  const machine = await first();
  const [kept, lost, gone] = machine.statements;
  if (!kept || !lost || !gone) throw new Error("too few statements");
  const by = { author: "ada" };
  const { text, id: document } = machine.document;
  await decide(
    ledger,
    { kind: "correct-statement", statement: kept.id, changes: { act: "warn", speaker: "Jeanne Morel" } },
    by,
  );
  await decide(ledger, { kind: "correct-statement", statement: lost.id, changes: { act: "praise" } }, by);
  await decide(ledger, { kind: "delete-statement", statement: gone.id }, by);
  const at = text.indexOf("Le pont");
  await decide(
    ledger,
    { kind: "add-statement", document, content: [{ start: at, end: at + 20 }], speaker: "Odile Brun" },
    by,
  );
  await freshen(ledger);
  const { claims } = await alignmentOf(ledger);
  const [a, b] = claims.filter(({ positions }) => positions.some((one) => one.document === document));
  if (!a || !b) throw new Error("too few claims");
  await decide(ledger, { kind: "merge-claims", claims: [a.id, b.id] }, by);
  await freshen(ledger);
  expect((await listDecisions(ledger, { orphans: true })).length).toBe(0);

  await refold(ledger, document, await proposer(), otherEngine(machine, lost.id));
  await freshen(ledger);
  const reread = await first();
  expect(reread.engine.version).toBe("9.9.9");
  const found = reread.statements.find(({ decided }) => decided?.fields?.act !== undefined);
  expect(found).toMatchObject({ act: "warn", speaker: { name: "Jeanne Morel" }, decided: { by: "ada" } });
  expect(found?.id).not.toBe(kept.id);
  expect(reread.statements.some(({ content }) => content[0]?.text === gone.content[0]?.text.slice(2))).toBe(false);
  expect(reread.statements.some(({ decided }) => decided?.fields?.added !== undefined)).toBe(true);
  const orphans = await listDecisions(ledger, { orphans: true });
  expect(orphans.map(({ orphan, body }) => [body.kind, orphan])).toEqual([["correct-statement", "statement"]]);
  const merged = (await alignmentOf(ledger)).claims.filter((claim) => claim.decided?.fields?.merged !== undefined);
  expect(merged.length).toBe(1);

  // Today's engine again: the orphan has its statement back, and nothing else moved.
  const events = [];
  for await (const event of rereadLedger(ledger)) events.push(event);
  expect(events.at(-1)).toEqual({ kind: "done", documents: 3, changed: 1, orphans: 0 });
  const back = await first();
  expect(back.statements.find(({ id }) => id === kept.id)).toMatchObject({
    act: "warn",
    speaker: { name: "Jeanne Morel" },
  });
  expect(back.statements.find(({ id }) => id === lost.id)).toMatchObject({ act: "praise" });
  expect(await listDecisions(ledger, { orphans: true })).toEqual([]);
});

test("a desk's corrections are gold: the reader is measured against them, and by what is shown it would be right", async () => {
  const gold = join(folder, "gold");
  const files = [];
  for await (const file of goldOf(ledger)) files.push(file);
  expect(files.length).toBe(1);
  for await (const { name } of goldOf(ledger, { checked: true })) throw new Error(`nobody checked ${name}`);
  const { mkdirSync } = await import("node:fs");
  mkdirSync(gold);
  for (const { name, text, gold: made } of files) {
    writeFileSync(join(gold, `${name}.txt`), text);
    writeFileSync(join(gold, `${name}.json`), JSON.stringify(made));
  }
  const { statements, refused } = await evaluate(gold, [gold], { language: "fr", published: "2031-05-04" });
  expect(refused).toEqual([]);
  const reading = await first();
  const machine = readCapture(
    captureBytes(new TextEncoder().encode(article(0)), { uri: "a0.txt", language: "fr", published: "2031-05-04" }),
  );
  // One was deleted, one added, one has another speaker and act, one another act.
  expect(statements?.all).toMatchObject({ gold: reading.statements.length, found: machine.statements.length });
  const both = reading.statements.filter(({ id }) => machine.statements.some((one) => one.id === id));
  expect(statements?.all.overlap.r).toBeCloseTo((100 * both.length) / reading.statements.length, 0);
  expect(statements?.all.overlap.p).toBeCloseTo((100 * both.length) / machine.statements.length, 0);
  const right = both.filter(({ id, act }) => machine.statements.find((one) => one.id === id)?.act === act);
  expect(statements?.all.act).toBeCloseTo((100 * right.length) / both.length, 0);
});
