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
    // `cut off the water`, where the particle hangs on the noun.
    if (child.deprel.startsWith("obl"))
      for (const inner of tree.children[child.index] ?? [])
        if (inner.deprel === "case") longer.add(`${lemma} ${lemmaOf(inner)}`);
  }
  for (const name of neighbours(tree, word)) longer.add(name);
  const known = [...longer].filter((name) => entries.has(name));
  return known.length > 0 ? known : entries.has(lemma) ? [lemma] : [];
}

/** A verb with what means nothing by itself beside it. */
export type Idiom = { readonly name: string; readonly words: ReadonlySet<number> };

/**
 * What a verb is an idiom with: the sponge of `jeter l'éponge`, the hand of `mettre la main sur`, the alarm of `tirer la
 * sonnette d'alarme`. Not: the gas of `couper le gaz`, whose verb tells something alone.
 */
export function idiomOf(tree: Tree, verb: Word, language: string, generic: ReadonlySet<string>): Idiom | null {
  if (verb.upos !== "VERB") return null;
  const entries = sensesIn(language);
  for (const child of (tree.children[verb.index] ?? []).slice(0, most)) {
    if (!/^(?:obj|obl|compound:prt|advmod|xcomp)/.test(child.deprel)) continue;
    const name = `${lemmaOf(verb)} ${lemmaOf(child)}`;
    const senses = entries.get(name);
    if (senses === undefined) continue;
    if (!generic.has(lemmaOf(verb)) && ![...senses.keys()].some((sense) => sense.startsWith("idioms/"))) continue;
    const bare = (tree.children[child.index] ?? []).filter(
      ({ index, deprel }) =>
        deprel.startsWith("amod") ||
        (deprel.startsWith("nmod") && !(tree.children[index] ?? []).some((one) => one.deprel === "det")),
    );
    return { name, words: new Set([child, ...bare].map(({ index }) => index)) };
  }
  return null;
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
