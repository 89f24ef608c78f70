import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/**
 * What one hopes for, and what another says he does not plan: `Ada Lind espère rencontrer Milo Terkan`, `Milo Terkan n'a pas
 * de projets concrets pour la rencontrer`. Neither says that the other is wrong. Not: what is said of whoever hopes.
 */
export function otherHope(a: Node, b: Node): string | null {
  return (isHope(a) && isNoPlan(b) && isAnothers(a, b)) || (isHope(b) && isNoPlan(a) && isAnothers(b, a))
    ? "one hopes, another does not plan"
    : null;
}

const isHope = (node: Node): boolean => traitsOf(node).has("hoped") && !node.proposition.negated;

const isNoPlan = ({ classes, proposition }: Node): boolean => classes.has("plan") && proposition.negated;

/** Both are people's, and not one person's. */
function isAnothers(hope: Node, plan: Node): boolean {
  const [own, others] = [holders(hope), holders(plan)];
  return own.length > 0 && others.length > 0 && !own.some((one) => others.includes(one));
}

/** Who hopes or plans: whom the words name, or else who says it. */
function holders({ roles, speaker }: Node): string[] {
  const named = [...(roles.get("agent") ?? [])];
  return (named.length > 0 ? named : [speaker ?? ""]).filter((one) => one.startsWith("person:"));
}
