import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readingLines } from "./reading.ts";

/**
 * What a person waits for at a shell, on a ledger of the example articles: medians of several runs of the real program.
 * `node bench/run.ts [RUNS]`; the last column says whether a limit is kept, and the program ends with 1 where one is not.
 */
const root = resolve(import.meta.dirname, "..");
const program = join(root, "bin/selon");
const runs = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), "selon-bench-"));

type Measure = { readonly name: string; readonly args: readonly string[]; readonly limit: number | null };
const measures: readonly Measure[] = [
  { name: "start: selon --version", args: ["--version"], limit: null },
  { name: "open and list: selon claims", args: ["claims"], limit: 300 },
  {
    name: "open and list: selon claims --contested, as a table",
    args: ["claims", "--contested", "--format", "table"],
    limit: 300,
  },
  { name: "open and list: selon documents", args: ["documents"], limit: 300 },
  {
    name: "read one article: selon read",
    args: ["read", join(root, "examples/port-aubry/01-depeche-agence-boreale.html")],
    limit: null,
  },
  { name: "dossier: selon report", args: ["report", "-o", join(folder, "dossier.html")], limit: null },
];

try {
  const added = time(["add", join(root, "examples/port-aubry")]);
  console.log(
    `${cpus().length} cores, ${process.version}; ledger of the example articles made in ${added.toFixed(0)} ms`,
  );
  for (const line of readingLines()) console.log(line);
  let kept = true;
  for (const { name, args, limit } of measures) {
    time(args);
    const times = Array.from({ length: runs }, () => time(args)).sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
    const verdict = limit === null ? "" : median < limit ? `  under ${limit}` : `  NOT under ${limit}`;
    if (limit !== null && median >= limit) kept = false;
    console.log(
      `${name.padEnd(56)} median ${median.toFixed(0).padStart(5)} ms  worst ${(times.at(-1) ?? 0).toFixed(0).padStart(5)} ms${verdict}`,
    );
  }
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function time(args: readonly string[]): number {
  const begin = performance.now();
  const ran = spawnSync(program, [...args], { cwd: folder, stdio: "ignore" });
  if (ran.status !== 0) throw new Error(`selon ${args.join(" ")} ended with ${ran.status}`);
  return performance.now() - begin;
}
