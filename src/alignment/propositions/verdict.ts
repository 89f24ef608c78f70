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
