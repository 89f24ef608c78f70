import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { conceptOf } from "./concepts.ts";
import { lemmaOf } from "./tree.ts";

/**
 * Whether a clause does nothing but judge what was said before: `C'est de la pure fiction`, `These claims are false`.
 * Not: `La fausse facture a été payée`, where the word stands beside a matter of its own.
 */
export function verdictOf(words: readonly Word[], events: Events): "false" | "true" | null {
  let verdict: "false" | "true" | null = null;
  let sayings = 0;
  let other = 0;
  for (const word of words) {
    const lemma = lemmaOf(word);
    const judged = events.verdicts.get(lemma) ?? events.verdicts.get(lowerCase(word.form));
    if (judged !== undefined) verdict = verdict === "false" ? verdict : judged;
    else if (events.sayings.has(lemma)) sayings++;
    else if (
      /^(NOUN|VERB|PROPN|NUM)$/.test(word.upos) &&
      !events.generic.has(lemma) &&
      conceptOf(lemma, events) !== "truth"
    )
      other++;
  }
  if (verdict !== null) return other <= 2 + sayings ? verdict : null;
  return sayings > 0 && other <= 1 ? "true" : null;
}

/**
 * Whether a clause only leaves open what was said before: `Rien n'est décidé`, `No decision has been taken`. Whoever says
 * so neither affirms nor denies it. Not: `Rien n'est décidé sans le conseil`, which tells how things are decided.
 */
export function isOpen(words: readonly Word[], events: Events): boolean {
  const none = words.some(({ form }) => /^(?:rien|nothing)$/iu.test(form));
  if (!none && !words.some(({ form }) => /^(?:aucune?|no)$/iu.test(form))) return false;
  const told = words.filter(({ upos }) => /^(?:NOUN|VERB|PROPN|ADJ|NUM)$/.test(upos));
  const settles = told.every((word) => events.settlers?.has(lemmaOf(word)) === true);
  return settles && told.length > 0 && (none || told.some(({ upos }) => upos === "NOUN"));
}
