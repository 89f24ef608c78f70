import { expect, test } from "vitest";
import type { OriginBounds, OriginGroup } from "../model/index.ts";
import { grownBounds } from "./grown.ts";

const group = (key: string, ...members: string[]): OriginGroup => ({ root: key, key, members, because: "" });
const bounds = (lower: number, upper: number, ...groups: OriginGroup[]): OriginBounds => ({ lower, upper, groups });
const none = bounds(0, 0);

test("what is new is an origin of its own unless something says otherwise", () => {
  const whole = bounds(2, 2, group("mayor", "s1"), group("prefect", "s2"));
  const after = grownBounds(
    whole,
    bounds(1, 1, group("mayor", "s1")),
    bounds(2, 2, group("mayor", "s1"), group("x", "s9")),
  );
  expect([after.lower, after.upper]).toEqual([3, 3]);
  expect(after.groups.map(({ members }) => members)).toEqual([["s1"], ["s2"], ["s9"]]);
});

test("one root counts once, even where none of its positions is at hand", () => {
  const whole = bounds(2, 2, group("mayor", "s1"), group("prefect", "s2"));
  const after = grownBounds(whole, none, bounds(1, 1, group("prefect", "s9")));
  expect([after.lower, after.upper]).toEqual([2, 2]);
  expect(after.groups[1]?.members).toEqual(["s2", "s9"]);
});

test("what may be one with a position at hand leaves the lower bound as it was", () => {
  const whole = bounds(2, 2, group("mayor", "s1"), group("prefect", "s2"));
  const after = grownBounds(whole, bounds(1, 1, group("mayor", "s1")), bounds(1, 2, group("mayor", "s1", "s9")));
  expect([after.lower, after.upper]).toEqual([2, 3]);
});

test("the first of a side are what they are among themselves", () => {
  const after = grownBounds(none, none, bounds(1, 2, group("mayor", "s1", "s2")));
  expect([after.lower, after.upper]).toEqual([1, 2]);
});

test("a narrator who comes to a claim leaves its lower bound as it was, and counts for none beside a named source", () => {
  const whole = bounds(1, 1, group("mayor", "s1"));
  const told = grownBounds(whole, none, bounds(1, 1, group("document:x", "s9")));
  expect([told.lower, told.upper]).toEqual([1, 2]);
  const named = grownBounds(bounds(1, 1, group("document:x", "s1")), none, bounds(1, 1, group("mayor", "s9")));
  expect([named.lower, named.upper]).toEqual([1, 2]);
});
