import { expect, test } from "vitest";
import { align } from "../../src/alignment/index.ts";
import type { Figure, Reading } from "../../src/model/index.ts";
import { reading } from "./readings.ts";

const counted = (name: string, text: string, figures: readonly Partial<Figure>[]): Reading => {
  const base = reading(name, [{ text, event: "protest", lemmas: ["street"], occurs: true }]);
  return {
    ...base,
    document: { ...base.document, language: "fr" },
    figures: figures.map((figure) => ({
      start: text.indexOf(figure.text ?? ""),
      end: text.indexOf(figure.text ?? "") + (figure.text?.length ?? 0),
      text: "",
      value: 0,
      upper: null,
      unit: "manifestant",
      what: "manifestants",
      bound: "exact",
      scope: { place: "Tarn", time: null },
      speaker: { id: "person:prefet", name: "Préfet" },
      statement: null,
      ...figure,
    })),
  };
};
const groups = (one: Reading) =>
  align([one]).figures.map(({ relation, members, because }) => ({
    relation,
    values: members.map(({ value }) => value),
    because,
  }));
const union = { id: "org:union", name: "Union" };

test("two parties' figures of one thing differ by a factor", () => {
  const text = "800 manifestants selon la préfecture, 4000 manifestants selon le syndicat";
  const [group] = groups(
    counted("a", text, [
      { text: "800", value: 800 },
      { text: "4000", value: 4000, speaker: union },
    ]),
  );
  expect(group).toMatchObject({ relation: "same", values: [800, 4000] });
  expect(group?.because).toContain("factor 5");
});
test("bounds that leave room hold together; one speaker with two figures is flagged", () => {
  const text = "plus de 500 manifestants, 800 manifestants";
  const loose = groups(
    counted("b", text, [
      { text: "500", value: 500, bound: "at-least" },
      { text: "800", value: 800 },
    ]),
  );
  expect(loose[0]?.because).toBe("All of these can hold together.");
  const twice = groups(
    counted("c", "Le préfet compte 500 manifestants puis le préfet compte 800 manifestants", [
      { text: "500", value: 500 },
      { text: "800", value: 800 },
    ]),
  );
  expect(twice[0]?.because).toContain("Préfet gives both");
});
test("62 of 145 is a part; others are counted beside; other places are not comparable", () => {
  const text = "62 des 145 manifestants, 36 autres manifestants";
  const found = groups(
    counted("d", text, [
      { text: "62", value: 62 },
      { text: "145 manifestants", value: 145 },
      { text: "36 autres", value: 36 },
    ]),
  );
  expect(found.filter(({ relation }) => relation === "same")).toEqual([]);
  expect(found.find(({ relation }) => relation === "part-of")?.values).toEqual([62, 145]);
  const places = groups(
    counted("e", "62 ici, 90 là", [
      { text: "62", value: 62 },
      { text: "90", value: 90, scope: { place: "Sorn", time: null } },
    ]),
  );
  expect(places.map(({ relation }) => relation)).toEqual(["not-comparable"]);
});
