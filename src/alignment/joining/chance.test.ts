import { expect, test } from "vitest";
import { leastChance } from "./chance.ts";

test("in a long affair it takes a lower chance, in proportion, but never less than three quarters", () => {
  expect([1, 60, 130].map(leastChance)).toEqual([0.16, 0.16, 0.16]);
  expect(leastChance(160)).toBeCloseTo(0.13, 10);
  expect([220, 5_000, Number.POSITIVE_INFINITY].map(leastChance)).toEqual([0.12, 0.12, 0.12]);
});
