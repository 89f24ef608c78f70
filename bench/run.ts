import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { refreshReadme } from "../scripts/figures.ts";
import { lineOf, readingSpeeds } from "./reading.ts";
import type { Results, Wait } from "./results.ts";

/**
 * What a person waits for at a shell, on a ledger of the example articles: medians of several runs of the real program.
 * `npm run bench`, or `node bench/run.ts [--runs 9]`. Writes `bench/results.json`, and its figures into the
 * README. Ends with 1 where a limit is not kept.
 */
const root = resolve(import.meta.dirname, "..");
const program = join(root, "bin/selon");
const { values } = parseArgs({ options: { runs: { type: "string", default: "9" } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`bench: --runs takes a number from 1, not ${values.runs}`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "selon-bench-"));

type Measure = { readonly name: string; readonly args: readonly string[]; readonly limit: number | null };
const measures: readonly Measure[] = [
  { name: "start: `selon --version`", args: ["--version"], limit: null },
  { name: "open and list: `selon claims`", args: ["claims"], limit: 300 },
  { name: "as a table: `selon claims --contested`", args: ["claims", "--contested", "--format", "table"], limit: 300 },
  { name: "open and list: `selon documents`", args: ["documents"], limit: 300 },
  {
    name: "read one article: `selon read`",
    args: ["read", join(root, "examples/port-aubry/01-depeche-agence-boreale.html")],
    limit: null,
  },
  { name: "the dossier: `selon report`", args: ["report", "-o", join(folder, "dossier.html")], limit: null },
];

try {
  const load = Math.round(10 * (loadavg()[0] ?? 0)) / 10;
  time(["add", join(root, "examples/port-aubry")]);
  const reading = readingSpeeds();
  for (const speed of reading) console.log(lineOf(speed));
  const waits = measures.map(waited);
  const machine = `${cpus().length} threads of ${cpus()[0]?.model.trim() ?? "an unknown processor"}`;
  const date = new Date().toISOString().slice(0, 10);
  const results: Results = { date, machine, load, node: process.version, reading, waits };
  writeFileSync(join(import.meta.dirname, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  refreshReadme();
  process.exitCode = waits.every(isKept) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function waited({ name, args, limit }: Measure): Wait {
  time(args);
  const times = Array.from({ length: runs }, () => Math.round(time(args))).sort((a, b) => a - b);
  const wait = { what: name, median: times[times.length >> 1] ?? 0, worst: times.at(-1) ?? 0, limit };
  const verdict = limit === null ? "" : `  ${isKept(wait) ? "" : "NOT "}under ${limit}`;
  console.log(`${name}: median ${wait.median} ms, worst ${wait.worst} ms${verdict}`);
  return wait;
}

function isKept({ median, limit }: Wait): boolean {
  return limit === null || median < limit;
}

function time(args: readonly string[]): number {
  const begin = performance.now();
  const ran = spawnSync(program, [...args], { cwd: folder, stdio: "ignore" });
  if (ran.status !== 0) throw new Error(`selon ${args.join(" ")} ended with ${ran.status}`);
  return performance.now() - begin;
}
