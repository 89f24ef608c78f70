import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureBytes } from "../../src/capture/index.ts";
import { alignLedger, keepDocument, markPending, openLedger } from "../../src/ledger/index.ts";
import { alignmentOf } from "../../src/ledger/views.ts";
import { readCapture, relatePart } from "../../src/pipeline.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-again-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = join(import.meta.dirname, "../..");
// A day's affair, and several that share words.
const folders = ["examples/port-aubry", "test/events/nights", "test/events/call", "test/events/march"];

test("what is aligned again in part comes to the same", { timeout: 120_000 }, async () => {
  const ledger = await openLedger(folder, "write");
  try {
    const documents: string[] = [];
    const paths = folders.flatMap((from) => readdirSync(join(root, from)).map((name) => join(from, name)));
    for (const uri of paths.filter((path) => !path.endsWith(".json")).sort()) {
      const capture = captureBytes(readFileSync(join(root, uri)), { uri });
      await keepDocument(ledger, capture, readCapture(capture));
      documents.push(capture.document.id);
    }
    await alignLedger(ledger, relatePart);
    const before = await alignmentOf(ledger);
    for (const document of documents) {
      await ledger.db.transaction().execute((work) => markPending(ledger, work, [document]));
      await alignLedger(ledger, relatePart);
      expect(await alignmentOf(ledger), document).toEqual(before);
    }
  } finally {
    await ledger.close();
  }
});
