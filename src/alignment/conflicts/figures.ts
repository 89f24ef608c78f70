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
  return null;
}
