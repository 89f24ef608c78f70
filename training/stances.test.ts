import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "stances");
const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));

/** What is wrong with the form of a file, by line: marks are never nested, and name claims of their item. */
function faultsOf(lines: readonly string[]): string[] {
  let claims = new Set<string>();
  return lines.flatMap((line, at) => {
    const fault = (what: string): string[] => [`${at + 1}: ${what}`];
    if (line === "") return [];
    if (line.startsWith("# ")) {
      claims = new Set();
      return [];
    }
    const claim = /^= (\d+) \S/u.exec(line)?.[1];
    if (claim !== undefined) {
      const twice = claims.has(claim);
      claims.add(claim);
      return twice ? fault(`claim ${claim} twice`) : [];
    }
    if (!/^(?:fr|en)\t\S/u.test(line)) return fault("neither an item, a claim nor a paragraph");
    const marks = line.match(/\[[^\]]*\]?/gu) ?? [];
    return marks.flatMap((mark) => {
      const [, stands] = /^\[((?:[+?-]\d+ )+|o )[^\s[\]][^[\]]*\]$/u.exec(mark) ?? [];
      if (stands === undefined) return fault(`not a mark: ${mark}`);
      const unknown = stands.match(/\d+/gu)?.filter((number) => !claims.has(number)) ?? [];
      return unknown.flatMap((number) => fault(`no claim ${number}`));
    });
  });
}

describe("stances", () => {
  test("finds what is wrong in a file", () => {
    const wrong = ["# x", "= 1 A.", "= 1 B.", "fr\tIl dit [+2 non] et [+1 oui [o si]] [+1 a", "Il dit"];
    expect(faultsOf(wrong)).toEqual([
      "3: claim 1 twice",
      "4: no claim 2",
      "4: not a mark: [+1 oui [o si]",
      "4: not a mark: [+1 a",
      "5: neither an item, a claim nor a paragraph",
    ]);
  });

  test.each(files)("%s is whole", (file) => {
    expect(faultsOf(readFileSync(join(folder, file), "utf8").split("\n"))).toEqual([]);
  });
});
