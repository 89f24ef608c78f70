import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/**
 * What is meant or tried, and what was done: `Hugo Stane veut vendre le moulin`, `Hugo Stane a vendu le
 * moulin`. Not: `veut vendre le moulin`, `vendra le moulin`, where nothing is done yet.
 */
export function otherDeed(a: Node, b: Node): string | null {
  const [x, y] = [traitsOf(a), traitsOf(b)];
  const apart = (x.has("meant") && y.has("done")) || (x.has("done") && y.has("meant"));
  return apart ? "meant, not done" : null;
}
