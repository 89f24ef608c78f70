import type { Node } from "../node.ts";

/** How close the vectors of some propositions lie to one another. */
export type Closeness = {
  /** Cosine of the angle between two, -1..1; 0 where one of them has no vector. */
  readonly cosine: (a: number, b: number) => number;
  /**
   * Twice the cosine, less how close the nearest others lie to either (CSLS, Conneau et al. 2018, "Word translation
   * without parallel data"): a sentence that is near to everything is near to nothing in particular.
   */
  readonly closeness: (a: number, b: number) => number;
  /** How many of the others lie closer to the first than the second does; of many, how many of a hundred and twenty. */
  readonly between: (a: number, b: number) => number;
};

/** Others by which it is told how close others lie. */
const nearest = 10;
/** Of more others than this, so many are thought of: the more is said, the more is said of one thing. */
const usual = 120;
/** In a crowded affair only so many others are looked at. */
const sample = 512;

/**
 * `around` is what else is said in the same documents: by it is told how close others lie. What is reprinted is no other
 * to what it was taken from, and the nearest others are of different wordings.
 */
export function closenessOf(
  nodes: readonly Node[],
  around: readonly Node[] = nodes,
  wordingOf: (node: Node) => unknown = (node) => node,
): Closeness {
  const cosine = (a: number, b: number): number => cosineOf(nodes[a]?.vector ?? null, nodes[b]?.vector ?? null);
  const step = Math.max(1, Math.ceil(around.length / sample));
  const share = Math.min(1, usual / around.length);
  const seen = new Set<unknown>();
  const looked = around
    .filter((_, at) => at % step === 0)
    .map((node) => {
      const wording = wordingOf(node);
      const isFirst = !seen.has(wording);
      seen.add(wording);
      return { vector: node.vector, wording, isFirst };
    });
  const others = nodes.map((node) => {
    const own = wordingOf(node);
    const all = looked
      .filter(({ wording }) => wording !== own)
      .map(({ vector, isFirst }) => ({ value: cosineOf(node.vector, vector), isFirst }));
    const values = all.map(({ value }) => value).sort((x, y) => y - x);
    const near = all
      .flatMap(({ value, isFirst }) => (isFirst ? [value] : []))
      .sort((x, y) => y - x)
      .slice(0, nearest);
    return { values, company: near.reduce((sum, value) => sum + value, 0) / Math.max(1, near.length) };
  });
  return {
    cosine,
    closeness: (a, b) => 2 * cosine(a, b) - (others[a]?.company ?? 0) - (others[b]?.company ?? 0),
    between: (a, b) => share * step * above(others[a]?.values ?? [], cosine(a, b)),
  };
}

/** How many of numbers that fall are greater than one. */
function above(falling: readonly number[], value: number): number {
  let [from, to] = [0, falling.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((falling[middle] ?? 0) > value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Cosine of two vectors of bytes whose length is 127; 0 where there is none. */
function cosineOf(a: Int8Array | null, b: Int8Array | null): number {
  if (a === null || b === null || a.length !== b.length) return 0;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum / (127 * 127);
}
