import { globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../src");

/** The order of the house: a folder may import itself and whatever has a lower number. */
const order: Readonly<Record<string, number>> = {
  model: 0,
  text: 0,
  languages: 1,
  capture: 2,
  analysis: 3,
  statements: 4,
  alignment: 5,
  origins: 6,
  "pipeline.ts": 7,
  ledger: 8,
  operations: 9,
  report: 10,
  cli: 11,
  http: 11,
  mcp: 11,
};
/** `cli` starts the other surfaces; nothing else crosses between folders of one number. */
const allowed = new Set(["cli>http", "cli>mcp", "http>mcp"]);

function edges(): { from: string; to: string; file: string }[] {
  const found = [];
  for (const file of globSync("**/*.ts", { cwd: source })) {
    if (file.endsWith(".test.ts")) continue;
    const text = readFileSync(resolve(source, file), "utf8");
    for (const match of text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)) {
      const target = relative(source, resolve(source, dirname(file), match[1] ?? ""));
      found.push({ from: file.split("/")[0] ?? "", to: target.split("/")[0] ?? "", file: `${file} → ${target}` });
    }
  }
  return found;
}

describe("imports point one way", () => {
  const all = edges();
  test("there are imports to judge", () => expect(all.length).toBeGreaterThan(20));
  test("every folder has its place in the order", () => {
    expect([...new Set(all.flatMap(({ from, to }) => [from, to]))].filter((folder) => !(folder in order))).toEqual([]);
  });
  test("no folder imports a later one", () => {
    const wrong = all.filter(({ from, to }) => {
      if (from === to || allowed.has(`${from}>${to}`)) return false;
      const [a, b] = [order[from] ?? -1, order[to] ?? 99];
      return b > a || (b === a && a > 0);
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});
