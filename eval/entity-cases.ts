import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

export type Kind = "names" | "times" | "quantities";

/** One case: a text, the date it was published, and what is to be found in it. Every second case is held out. */
export type Case = {
  readonly text: string;
  readonly published: string | null;
  readonly expected: readonly string[];
  readonly heldOut: boolean;
  readonly line: number;
};

const folder = resolve(import.meta.dirname, "../test/cases");

/** Cases of a language and kind: a line of text, then `==>` with the findings between `|`. `@ DATE` dates what follows. */
export function casesOf(language: string, kind: Kind): Case[] {
  const path = resolve(folder, language, `${kind}.txt`);
  if (!existsSync(path)) return [];
  const cases: Case[] = [];
  let published: string | null = null;
  let text: string | null = null;
  for (const [index, line] of readFileSync(path, "utf8").split("\n").entries()) {
    if (line.startsWith("#") || line.trim() === "") continue;
    if (line.startsWith("@ ")) published = line.slice(2).trim() === "-" ? null : line.slice(2).trim();
    else if (!line.startsWith("==>")) text = line;
    else if (text !== null) {
      const items = line
        .slice(3)
        .split(" | ")
        .map((item) => item.trim());
      cases.push({
        text,
        published,
        expected: items.filter((item) => item !== ""),
        heldOut: cases.length % 2 === 1,
        line: index + 1,
      });
      text = null;
    }
  }
  return cases;
}
