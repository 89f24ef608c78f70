import { expect, test } from "vitest";
import { pairOf } from "../../../test/alignment/pair.ts";
import { apartOf, isAnswer, namesOf } from "./chance.ts";

test.each([
  ["shared", "Hugo Stane a vendu le bac de Sorn.", "Le bac fut cédé à perte par Hugo Stane."],
  ["other", "Hugo Stane a vendu le bac.", "Nadia Brel a vendu le bac."],
  ["none", "Hugo Stane a vendu le bac de Sorn.", "Le bac a été vendu."],
  ["none", "« J'ai vendu le bac », a dit Hugo Stane.", "Hugo Stane a vendu le bac de Sorn."],
] as const)("what two propositions name besides who says them: %s: %s | %s", (names, first, second) => {
  expect(namesOf(...pairOf("fr", first, second))).toBe(names);
});

test.each([
  [true, "Lou Marek affirme que Hugo Stane a vendu le bac.", "« Je n'ai rien vendu », a dit Hugo Stane."],
  [false, "Lou Marek affirme que Nadia Brel a vendu le bac.", "« Je n'ai rien vendu », a dit Hugo Stane."],
  [false, "Hugo Stane dit que le bac est sûr.", "« Je n'ai rien vendu », a dit Hugo Stane."],
])("whether the one names whoever says the other: %s: %s | %s", (answers, first, second) => {
  const [a, b] = pairOf("fr", first, second);
  expect([isAnswer(a, b), isAnswer(b, a)]).toEqual([answers, answers]);
});

test("how far apart two sentences lie is told of one document alone", () => {
  const [a, b] = pairOf("fr", "Hugo Stane a vendu le bac.", "Nadia Brel a vendu le bac.");
  expect(apartOf(a, b)).toBeNull();
  expect(apartOf(a, a)).toBe(0);
});
