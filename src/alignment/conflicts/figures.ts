import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/**
 * `400 ouvriers`, `900 ouvriers`; `Quatre patients sont morts`, `Sept victimes`. Not: `40 ans`, `900 ouvriers`, nor where
 * one figure of the kind is shared (`onze morts, après la découverte de deux corps`, `onze morts`).
 */
export function otherFigures(a: Node, b: Node): string | null {
  const units = ({ proposition }: Node): Figure[] =>
    proposition.quantities.flatMap(({ value, unit }) => (unit === "" ? [] : [{ kind: unit, value: `${value}` }]));
  const outcomes = (node: Node): Figure[] =>
    (traitsOf(node).get("count") ?? []).map((one) => {
      const [value = "", kind = ""] = one.split(" ");
      return { kind, value };
    });
  return differing(units(a), units(b)) ?? differing(outcomes(a), outcomes(b)) ?? otherNumbers(a, b);
}

type Figure = { readonly kind: string; readonly value: string };

/** Of some kind each has a figure, and none that the other has. */
function differing(x: readonly Figure[], y: readonly Figure[]): string | null {
  for (const { kind, value } of x) {
    const [own, others] = [x, y].map((all) => all.filter((one) => one.kind === kind).map((one) => one.value));
    if (own === undefined || others === undefined || others.length === 0) continue;
    if (!own.some((one) => others.includes(one))) return `${value} is not ${others[0]}`;
  }
  return null;
}

/** `un habitant sur trois`, `un habitant sur dix`; `won 3-1`, `won 2-0`: of one predicate, numbers of which none is shared. */
function otherNumbers(a: Node, b: Node): string | null {
  if (a.proposition.predicate !== b.proposition.predicate) return null;
  const [x, y] = [traitsOf(a).get("number") ?? [], traitsOf(b).get("number") ?? []];
  const kind = (one: string | undefined) => one?.split(" ")[1];
  if (x.length === 0 || y.length === 0 || kind(x[0]) !== kind(y[0])) return null;
  const [own, others] = [x.filter((one) => !y.includes(one)), y.filter((one) => !x.includes(one))];
  return own.length > 0 && others.length > 0 ? `${own[0]?.split(" ")[0]} is not ${others[0]?.split(" ")[0]}` : null;
}
