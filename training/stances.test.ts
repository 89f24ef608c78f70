import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const files = ["stances", "articles"].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => file.endsWith(".txt"))
    .map((file) => `${folder}/${file}`),
);

/**
 * What is wrong with the form of a file, by line: marks are never nested, and name claims of their item; a paragraph of an
 * article is in its language.
 */
function faultsOf(lines: readonly string[]): string[] {
  let claims = new Set<string>();
  let language: string | undefined;
  return lines.flatMap((line, at) => {
    const fault = (what: string): string[] => [`${at + 1}: ${what}`];
    if (line === "") return [];
    if (line.startsWith("# ")) {
      claims = new Set();
      language = undefined;
      return [];
    }
    const article = /^@ (fr|en)\t[^,]+, \S/u.exec(line)?.[1];
    if (article !== undefined) {
      language = article;
      return [];
    }
    const claim = /^= (\d+) \S/u.exec(line)?.[1];
    if (claim !== undefined) {
      const twice = claims.has(claim);
      claims.add(claim);
      return twice ? fault(`claim ${claim} twice`) : [];
    }
    if (!/^(?:fr|en)\t\S/u.test(line)) return fault("neither an item, a claim nor a paragraph");
    if (language !== undefined && !line.startsWith(language)) return fault(`not ${language}, as its article is`);
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
    const article = ["@ en\tThe Quay Post, May 4", "fr\tIl dit.", "@ en\tThe Quay Post", "# y", "fr\tIl dit."];
    expect(faultsOf([...wrong, ...article])).toEqual([
      "3: claim 1 twice",
      "4: no claim 2",
      "4: not a mark: [+1 oui [o si]",
      "4: not a mark: [+1 a",
      "5: neither an item, a claim nor a paragraph",
      "7: not en, as its article is",
      "8: neither an item, a claim nor a paragraph",
    ]);
  });

  test.each(files)("%s is whole", (file) => {
    expect(faultsOf(readFileSync(join(import.meta.dirname, file), "utf8").split("\n"))).toEqual([]);
  });
});
