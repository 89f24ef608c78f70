import { expect, test } from "vitest";
import { leastChance } from "./chance.ts";

test("in a long affair it takes a lower chance, in proportion, but never less than half", () => {
  expect([1, 60, 110].map(leastChance)).toEqual([0.14, 0.14, 0.14]);
  expect(leastChance(154)).toBeCloseTo(0.1, 10);
  expect([220, 5_000, Number.POSITIVE_INFINITY].map(leastChance)).toEqual([0.07, 0.07, 0.07]);
});
