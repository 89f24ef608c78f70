import { expect, test } from "vitest";
import { byMean, byUnion, type Staying, staying, type Ties } from "./staying.ts";
import { known, type Tie } from "./union.ts";

/** Ties of so many items with these chances, each item in a document of its own. */
function tiesOf(size: number, chanceOf: (i: number, j: number) => number): Ties {
  const ties = new Map<number, Map<number, Tie>>();
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const [low, high] = [Math.min(i, j), Math.max(i, j)];
      const chance = chanceOf(low, high);
      if (i !== j)
        ties.set(
          i,
          (ties.get(i) ?? new Map()).set(j, { i: low, j: high, chance, shown: [chance, chance ** 3, chance, 0, 0] }),
        );
    }
  return ties;
}

const all = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

test.each([
  ["by what is learnt", byUnion],
  ["by the mean", byMean],
])("what is not one claim with the rest is left out, the rest stays: %s", (_, how) => {
  const ties = tiesOf(6, (_, j) => (j === 5 ? 0.01 : 0.5));
  expect(staying(all(6), ties, (item) => item, how)).toEqual([0, 1, 2, 3, 4]);
});

test("what goes takes along what it spoke for", () => {
  // 3 and 4 hang on one another, and 4 on nothing else.
  const ties = tiesOf(5, (i, j) => (j < 3 ? 0.6 : i === 3 ? 0.3 : j === 3 ? 0.04 : 0));
  expect(staying(all(5), ties, (item) => item, { ...byMean, least: 0.1 })).toEqual([0, 1, 2]);
});

test("two stay, however little they have in common, and one by itself", () => {
  const ties = tiesOf(2, () => 0.01);
  expect(staying([0, 1], ties, (item) => item, byUnion)).toEqual([0, 1]);
  expect(staying([0], new Map(), (item) => item, byUnion)).toEqual([0]);
});

test("each member is weighed with what the rest are and say, as groups are when they are joined", () => {
  const size = 7;
  const ties = tiesOf(size, (i, j) => ((i * 5 + j * 3) % 10) / 12);
  const document = (item: number): number => item % 3;
  const first = new Set<number>();
  const chance: Staying["chance"] = (one, rest, sums, at) => {
    const item = all(size).find((item) => {
      const own = [...(ties.get(item)?.values() ?? [])].reduce((sum, { chance }) => sum + chance, 0);
      return Math.abs(own - (sums[at] as number)) < 1e-9 && one.documents.get(document(item)) === 1 && !first.has(item);
    });
    if (item === undefined) throw new Error("No item has these sums");
    first.add(item);
    const others = all(size).filter((other) => other !== item);
    const pairs = others.flatMap((i) => others.filter((j) => j > i).map((j) => ties.get(i)?.get(j)?.chance ?? 0));
    expect(sums.length).toBe(known);
    expect(one.size).toBe(1);
    expect(rest.size).toBe(size - 1);
    expect(rest.within).toBeCloseTo(
      pairs.reduce((sum, value) => sum + value, 0),
      9,
    );
    for (const own of [0, 1, 2])
      expect(rest.documents.get(own)).toBe(others.filter((other) => document(other) === own).length);
    return 1;
  };
  expect(staying(all(size), ties, document, { chance, least: 0.5 })).toEqual(all(size));
  expect(first.size).toBe(size);
});
