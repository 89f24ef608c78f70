import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const said = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(
    ({ evidence }) => evidence.text,
  );

test.each([
  "Publié le 14 mars 2031 à 8h45",
  "Publié le 14 mars 2031 à 8h45, mis à jour à 10h20",
  "Mis à jour le 3 mai 2031 à 10h20",
  "Published March 14, 2031, updated at 10:20",
])("a line that dates its page says nothing of the world: %s", (text) => {
  expect(said(text)).toEqual([]);
});

test.each([
  "La digue de Harn est fissurée.\n\nTraduit par Hélène Roussin",
  "La digue de Harn est fissurée.\n\nTraduit de l'anglais par Hélène Roussin",
])("a line that tells where words come from says nothing of the world: %s", (text) => {
  expect(said(text)).toEqual(["La digue de Harn est fissurée"]);
});

test.each([
  ["Publié lundi, le rapport accable la mairie.", "le rapport accable la mairie"],
  ["Le rapport a été publié lundi.", "Le rapport a été publié lundi"],
  ["Libéré mardi, le capitaine se tait.", "Libéré mardi"],
])("not: %s", (text, expected) => {
  expect(said(text)).toContain(expected);
});
