/**
 * Brings treebanks to one way of annotating, that of Sequoia and GSD, before anything is learnt from them. Each rule
 * shows the sentence it is for; what the treebanks disagree about was found by counting words and parsing one
 * treebank with a parser learnt from the others.
 */
import type { ConlluSentence } from "../../src/analysis/conllu.ts";
import { inflections, lefff } from "../lexicon.ts";
import { featuresLike, passives } from "./features.ts";
import { connectives, nounClauses, numbersBehind, places, quantifiers, reflexives } from "./pud.ts";
import { speechFirst } from "./speech.ts";
import { written } from "./spoken.ts";
import { changed } from "./tree.ts";

/** Changes a sentence of a treebank, or drops it (null). */
export type Harmonise = (sentence: ConlluSentence) => ConlluSentence | null;

/** What is done to the sentences of a treebank, by its file; `reference` are sentences that others are brought to. */
export function harmoniserOf(file: string, reference: () => readonly ConlluSentence[]): Harmonise {
  if (file.startsWith("fr_pud")) {
    const rules = [
      speechFirst,
      reflexives,
      quantifiers,
      connectives,
      nounClauses,
      numbersBehind,
      places,
      passives,
      featuresLike(reference(), inflections(lefff().readings)),
    ];
    return (sentence) => changed(sentence, rules);
  }
  if (file.startsWith("fr_fqb")) {
    const rules = [passives, featuresLike(reference(), inflections(lefff().readings))];
    return (sentence) => changed(sentence, rules);
  }
  if (file.startsWith("fr_rhapsodie") || file.startsWith("fr_parisstories")) {
    const rules = [places, passives, featuresLike(reference(), inflections(lefff().readings))];
    return (sentence) => {
      const kept = written(sentence);
      return kept === null ? null : changed(kept, rules);
    };
  }
  return (sentence) => sentence;
}
