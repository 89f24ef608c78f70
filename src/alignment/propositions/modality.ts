import type { Events } from "../../languages/events.ts";
import type { Factuality, Word } from "../../model/index.ts";
import type { Predicate } from "./predicate.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";

/** `a dit à X qu'il ne devait pas …`, `told X not to …` are demands. */
export function demanded(predicate: Predicate, words: readonly Word[], events: Events): Predicate {
  if (predicate.classes.length > 0 || events.tellings?.has(predicate.lemma) !== true) return predicate;
  const after = words.filter(({ index }) => index > predicate.verb.index);
  const asks = after.some((word) => /^(?:devoir|falloir|should|must|need)$/.test(lemmaOf(word)));
  const infinitive = after.some(
    (word, at) => word.feats.VerbForm === "Inf" && /^(?:de|ne|pas|to|not)$/.test(after[at - 1]?.form ?? ""),
  );
  return asks || infinitive ? { ...predicate, classes: ["demand"] } : predicate;
}

/** `L'entraîneur pourrait partir`, `The coach may leave`, in the document's own voice: it may be so. */
export function modalOf(tree: Tree, { verb, outer }: Predicate): Factuality | undefined {
  const helpers = [
    ...outer,
    ...outer.flatMap((word) => childrenOf(tree, word, "aux")),
    ...childrenOf(tree, verb, "aux"),
  ];
  const may = helpers.some(
    (word) => (lemmaOf(word) === "pouvoir" && word.feats.Mood === "Cnd") || /^(?:may|might|could)$/.test(lemmaOf(word)),
  );
  return may ? "PS+" : undefined;
}
