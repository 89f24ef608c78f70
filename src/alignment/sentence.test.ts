import { expect, test } from "vitest";
import { pairOf } from "../../test/alignment/pair.ts";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { indicative } from "./indicative.ts";
import { identities } from "./names.ts";
import { nodesOf } from "./node.ts";
import { sentenceOf } from "./sentence.ts";

test("words that name who does it come before those that hang on a verb", () => {
  const nodes = pairOf(
    "fr",
    "Le maire exige de fermer le port de Harn à Ida Moll et à Ada Lind.",
    "Le port de Harn ferme lundi.",
  );
  expect(sentenceOf(nodes, false)?.sentence).toBe("Le port de Harn ferme lundi.");
});

test("a word that only ends like a verb is no verb", () => {
  const nodes = pairOf("en", "their boat sank off Harn on Monday, Ida Moll said.", "The boat sank.");
  expect(sentenceOf(nodes, false)?.sentence).toBe("Their boat sank off Harn on Monday.");
});

test("words that deny what a claim states are turned round", () => {
  const nodes = pairOf("fr", "Le port n'a pas été fermé.", "Le port n'a pas été fermé lundi.");
  expect(sentenceOf(nodes, false)?.sentence).toBe("Le port a été fermé lundi.");
  expect(sentenceOf(nodes, true)?.sentence).toBe("Le port n'a pas été fermé lundi.");
});

test("what the others of a claim speak of comes before what hangs on it by little", () => {
  const nodes = pairOf("fr", "Le port de Harn ferme lundi.", "La mairie de Sorn a vendu le bac de Harn à Ida Moll.");
  const [port, bac] = nodes;
  expect(sentenceOf(nodes, false)?.sentence).toBe("La mairie de Sorn a vendu le bac de Harn à Ida Moll.");
  const held = new Map([
    [port, 0.6],
    [bac, 0.1],
  ]);
  expect(sentenceOf(nodes, false, new Set(), held)?.sentence).toBe("Le port de Harn ferme lundi.");
});

test("a sentence comes before words that are none, a noun before its relative clause", () => {
  const fragments = pairOf(
    "fr",
    "Le préfet Luc Tarn dément avoir fermé le port de Harn à Ida Moll.",
    "Le port de Harn a fermé.",
  );
  expect(sentenceOf(fragments, false)?.sentence).toBe("Le port de Harn a fermé.");
  const relative = readCapture(
    captureBytes(Buffer.from("L'usine de Harn, qui emploie 310 personnes, a fermé."), { uri: "a.txt" }),
  );
  const [node] = nodesOf(relative, identities([relative]));
  expect(sentenceOf(node === undefined ? [] : [node], false)?.sentence).toBe("L'usine de Harn emploie 310 personnes.");
});

test.each([
  ["fr", "« Nous avons vendu le bac de Harn », a déclaré Luc Tarn.", "Luc Tarn : Nous avons vendu le bac de Harn."],
  ["fr", "« Mon bac a coulé », a déclaré Luc Tarn.", "Luc Tarn : Mon bac a coulé."],
  ["en", "“I sold the ferry of Harn,” Jon Pell said.", "Jon Pell: I sold the ferry of Harn."],
  ["en", "“US boats have left,” Jon Pell said.", "US boats have left."],
])("who speaks of himself is named: %s %s", (language, text, expected) => {
  expect(sentenceOf([pairOf(language, text, text)[0]], false)?.sentence).toBe(expected);
});

test("what a claim states is never a denial of it that cannot be turned round", () => {
  const nodes = pairOf(
    "fr",
    "Le préfet de Harn Luc Tarn n'a jamais rien caché à Ida Moll, selon Ada Lind.",
    "Il cache la fuite.",
  );
  expect(sentenceOf(nodes, false)?.sentence).toMatch(/cache la fuite/);
});

test.each([
  ["Ida Moll doute que les bateaux soient encore au port.", "Les bateaux sont encore au port."],
  ["Ida Moll doute que le bac de Harn puisse partir lundi.", "Le bac de Harn peut partir lundi."],
  ["Ida Moll exige que l'on ferme le port de Harn.", "On ferme le port de Harn."],
])("what hangs on another verb is told by itself: %s", (text, expected) => {
  expect(sentenceOf([pairOf("fr", text, text)[0]], false)?.sentence).toBe(expected);
});

test("what hangs on a verb of its own, or stands in a sentence of the document, keeps its mood", () => {
  const [own] = pairOf("fr", "Bien qu'il ait vendu le bac de Harn, Jon Pell reste au port.", "Le port ferme.");
  expect(sentenceOf([own], false)?.sentence).toBe("Bien qu'il ait vendu le bac de Harn.");
  const text = "le maire craint que le bac soit vendu";
  const evidence = { start: 0, end: text.length + 4, text: `que ${text}` };
  expect(indicative(text, { ...own, proposition: { ...own.proposition, evidence } })).toBe(text);
  expect(indicative("le bac soit vendu", { ...own, proposition: { ...own.proposition, evidence } })).toBe(
    "le bac est vendu",
  );
});
