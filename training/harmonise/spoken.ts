import type { ConlluSentence } from "../../src/analysis/conllu.ts";
import { type Rule, withoutWords } from "./tree.ts";

const fillers = new Set("euh hein bah ben mh hum ah oh ouais".split(" "));

/**
 * Speech as it would be written: repairs and fillers go, with the commas that part them.
 *
 *   et , euh , elle , elle dit oui   becomes   et elle dit oui
 *
 * Not so interjections that are words: oui, non, bon.
 */
export function written(sentence: ConlluSentence): ConlluSentence | null {
  const { words } = sentence;
  const gone = new Set<number>();
  const below = (at: number): boolean => {
    for (let i = at, steps = 0; i >= 0 && steps <= words.length; i = words[i]?.head ?? -1, steps++)
      if (words[i]?.deprel.startsWith("reparandum")) return true;
    return false;
  };
  words.forEach((word, i) => {
    const filler = word.upos === "INTJ" && fillers.has(word.form.toLowerCase());
    if (below(i) || filler || word.form.endsWith("~") || word.form === "XXX") gone.add(i);
  });
  if (words.some((word, i) => gone.has(i) && word.head < 0)) return null;
  // A comma goes when what stood before or behind it went, or when two meet, or at either end.
  let last = "";
  words.forEach((word, i) => {
    if (gone.has(i)) return;
    if (word.form === "," && (last === "" || last === "," || gone.has(i - 1) || gone.has(i + 1))) gone.add(i);
    else last = word.form;
  });
  return withoutWords(sentence, gone);
}

/**
 * Donc je pars, en fait, du coup, tu sais: words that stand for a clause's adverbs have the adverb's relation, clauses
 * put in are parentheses. Not so interjections (oui, bon).
 */
export const plainDiscourse: Rule = (words) => {
  for (const word of words) {
    if (word.deprel !== "discourse") continue;
    if (word.upos === "ADV" || word.upos === "ADP") word.deprel = "advmod";
    else if (word.upos === "NOUN") word.deprel = "obl:mod";
    else if (word.upos === "VERB") word.deprel = "parataxis:insert";
  }
};
