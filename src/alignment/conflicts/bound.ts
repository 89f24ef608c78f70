import type { Node } from "../node.ts";

/**
 * Until when something is not, and that it is: `Le pont ne fermera pas avant 2040`, `Le pont fermera l'an prochain`. They
 * exclude one another, but neither is the other's denial. Not: `Le pont ne fermera pas`.
 */
export function otherBound(a: Node, b: Node): string | null {
  const apart = (isNotBefore(a) && !b.proposition.negated) || (isNotBefore(b) && !a.proposition.negated);
  return apart ? "not before a time" : null;
}

const isNotBefore = ({ proposition, bag, roles }: Node): boolean =>
  proposition.negated && bag.has("before") && roles.has("time");
