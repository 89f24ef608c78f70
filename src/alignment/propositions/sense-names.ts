import { sensesIn } from "../../languages/senses.ts";
import type { Word } from "../../model/index.ts";
import type { Predicate } from "./predicate.ts";
import { verbNames } from "./predicate.ts";
import { lemmaOf, type Tree } from "./tree.ts";

/** Dependents and neighbours that are tried with a word, so that no sentence costs more than its length. */
const most = 24;

/**
 * The names under which the lists of senses know a word: with another that belongs to it (`shoot down`, `sans danger`,
 * `cocktail Molotov`), else its own lemma. None where they don't know it.
 */
export function senseNames(tree: Tree, word: Word, predicate: Predicate, language: string): string[] {
  const entries = sensesIn(language);
  if (entries.size === 0) return [];
  const lemma = lemmaOf(word);
  const longer = new Set<string>();
  if (word.upos === "VERB") for (const name of verbNames(tree, word)) if (name.includes(" ")) longer.add(name);
  // Under a light verb (`donner l'assaut`), those of the two together.
  if (word === predicate.head && word !== predicate.verb) longer.add(`${lemmaOf(predicate.verb)} ${lemma}`);
  for (const child of (tree.children[word.index] ?? []).slice(0, most)) {
    if (child.upos === "PUNCT") continue;
    longer.add(`${lemma} ${lemmaOf(child)}`);
    longer.add(`${lemmaOf(child)} ${lemma}`);
  }
  for (const name of neighbours(tree, word)) longer.add(name);
  const known = [...longer].filter((name) => entries.has(name));
  return known.length > 0 ? known : entries.has(lemma) ? [lemma] : [];
}

/** Two or three words in a row that hang on `word`, itself among them. */
function neighbours(tree: Tree, word: Word): string[] {
  const { words } = tree.sentence;
  const names: string[] = [];
  for (let from = Math.max(0, word.index - 2); from <= word.index; from++) {
    for (const length of [2, 3]) {
      const row = words.slice(from, from + length);
      if (row.length < length || row[length - 1] === undefined || from + length <= word.index) continue;
      const inside = new Set(row.map(({ index }) => index));
      if (row.every((one) => one === word || inside.has(one.head))) names.push(row.map(lemmaOf).join(" "));
    }
  }
  return names;
}
