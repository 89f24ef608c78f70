/** A pair of items and the chance that they belong together, 0..1. */
type Pair = { readonly i: number; readonly j: number; readonly chance: number };

/** Less than this is held for none: there are many such pairs, and of a long affair not all are looked at. */
const least = 0.02;

/**
 * How far the two of each pair are near to the same others of `size` items, 0..1: the cosine of their chances to belong
 * together with each of these. What belongs together does not only look alike but has the same company. Only for `asked`
 * pairs, in their order. Time grows with the number of those, times how many likely ones the less linked item has.
 */
export function mutualOf(size: number, pairs: readonly Pair[], asked: readonly Pair[] = pairs): Float64Array {
  const own = Array.from({ length: size }, (): Company => ({ others: [], chances: [] }));
  const add = (one: number, other: number, chance: number): void => {
    own[one]?.others.push(other);
    own[one]?.chances.push(chance);
  };
  for (const { i, j, chance } of pairs) {
    if (chance < least) continue;
    add(i, j, chance);
    add(j, i, chance);
  }
  const lengths = own.map(({ chances }) => Math.sqrt(chances.reduce((sum, one) => sum + one * one, 0)));
  const linked = (item: number): number => own[item]?.others.length ?? 0;
  // The one of a pair that has more links is laid out once, and the links of its partners are gone through.
  const partners = Array.from({ length: size }, (): number[] => []);
  const many = (pair: Pair): number => (linked(pair.i) <= linked(pair.j) ? pair.j : pair.i);
  for (const [at, pair] of asked.entries()) partners[many(pair)]?.push(at);
  const found = new Float64Array(asked.length);
  const laid = new Float64Array(size);
  for (const [item, places] of partners.entries()) {
    if (places.length === 0) continue;
    const { others, chances } = own[item] as Company;
    for (let at = 0; at < others.length; at++) laid[others[at] as number] = chances[at] as number;
    for (const place of places) {
      const { i, j } = asked[place] as Pair;
      const few = own[i === item ? j : i] as Company;
      let shared = 0;
      for (let at = 0; at < few.others.length; at++)
        shared += (few.chances[at] as number) * (laid[few.others[at] as number] as number);
      if (shared > 0) found[place] = shared / ((lengths[i] as number) * (lengths[j] as number));
    }
    for (const other of others) laid[other] = 0;
  }
  return found;
}

/** The others with which an item may belong together, and how likely. */
type Company = { readonly others: number[]; readonly chances: number[] };
