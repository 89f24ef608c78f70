import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeArticles } from "../src/ledger/testing.ts";

/** A ledger of many generated articles: adding, adding again, asking. `node bench/ledger.ts [ARTICLES]`. */
const program = resolve(import.meta.dirname, "../bin/selon");
const count = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), "selon-bench-"));

try {
  const articles = join(folder, "articles");
  mkdirSync(articles);
  writeArticles(articles, 0, count);
  const add = time(["add", "articles"]);
  const size = statSync(join(folder, ".selon/ledger.sqlite")).size;
  console.log(`add ${count} articles          ${add.toFixed(0)} ms, ${(count / (add / 1000)).toFixed(1)} a second`);
  console.log(`on the disk                ${(size / count / 1024).toFixed(1)} kB an article`);
  console.log(`add one more               ${time(["add", ...writeArticles(articles, count, 1)]).toFixed(0)} ms`);
  console.log(`add all again              ${time(["add", "articles"]).toFixed(0)} ms`);
  for (const list of [["claims"], ["claims", "--contested"], ["stories"], ["actors"], ["documents"]]) {
    console.log(`${list.join(" ").padEnd(26)} ${time(list).toFixed(0)} ms`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function time(args: readonly string[]): number {
  const begin = performance.now();
  const ran = spawnSync(program, [...args], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (ran.status !== 0) throw new Error(`selon ${args.join(" ")} ended with ${ran.status}`);
  return performance.now() - begin;
}
