import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLedger } from "../../ledger/ledger.ts";
import { article, captureOf } from "../../ledger/testing.ts";
import type { Capture } from "../../model/index.ts";
import { addInputs } from "../add.ts";
import { listClaims } from "../claims.ts";
import { inThisThread } from "./reader.ts";
import { inThreads, whenMany } from "./threads.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-reader-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("threads read and relate as this one does, and what can't be read fails alone", async () => {
  const threads = inThreads(2);
  try {
    const captures = [0, 1, 2, 3].map(captureOf);
    const read = Promise.all(captures.map((capture) => threads.read(capture)));
    const broken = threads.read({} as Capture);
    await expect(broken).rejects.toThrow();
    const readings = await Promise.all(captures.map((capture) => inThisThread.read(capture)));
    expect(await read).toEqual(readings);
    expect(await threads.relate(readings)).toEqual(await inThisThread.relate(readings));
  } finally {
    await threads.close();
  }
});

test("threads that are ended fail what they were at, and others are begun for what comes after", async () => {
  const threads = inThreads(1);
  const one = threads.read(captureOf(0));
  const told = expect(one).rejects.toThrow("has ended");
  const closing = threads.close();
  const other = threads.read(captureOf(2));
  await closing;
  await told;
  expect((await other).document.uri).toBe(captureOf(2).document.uri);
  expect((await threads.read(captureOf(1))).document.uri).toBe(captureOf(1).document.uri);
  await threads.close();
});

test("many files added with threads are kept in their order, as without", async () => {
  const paths = Array.from({ length: 9 }, (_, n) => join(folder, `${n}.txt`));
  for (const [n, path] of paths.entries()) writeFileSync(path, n === 7 ? article(1) : article(n));
  paths.splice(4, 0, join(folder, "none.txt"));
  const told: unknown[] = [];
  const claims: unknown[] = [];
  for (const reader of [inThisThread, whenMany(inThreads(3), 2)]) {
    const ledger = await openLedger(join(folder, `ledger-${told.length}`), "write");
    const events: unknown[] = [];
    for await (const event of addInputs(ledger, paths, { reader, published: "2031-05-04" })) events.push(event);
    told.push(events);
    claims.push(await listClaims(ledger));
    await reader.close();
    await ledger.close();
  }
  expect(told[1]).toEqual(told[0]);
  expect(claims[1]).toEqual(claims[0]);
  expect((told[0] as { kind: string }[]).map(({ kind }) => kind)).toEqual([
    ...Array(4).fill("kept"),
    "failed",
    ...Array(3).fill("kept"),
    "known",
    "kept",
    "aligned",
  ]);
});
