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

/** Of what an affair's documents say, each wording once: what is reprinted makes nothing closer or further. */
export function closenessOf(nodes: readonly Node[]): Closeness {
  const cosine = (a: number, b: number): number => cosineOf(nodes[a]?.vector ?? null, nodes[b]?.vector ?? null);
  const step = Math.max(1, Math.ceil(nodes.length / sample));
  const share = Math.min(1, usual / nodes.length);
  const looked = nodes.flatMap(({ vector }, at) => (at % step === 0 ? [{ vector, at }] : []));
  const others = nodes.map((node, own) => {
    const values = looked
      .flatMap(({ vector, at }) => (at === own ? [] : [cosineOf(node.vector, vector)]))
      .sort((x, y) => y - x);
    const near = values.slice(0, nearest);
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
export function cosineOf(a: Int8Array | null, b: Int8Array | null): number {
  if (a === null || b === null || a.length !== b.length) return 0;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum / (127 * 127);
}
