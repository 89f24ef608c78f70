import { chanceOfUnion, known, measuresOfUnion, plainMean, type Tie, type Whole } from "./union.ts";

/** How likely two groups are one, as in `linkage.ts`, and what that has to be for a member to stay with the rest of its own. */
export type Staying = {
  readonly chance: (a: Whole, b: Whole, sums: Float64Array, at: number) => number;
  readonly least: number;
};

/** By what is learnt of groups as wholes. */
export const byUnion: Staying = {
  chance: (a, b, sums, at) => chanceOfUnion(measuresOfUnion(a, b, sums, at)),
  least: 0.25,
};
/** By the mean of chances. */
export const byMean: Staying = { chance: plainMean, least: 0.05 };

/** What is known of each two members of a group, by the number of either. */
export type Ties = ReadonlyMap<number, ReadonlyMap<number, Tie>>;

/**
 * Members of a group without those that are not one with the rest after all: whatever is the least likely to be goes first,
 * until each is by `least`, and two stay. Who was joined early may belong to few of those that came later.
 */
export function staying(
  group: readonly number[],
  ties: Ties,
  documentOf: (item: number) => unknown,
  { chance, least }: Staying,
): readonly number[] {
  const sums = new Map(group.map((one) => [one, new Float64Array(known)]));
  const documents = new Map<unknown, number>();
  let within = 0;
  const count = (document: unknown, by: 1 | -1): Map<unknown, number> =>
    documents.set(document, (documents.get(document) ?? 0) + by);
  for (const [one, cells] of sums) {
    for (const tie of ties.get(one)?.values() ?? []) add(cells, tie, 1);
    within += chanceIn(cells) / 2;
    count(documentOf(one), 1);
  }
  // What the rest say is all that is said without the one asked about: nothing is copied for each.
  const likely = (one: number, cells: Float64Array): number => {
    const own = documentOf(one);
    const rest: Whole = { size: sums.size - 1, within: within - chanceIn(cells), documents: count(own, -1) };
    const value = chance({ size: 1, within: 0, documents: new Map([[own, 1]]) }, rest, cells, 0);
    count(own, 1);
    return value;
  };
  while (sums.size > 2) {
    let worst: { readonly one: number; readonly cells: Float64Array; readonly value: number } | undefined;
    for (const [one, cells] of sums) {
      const value = likely(one, cells);
      if (worst === undefined || value < worst.value) worst = { one, cells, value };
    }
    if (worst === undefined || worst.value >= least) break;
    within -= chanceIn(worst.cells);
    count(documentOf(worst.one), -1);
    sums.delete(worst.one);
    for (const [other, tie] of ties.get(worst.one) ?? []) {
      const cells = sums.get(other);
      if (cells !== undefined) add(cells, tie, -1);
    }
  }
  return [...sums.keys()];
}

const chanceIn = (cells: Float64Array): number => cells[0] as number;

function add(cells: Float64Array, { shown }: Tie, times: 1 | -1): void {
  for (let at = 0; at < known; at++) cells[at] = (cells[at] as number) + times * (shown[at] ?? 0);
}
