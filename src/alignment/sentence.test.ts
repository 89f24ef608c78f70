import { expect, test } from "vitest";
import { pairOf } from "../../test/alignment/pair.ts";
import { sentenceOf } from "./sentence.ts";

test("words that name who does it come before those that hang on a verb", () => {
  const nodes = pairOf(
    "fr",
    "Le maire exige de fermer le port de Harn à Ida Moll et à Ada Lind.",
    "Le port de Harn ferme lundi.",
  );
  expect(sentenceOf(nodes, false)).toBe("Le port de Harn ferme lundi.");
});

test("a word that only ends like a verb is no verb", () => {
  const nodes = pairOf("en", "their boat sank off Harn on Monday, Ida Moll said.", "The boat sank.");
  expect(sentenceOf(nodes, false)).toBe("Their boat sank off Harn on Monday.");
});

test("words that deny what a claim states are turned round", () => {
  const nodes = pairOf("fr", "Le port n'a pas été fermé.", "Le port n'a pas été fermé lundi.");
  expect(sentenceOf(nodes, false)).toBe("Le port a été fermé lundi.");
  expect(sentenceOf(nodes, true)).toBe("Le port n'a pas été fermé lundi.");
});

test("what the others of a claim speak of comes before what hangs on it by little", () => {
  const nodes = pairOf("fr", "Le port de Harn ferme lundi.", "La mairie de Sorn a vendu le bac de Harn à Ida Moll.");
  const [port, bac] = nodes;
  expect(sentenceOf(nodes, false)).toBe("La mairie de Sorn a vendu le bac de Harn à Ida Moll.");
  const held = new Map([
    [port, 0.6],
    [bac, 0.1],
  ]);
  expect(sentenceOf(nodes, false, new Set(), held)).toBe("Le port de Harn ferme lundi.");
});
