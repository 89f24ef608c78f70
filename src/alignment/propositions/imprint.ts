import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";

/**
 * A line that says when its own page was put out or changed, and nothing of the world: `Publié le 14 mars à 8h45`,
 * `Updated at 10:20`. Not: `Publié lundi, le rapport accable la mairie`, which has a subject.
 */
export function isImprint(tree: Tree, head: Word, dated: (word: Word) => boolean, { imprints }: Events): boolean {
  if (imprints?.has(lemmaOf(head)) !== true || head.feats.VerbForm === "Fin") return false;
  if (childrenOf(tree, head, "nsubj", "aux", "cop").length > 0) return false;
  const others = tree.sentence.words.filter(
    (word) => word !== head && /^(?:NOUN|VERB|ADJ|PROPN)$/.test(word.upos) && !dated(word),
  );
  return (
    tree.sentence.words.some(dated) &&
    others.every((word) => imprints.has(lemmaOf(word)) || /^(?:jour|mise|date)$/.test(lemmaOf(word)))
  );
}
