import { expect, test } from "vitest";
import { pairOf } from "../../../test/alignment/pair.ts";
import { leastChance, namesOf } from "./chance.ts";

test("in a long affair it takes a lower chance, in proportion, but never less than four fifths", () => {
  expect([1, 60, 130].map(leastChance)).toEqual([0.15, 0.15, 0.15]);
  expect(leastChance(150)).toBeCloseTo(0.13, 10);
  expect([220, 5_000, Number.POSITIVE_INFINITY].map(leastChance)).toEqual([0.12, 0.12, 0.12]);
});

test.each([
  ["shared", "Hugo Stane a vendu le bac de Sorn.", "Le bac fut cédé à perte par Hugo Stane."],
  ["other", "Hugo Stane a vendu le bac.", "Nadia Brel a vendu le bac."],
  ["none", "Hugo Stane a vendu le bac de Sorn.", "Le bac a été vendu."],
  ["none", "« J'ai vendu le bac », a dit Hugo Stane.", "Hugo Stane a vendu le bac de Sorn."],
] as const)("what two propositions name besides who says them: %s: %s | %s", (names, first, second) => {
  expect(namesOf(...pairOf("fr", first, second))).toBe(names);
});
