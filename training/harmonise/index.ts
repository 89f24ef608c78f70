/**
 * Brings treebanks to one way of annotating, that of Sequoia and GSD for French, of EWT for
 * English, before anything is learnt from them. Each rule
 * shows the sentence it is for; what the treebanks disagree about was found by counting words and parsing one
 * treebank with a parser learnt from the others.
 */
import type { ConlluSentence } from "../../src/analysis/conllu.ts";
import { inflections, lefff } from "../lexicon.ts";
import { foreignNames, necessities, predicates, timesWhen } from "./clauses.ts";
import { agreement, verbForms } from "./english.ts";
import { featuresLike, passives, plainNames } from "./features.ts";
import { connectives, nounClauses, numbersBehind, places, quantifiers, reflexives } from "./pud.ts";
import { speechFirst } from "./speech.ts";
import { plainDiscourse, written } from "./spoken.ts";
import { changed } from "./tree.ts";

/** Changes a sentence of a treebank, or drops it (null). */
export type Harmonise = (sentence: ConlluSentence) => ConlluSentence | null;

/** What is done to the sentences of a treebank, by its file; `reference` are sentences that others are brought to. */
export function harmoniserOf(file: string, reference: () => readonly ConlluSentence[]): Harmonise {
  const inflected = () => featuresLike(reference(), inflections(lefff().readings));
  if (file.startsWith("fr_pud")) {
    const trees = [speechFirst, reflexives, quantifiers, connectives, nounClauses, numbersBehind, places];
    const rules = [...trees, necessities, predicates, timesWhen, passives, plainNames, inflected()];
    return (sentence) => changed(sentence, rules);
  }
  if (file.startsWith("fr_fqb")) {
    const rules = [numbersBehind, foreignNames, necessities, passives, inflected()];
    return (sentence) => changed(sentence, rules);
  }
  if (file.startsWith("fr_rhapsodie") || file.startsWith("fr_parisstories")) {
    const rules = [places, reflexives, plainDiscourse, necessities, passives, inflected()];
    return (sentence) => {
      const kept = written(sentence);
      return kept === null ? null : changed(kept, rules);
    };
  }
  if (file.startsWith("en_pud") || file.startsWith("en_gum")) {
    const alike = featuresLike(reference(), new Map());
    const rules = file.startsWith("en_pud") ? [verbForms, agreement, alike] : [alike];
    return (sentence) => changed(sentence, rules);
  }
  return (sentence) => sentence;
}
