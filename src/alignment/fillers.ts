import type { Node } from "./node.ts";
import { senseMatch, sensesOf } from "./senses.ts";

export function meets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return true;
  return false;
}

const empty = /^(?:il|elle|lui|ce|cela|qui|que|on|se|soi|y|en|le|it|he|she|they|this|that|which|who|lequ|first|new)$/;

/** Pronouns and such, which name nobody. */
export const isEmpty = (lemma: string): boolean => empty.test(lemma);

/** Fillers that name or describe somebody or something; pronouns left out. */
export const named = (fillers: ReadonlySet<string> | undefined): Set<string> =>
  new Set([...(fillers ?? [])].filter((filler) => !(filler.startsWith("#") && isEmpty(filler.slice(1)))));

/** Whether something that one names and something that the other names may be one thing: `le texte`, `the bill`. */
export function shareSense(x: ReadonlySet<string>, y: ReadonlySet<string>, a: Node, b: Node): boolean {
  const senses = (fillers: ReadonlySet<string>, { reading }: Node) =>
    [...fillers]
      .filter((one) => one.startsWith("#"))
      .map((one) => sensesOf(reading.document.language, [], one.slice(1)));
  const [left, right] = [senses(x, a), senses(y, b)];
  return left.some((one) => right.some((other) => senseMatch(one, other)?.contrary === false));
}
