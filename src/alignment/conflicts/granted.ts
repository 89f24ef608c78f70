import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/**
 * What one tells and the other only takes for granted of those it speaks of: `Six people died`, `The dead were being
 * buried`. Not: `Six dead were counted`, which tells how many.
 */
export function onlyGranted(a: Node, b: Node): string | null {
  return grants(a, b) || grants(b, a) ? "told, and taken for granted" : null;
}

const grants = (a: Node, b: Node): boolean =>
  tellsDeaths(b) &&
  !tellsDeaths(a) &&
  !traitsOf(a).has("count") &&
  a.proposition.quantities.length === 0 &&
  ofTheDead(a);

const tellsDeaths = (node: Node): boolean =>
  node.classes.has("die") ||
  node.classes.has("kill") ||
  (traitsOf(node).get("count") ?? []).some((count) => count.endsWith(" dead"));

const ofTheDead = ({ proposition }: Node): boolean =>
  proposition.kind === "clause" &&
  proposition.arguments.some(
    ({ role, lemma }) => (role === "patient" || role === "agent") && /^(?:dead|victim|mort)$/.test(lemma),
  );
