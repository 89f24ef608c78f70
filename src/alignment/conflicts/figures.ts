import type { Node } from "../node.ts";
import { traitsOf } from "../traits.ts";

/** `400 ouvriers`, `900 ouvriers`; `Quatre patients sont morts`, `Sept victimes`. Not: `40 ans`, `900 ouvriers`. */
export function otherFigures(a: Node, b: Node): string | null {
  for (const x of a.proposition.quantities) {
    const same = b.proposition.quantities.filter(({ unit }) => unit === x.unit && unit !== "");
    if (same.length > 0 && !same.some(({ value }) => value === x.value)) return `${x.value} is not ${same[0]?.value}`;
  }
  const counts = traitsOf(b).get("count") ?? [];
  for (const x of traitsOf(a).get("count") ?? []) {
    const [value, outcome] = x.split(" ");
    const same = counts.filter((one) => one.endsWith(` ${outcome}`));
    if (same.length > 0 && !same.includes(x)) return `${value} is not ${same[0]?.split(" ")[0]}`;
  }
  return otherNumbers(a, b);
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
