import { expect, test } from "vitest";
import { mutualOf } from "./mutual.ts";

const mutual = (size: number, pairs: Parameters<typeof mutualOf>[1], i: number, j: number): number | undefined =>
  mutualOf(size, pairs, [{ i, j, chance: 0 }])[0];

test("two that are near to the same others have them in common, however many there are besides", () => {
  const pairs = [
    { i: 0, j: 2, chance: 0.6 },
    { i: 1, j: 2, chance: 0.6 },
    { i: 0, j: 3, chance: 0.4 },
    { i: 1, j: 3, chance: 0.4 },
    { i: 4, j: 5, chance: 0.9 },
  ];
  expect(mutual(6, pairs, 0, 1)).toBeCloseTo(1, 10);
  expect(mutual(600, pairs, 0, 1)).toBeCloseTo(1, 10);
  expect(mutual(6, pairs, 1, 0)).toBe(mutual(6, pairs, 0, 1));
});

test("what else either is near to takes from it", () => {
  const common = [
    { i: 0, j: 2, chance: 0.6 },
    { i: 1, j: 2, chance: 0.6 },
  ];
  const apart = [...common, { i: 0, j: 3, chance: 0.8 }];
  expect(mutual(4, apart, 0, 1)).toBeCloseTo(0.6, 10);
});

test("nothing in common, or next to nothing, is none", () => {
  expect(mutual(3, [], 0, 1)).toBe(0);
  const little = [
    { i: 0, j: 2, chance: 0.01 },
    { i: 1, j: 2, chance: 0.01 },
  ];
  expect(mutual(3, little, 0, 1)).toBe(0);
});

test("many pairs at once are what each is by itself", () => {
  const pairs = Array.from({ length: 40 }, (_, j) =>
    Array.from({ length: j }, (_, i) => ({ i, j, chance: ((i * 7 + j * 13) % 19) / 20 })),
  ).flat();
  const all = mutualOf(40, pairs);
  expect([...all].some((value) => value > 0.5)).toBe(true);
  expect([...all]).toEqual(pairs.map(({ i, j }) => mutual(40, pairs, i, j)));
});
