import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** How common words are and which may stand for one another; by concept or stem, as propositions keep them. */
export type Nearness = {
  /** 0.3 for the commonest words, 1 for rare and unknown ones. */
  rarity(word: string): number;
  /** Whether the list has the word at all. */
  knows(word: string): boolean;
  /** 0 where nothing is known, 0.9 for near synonyms. */
  near(a: string, b: string): number;
  /** Words that may stand for this one, the nearest first. */
  around(word: string): readonly string[];
};

const folder = resolve(import.meta.dirname, "../../models");
const loaded = new Map<string, Nearness>();

/** Nearness of a language's words (`models/LANG/near.txt`); where none ships, only the same word is near. */
export function nearness(language: string): Nearness {
  const name = language.slice(0, 2);
  const before = loaded.get(name);
  if (before !== undefined) return before;
  const path = resolve(folder, /^[a-z]{2}$/.test(name) ? name : "-", "near.txt");
  const made = nearnessOf(existsSync(path) ? readFileSync(path, "utf8") : "");
  loaded.set(name, made);
  return made;
}

/** Reads lines of a word, its Zipf frequency and its neighbours (`word:strength`, strength 1 to 9). */
export function nearnessOf(text: string): Nearness {
  const zipf = new Map<string, number>();
  const lists = new Map<string, string>();
  for (const line of text.split("\n")) {
    const first = line.indexOf("\t");
    const second = line.indexOf("\t", first + 1);
    if (first < 0 || second < 0) continue;
    const word = line.slice(0, first);
    zipf.set(word, Number(line.slice(first + 1, second)));
    if (second + 1 < line.length) lists.set(word, line.slice(second + 1));
  }
  const parsed = new Map<string, ReadonlyMap<string, number>>();
  const neighbours = (word: string): ReadonlyMap<string, number> => {
    const known = parsed.get(word);
    if (known !== undefined) return known;
    const list = lists.get(word)?.split(",") ?? [];
    const made = new Map(list.map((item) => [item.slice(0, -2), Number(item.slice(-1)) / 10]));
    parsed.set(word, made);
    return made;
  };
  return {
    rarity: (word) => Math.min(1, Math.max(0.3, 1 - 0.35 * ((zipf.get(word) ?? 3) - 4))),
    knows: (word) => zipf.has(word),
    near: (a, b) => Math.max(neighbours(a).get(b) ?? 0, neighbours(b).get(a) ?? 0),
    around: (word) => [...neighbours(word).keys()],
  };
}
