import { expect, test } from "vitest";
import {
  chanceOfUnion,
  known,
  leastMean,
  leastOfUnion,
  meanChance,
  measuresOfUnion,
  opposed,
  type Tie,
  tieOf,
  type Whole,
} from "./union.ts";

const likeness = { score: 0, conflict: null, turned: false, atHeart: 0, telling: 0 };

/** A pair of two documents, or of one with so many sentences between. */
const pair = (chance: number, apart: number | null = null): Tie =>
  tieOf(
    0,
    1,
    {
      likeness,
      oneDocument: apart !== null,
      oneSpeaker: false,
      apart,
      answers: false,
      names: "none",
      narrated: 0,
      cosine: chance,
      closeness: 2 * chance - 1,
      between: [0, 0],
      size: 90,
    },
    chance,
    chance,
  );

const group = (documents: readonly string[], within = 0): Whole => ({
  size: documents.length,
  within,
  documents: new Map([...Map.groupBy(documents, (one) => one)].map(([one, all]) => [one, all.length])),
});

const sumOf = (ties: readonly Tie[]): Float64Array => {
  const sums = new Float64Array(known);
  for (const { shown } of ties) for (const [at, value] of shown.entries()) sums[at] = (sums[at] ?? 0) + value;
  return sums;
};

const chanceOf = (a: Whole, b: Whole, ties: readonly Tie[]): number =>
  chanceOfUnion(measuresOfUnion(a, b, sumOf(ties), 0));

test("of two by themselves their chance tells all, and of more the likelier each two are", () => {
  const [a, b, two] = [group(["a"]), group(["b"]), group(["b", "c"], 0.6)];
  expect(chanceOf(a, b, [pair(0.3)])).toBeCloseTo(0.3, 10);
  expect(chanceOf(a, b, [opposed(0, 1)])).toBe(0);
  const chances = [0.02, 0.1, 0.3, 0.6].map((chance) => chanceOf(a, two, [pair(chance), pair(chance)]));
  expect(chances).toEqual([...chances].sort((x, y) => x - y));
  expect(chances[0]).toBeLessThan(0.1);
  expect(chances.at(-1)).toBeGreaterThan(0.5);
});

test("what two groups exclude by one pair is less likely one claim", () => {
  const [a, b] = [group(["a", "b"], 0.5), group(["c"])];
  expect(chanceOf(a, b, [pair(0.5), opposed(0, 1)])).toBeLessThan(chanceOf(a, b, [pair(0.5), pair(0.3)]));
});

test("of one document what stands side by side is likelier one claim than what lies far apart", () => {
  const [a, b] = [group(["a"]), group(["a", "a"], 0.6)];
  const apart = (sentences: number): number => chanceOf(a, b, [pair(0.3, sentences), pair(0.3, sentences)]);
  expect(apart(1)).toBeGreaterThan(apart(12));
  expect(apart(12)).toBe(apart(40));
});

test("the shorter an affair, the more it takes", () => {
  expect([150, 5_000].map(leastOfUnion)).toEqual([leastOfUnion(150), leastOfUnion(150)]);
  expect(leastOfUnion(150)).toBeCloseTo(0.15, 10);
  const falling = [14, 30, 60, 100, 150].map(leastOfUnion);
  expect(falling).toEqual([...falling].sort((x, y) => y - x));
  expect(falling[0]).toBeGreaterThan(0.25);
});

test("by the mean alone a single pair tells less than several that are as likely", () => {
  const one = meanChance(group(["a"]), group(["b"]), sumOf([pair(0.2)]), 0);
  const several = meanChance(
    group(["a", "b"]),
    group(["c", "d"]),
    sumOf(Array.from({ length: 4 }, () => pair(0.2))),
    0,
  );
  expect(one).toBeLessThan(leastMean);
  expect(several).toBeGreaterThan(leastMean);
});
