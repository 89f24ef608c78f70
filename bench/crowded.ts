import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alignLedger, keepDocument, openLedger } from "../src/ledger/index.ts";
import { alignmentOf } from "../src/ledger/views.ts";
import { relatePart } from "../src/pipeline.ts";
import { crowd } from "./crowd.ts";
import { readGenerated } from "./truth.ts";

/**
 * What adding a document costs to one story of very many: `node bench/crowded.ts [SIZE …]` (default 250 1000 5000). The
 * documents are kept and aligned at once, then twenty more are added one by one: processor time without their reading.
 */
const sizes = process.argv.slice(2).map(Number);
const probes = 20;

for (const size of sizes.length > 0 ? sizes : [250, 1000, 5000]) {
  const folder = mkdtempSync(join(tmpdir(), "selon-crowded-"));
  try {
    const documents = crowd(size + probes, 20310504).map(readGenerated);
    const ledger = await openLedger(join(folder, "ledger"), "write");
    for (const { capture, reading } of documents.slice(0, size)) await keepDocument(ledger, capture, reading);
    const begin = spent();
    await alignLedger(ledger, relatePart);
    const all = spent() - begin;
    const times: number[] = [];
    for (const { capture, reading } of documents.slice(size)) {
      const before = spent();
      await keepDocument(ledger, capture, reading);
      await alignLedger(ledger, relatePart);
      times.push(spent() - before);
    }
    const { stories, claims } = await alignmentOf(ledger);
    await ledger.close();
    const most = Math.max(0, ...claims.map(({ positions }) => positions.length));
    times.sort((a, b) => a - b);
    console.log(
      `${size} documents: aligned in ${all.toFixed(0)} ms; adding one: median ${times[probes / 2]?.toFixed(0)} ms, worst ${times.at(-1)?.toFixed(0)} ms; ${stories.length} stories, the largest of ${Math.max(...stories.map(({ documents: own }) => own.length))}; ${claims.length} claims, the largest of ${most} positions`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor milliseconds so far; the machine may be busy with other things. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
