import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import type { Predicate } from "./predicate.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";

/**
 * What a clause names as the cause of something, which is what it says: `Un court-circuit a provoqué l'incendie`, `Le feu
 * est parti d'une cuve`, `A faulty valve was to blame`. Not: `Le ministre est parti`, nor a cause that is a person's name.
 */
export function causeOf(tree: Tree, { verb, head, passive }: Predicate, events: Events): Word | null {
  if (head !== verb) return null;
  const lemma = lemmaOf(verb);
  const noun = ({ upos }: Word): boolean => upos === "NOUN";
  const oblique = (markers: RegExp): Word | null =>
    childrenOf(tree, verb, "obl", "nmod")
      .filter(noun)
      .find((word) => childrenOf(tree, word, "case").some(({ form }) => markers.test(form))) ?? null;
  if (events.stemming?.has(lemma) === true) return oblique(/^(?:d[eu]|d['’]|des|from|to|à|au|aux|par|by|of)$/i);
  if (events.causing?.has(lemma) !== true) return null;
  if (passive) return oblique(/^(?:par|by)$/i);
  return childrenOf(tree, verb, "nsubj").find(noun) ?? null;
}
