import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { insertAll, keepDocument } from "./keep.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { relatedTo } from "./related.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-related-"));
let ledger: Ledger;
const ids: string[] = [];

/** Keys that eighty documents have, and some that two of them have. */
const frequent = ["7 marche", "12 personn", "organization:prefecture"];
const rare = ["name:brecy", "person:auray del", "name:brecy&person:auray del"];

beforeAll(async () => {
  ledger = await openLedger(join(folder, "ledger"), "write");
  for (let number = 0; number < 80; number++) {
    const capture = captureBytes(new TextEncoder().encode(`Note ${number}.\n`), { uri: `${number}.txt` });
    const reading = readCapture(capture);
    await keepDocument(ledger, capture, reading);
    ids.push(reading.document.id);
  }
  ids.sort();
  await ledger.db.deleteFrom("document_keys").execute();
  const keysOf = (index: number): string[] => [...frequent, ...(index < 2 ? rare : index === 79 ? ["name:seul"] : [])];
  await insertAll(
    ledger.db,
    "document_keys",
    ids.flatMap((document, index) => keysOf(index).map((key) => ({ key, document }))),
  );
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

test("whoever shares a name hides those who share what very many have", async () => {
  expect(await relatedTo(ledger.db, ids[0] ?? "")).toEqual([ids[1]]);
});

test("whose names nobody shares is compared with some who share what very many have", async () => {
  expect(await relatedTo(ledger.db, ids[40] ?? "")).toHaveLength(24);
  expect(await relatedTo(ledger.db, ids[79] ?? "")).toHaveLength(24);
});
