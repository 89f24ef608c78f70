import { meets } from "../fillers.ts";
import { isSymmetric } from "../happening.ts";
import type { Node } from "../node.ts";

/**
 * One deed, done by the people or bodies of one state and of another: `Des soldats belvaniens ont tiré les premiers`,
 * `Turgovian troops opened fire first`. Not: what two do with one another, nor where one names both.
 */
export function otherNations(a: Node, b: Node): string | null {
  if (isSymmetric(a.event) || isSymmetric(b.event)) return null;
  if (!meets(a.classes, b.classes) && a.proposition.predicate !== b.proposition.predicate) return null;
  const [x, y] = [statesOf(a), statesOf(b)];
  return x.size > 0 && y.size > 0 && !meets(x, y) ? "done by others" : null;
}

const statesOf = ({ roles }: Node): ReadonlySet<string> =>
  new Set([...(roles.get("agent") ?? [])].filter((filler) => filler.startsWith("state:")));
