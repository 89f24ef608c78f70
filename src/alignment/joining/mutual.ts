/** A pair of items and the chance that they belong together, 0..1. */
type Pair = { readonly i: number; readonly j: number; readonly chance: number };

/** Less than this is held for none: there are many such pairs, and of a long affair not all are looked at. */
const least = 0.02;

/**
 * How far two of `size` items are near to the same others, 0..1: the cosine of their chances to belong together with each
 * of these. What belongs together does not only look alike but has the same company. Time grows with the number of pairs,
 * times how many likely ones an item has.
 */
export function mutualOf(size: number, pairs: readonly Pair[]): (i: number, j: number) => number {
  const own: Map<number, number>[] = Array.from({ length: size }, () => new Map());
  for (const { i, j, chance } of pairs) {
    if (chance < least) continue;
    own[i]?.set(j, chance);
    own[j]?.set(i, chance);
  }
  const lengths = own.map((chances) => Math.sqrt([...chances.values()].reduce((sum, one) => sum + one * one, 0)));
  const none: ReadonlyMap<number, number> = new Map();
  return (i, j) => {
    const [a, b] = [own[i] ?? none, own[j] ?? none];
    const [few, many] = a.size <= b.size ? [a, b] : [b, a];
    let shared = 0;
    for (const [other, chance] of few) shared += chance * (many.get(other) ?? 0);
    return shared === 0 ? 0 : shared / ((lengths[i] ?? 1) * (lengths[j] ?? 1));
  };
}
