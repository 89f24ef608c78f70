/**
 * Quality, measured: runs every suite of this folder and writes `eval/scores.json`, so that a change of F is a line
 * in a diff, and puts the main ones into the README. `npm run eval` runs all, `npm run eval ud claims` those named. Data
 * that cannot be shipped (treebanks, PolNeAR, the gold files) is looked for in SELON_DATA (default `../shared`); a suite
 * without its data is skipped, says so, and keeps the scores of the last run that had it.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { refreshReadme } from "../scripts/figures.ts";
import type { Scores, Suite } from "./suite.ts";

const root = resolve(import.meta.dirname, "..");
const data = resolve(root, process.env.SELON_DATA ?? "../shared");
const target = resolve(import.meta.dirname, "scores.json");

/** In the order of the pipeline. Each module exports `suite`. */
const modules = [
  "ud",
  "entities",
  "speakers",
  "statements",
  "articles",
  "polnear",
  "claims",
  "traps",
  "answers",
  "events",
  "origins",
  "figures",
  "reuse",
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !modules.includes(name));
if (unknown.length > 0) {
  console.error(`eval: no suite ${unknown.join(", ")}; there are ${modules.join(", ")}`);
  process.exit(2);
}

const scores: Record<string, Scores> = existsSync(target) ? JSON.parse(readFileSync(target, "utf8")) : {};
for (const name of modules) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { suite } = (await import(`./${name}.ts`)) as { suite: Suite };
  const missing = suite.needs.filter((path) => !existsSync(resolve(data, path)));
  if (missing.length > 0) {
    console.error(
      `eval: ${name} SKIPPED, no data at ${missing.map((path) => resolve(data, path)).join(", ")} (set SELON_DATA)`,
    );
    continue;
  }
  const begin = performance.now();
  scores[name] = await suite.measure(data);
  console.log(`${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  print(scores[name], "  ");
}
writeFileSync(target, `${JSON.stringify(scores, null, 2)}\n`);
refreshReadme();

function print(value: Scores, indent: string): void {
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === "object" && entry !== null) {
      console.log(`${indent}${key}`);
      print(entry, `${indent}  `);
    } else console.log(`${indent}${key}: ${entry}`);
  }
}
