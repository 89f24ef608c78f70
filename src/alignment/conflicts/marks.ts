import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/**
 * Small words that make another claim of the same: `toutes les écoles`, `certaines écoles`; `le premier match`, `le
 * deuxième match`; `plus cher`, `moins cher`; `avec son pilote`, `sans son pilote`; `si les travaux sont finis`, `même si
 * …`; `la ligne A`, `la ligne C`; `le ministre de la Santé`, `le ministre de la Défense`. Not: `les écoles`, `toutes les écoles`, of which one only says less.
 */
export function otherMarks(a: Node, b: Node): string | null {
  for (const kind of ["share", "nth", "degree", "clause", "tag", "office"] as const) {
    const conflict = otherOf(kind, a, b);
    if (conflict !== null) return conflict;
  }
  return without(a, b) ?? without(b, a);
}

/** Of one thing, each says one of several: `all school`, `part school`. */
function otherOf(kind: string, a: Node, b: Node): string | null {
  const own = traitsOf(a).get(kind) ?? [];
  const others = traitsOf(b).get(kind) ?? [];
  for (const one of own) {
    const [value = "", of = ""] = one.split(" ");
    const same = others.filter((other) => other.endsWith(` ${of}`));
    if (same.length > 0 && !own.some((any) => same.includes(any))) return `${value} is not ${same[0]?.split(" ")[0]}`;
  }
  return null;
}

/** What one says is not there, and the other says is: `sans son pilote`. */
function without(a: Node, b: Node): string | null {
  const lacking = traitsOf(b).get("without") ?? [];
  for (const thing of traitsOf(a).get("without") ?? [])
    if (b.bag.has(thing) && !lacking.includes(thing) && !b.proposition.negated)
      return `without ${thing} is not with it`;
  return null;
}
