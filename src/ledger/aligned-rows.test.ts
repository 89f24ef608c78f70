import { expect, test } from "vitest";
import type { Position } from "../model/index.ts";
import { claimPlace } from "./aligned-rows.ts";

const positions = (count: number, held?: number): Position[] =>
  Array.from({ length: count }, () => (held === undefined ? {} : { held })) as unknown as Position[];

test("a claim is listed by how much is surely said of it, however much there is, ties by id", () => {
  const sizes = [1, 2, 3, 10, 11, 400, 401, 5_000, 5_040, 100_000];
  const places = sizes.map((size) => claimPlace(positions(size), "claim-00000"));
  expect(places).toEqual([...places].sort((a, b) => b - a));
  expect(new Set(places).size).toBe(sizes.length);
  for (const place of places) expect(place).toBeLessThan(2 ** 31);
  expect(claimPlace(positions(9, 29), "claim-00000")).toBeGreaterThan(claimPlace(positions(1, 30), "claim-00000"));
  expect(claimPlace(positions(4), "claim-00001")).toBeGreaterThan(claimPlace(positions(4), "claim-00000"));
});
