import { meets } from "../fillers.ts";
import type { Node } from "../node.ts";
import { senseMatch } from "../senses.ts";
import { traitsOf } from "../traits.ts";

/**
 * What is meant or tried, and what was done: `Hugo Stane veut vendre le moulin`, `Hugo Stane a vendu le
 * moulin`. Not: `veut vendre le moulin`, `vendra le moulin`, where nothing is done yet; nor two deeds of another kind.
 */
export function otherDeed(a: Node, b: Node): string | null {
  const [x, y] = [traitsOf(a), traitsOf(b)];
  const apart = (x.has("meant") && y.has("done")) || (x.has("done") && y.has("meant"));
  return apart && isOneDeed(a, b) ? "meant, not done" : null;
}

/** The predicates, or what they mean, may be one. */
function isOneDeed(a: Node, b: Node): boolean {
  if (a.proposition.predicate === b.proposition.predicate || meets(a.classes, b.classes)) return true;
  return a.core.some(
    (x) =>
      x.weight >= 1 &&
      b.core.some((y) => y.weight >= 1 && (x.word === y.word || senseMatch(x.senses, y.senses)?.contrary === false)),
  );
}
