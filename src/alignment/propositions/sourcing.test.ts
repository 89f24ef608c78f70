import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const said = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(
    ({ evidence }) => evidence.text,
  );

test.each([
  "Ils ont parlé sous couvert de l'anonymat.",
  "They spoke on condition of anonymity.",
  "Elles n'étaient pas autorisées à s'exprimer.",
  "They were not authorised to discuss it.",
  "Elle préfère ne pas être nommée.",
  "They declined to be named.",
  "He asked not to be identified.",
])("how a document came by its words is no claim: %s", (text) => {
  expect(said(text)).toEqual([]);
});

test.each([
  ["Le parquet a interrogé le maire lundi.", "Le parquet a interrogé le maire lundi"],
  ["La loi autorise la vente du port.", "La loi autorise la vente du port"],
  ["Une lettre anonyme accuse la mairie.", "Une lettre anonyme accuse la mairie"],
  ["Le gardien du port veut être nommé.", "Le gardien du port veut être nommé"],
  ["Le maire a refusé d'être nommé préfet.", "Le maire a refusé d'être nommé préfet"],
  ["The two mayors spoke on Monday.", "The two mayors spoke on Monday"],
])("not: %s", (text, expected) => {
  expect(said(text)).toContain(expected);
});
