import { expect, test } from "vitest";
import { mutualOf } from "./mutual.ts";

test("two that are near to the same others have them in common, however many there are besides", () => {
  const pairs = [
    { i: 0, j: 2, chance: 0.6 },
    { i: 1, j: 2, chance: 0.6 },
    { i: 0, j: 3, chance: 0.4 },
    { i: 1, j: 3, chance: 0.4 },
    { i: 4, j: 5, chance: 0.9 },
  ];
  expect(mutualOf(6, pairs)(0, 1)).toBeCloseTo(1, 10);
  expect(mutualOf(600, pairs)(0, 1)).toBeCloseTo(1, 10);
  expect(mutualOf(6, pairs)(1, 0)).toBe(mutualOf(6, pairs)(0, 1));
});

test("what else either is near to takes from it", () => {
  const common = [
    { i: 0, j: 2, chance: 0.6 },
    { i: 1, j: 2, chance: 0.6 },
  ];
  const apart = [...common, { i: 0, j: 3, chance: 0.8 }];
  expect(mutualOf(4, apart)(0, 1)).toBeCloseTo(0.6, 10);
});

test("nothing in common, or next to nothing, is none", () => {
  expect(mutualOf(3, [])(0, 1)).toBe(0);
  const little = [
    { i: 0, j: 2, chance: 0.01 },
    { i: 1, j: 2, chance: 0.01 },
  ];
  expect(mutualOf(3, little)(0, 1)).toBe(0);
});
