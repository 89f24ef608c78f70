import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { remembered } from "../../text/remembered.ts";
import { lemmaOf } from "./tree.ts";

const content = new Set(["NOUN", "VERB", "ADJ", "ADV", "PROPN", "X"]);

/**
 * What a lemma means, independent of language where the lexicon knows it: a concept, an event class (`@attack`), else
 * the word without accents and endings, so that words of one stock still meet (`négociateur`, `negotiator`).
 */
export function conceptOf(lemma: string, events: Events): string {
  const known = events.concepts.get(lemma);
  if (known !== undefined) return known;
  const event = events.nouns.get(lemma) ?? events.predicates.get(lemma);
  return event === undefined ? stem(lemma) : `@${event.classes[0]}`;
}

/** A rough stem shared by French and English words of Latin stock. */
export const stem = remembered((lemma): string => {
  const plain = lemma.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe");
  if (plain.length < 6) return plain;
  return plain.replace(
    /(?:ations?|ions?|ements?|ments?|eurs?|ors?|ers?|iques?|icals?|ics?|ites?|ies?|ity|aires?|ary|istes?|ists?|ismes?|isms?|ances?|ences?|ancy|ency|ables?|ibles?|euses?|eux|ous|als?|elles?|els?|e|s)$/u,
    "",
  );
});

/** Content concepts of words, in text order, each once; names and words that tell nothing apart are left out. */
export function conceptsOf(words: readonly Word[], events: Events, isName: (word: Word) => boolean): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const lemma = lemmaOf(word);
    const marker = events.markers.get(lemma);
    if (marker !== undefined && marker !== "against") found.add(marker);
    if (!content.has(word.upos) || lemma.length < 2 || events.generic.has(lemma) || isName(word)) continue;
    if (!/\p{L}/u.test(lemma)) continue;
    const event = word.upos === "VERB" ? events.predicates.get(lemma) : undefined;
    found.add(event === undefined ? conceptOf(lemma, events) : `@${event.classes[0]}`);
  }
  return [...found];
}
