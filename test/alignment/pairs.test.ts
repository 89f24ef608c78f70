import { expect, test } from "vitest";
import type { Scores } from "../../eval/suite.ts";
import { suite } from "../../eval/traps.ts";

test("pairs that must not meet seldom do, and those that must mostly do", async () => {
  const { all } = (await suite.measure("")) as { all: Scores };
  expect(all?.pairs).toBeGreaterThanOrEqual(200);
  expect(Number(all?.["wrong merges"])).toBeLessThanOrEqual(5);
  expect(Number(all?.["missed merges"])).toBeLessThanOrEqual(25);
});
