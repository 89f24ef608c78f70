import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const read = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(
    ({ evidence, plain = "-" }) => `${evidence.text} = ${plain === true ? "itself" : plain}`,
  );

test.each([
  ["Le port de Harn est fermé.", "Le port de Harn est fermé = itself"],
  ["Le maire a dit que le port était fermé.", "le port était fermé = itself"],
  ["Jon Pell said the mayor sold the ferry.", "the mayor sold the ferry = itself"],
])("words that are a sentence: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  [
    "L'usine de Harn, qui emploie 310 personnes, a fermé lundi.",
    "qui emploie 310 personnes = L'usine de Harn emploie 310 personnes",
  ],
  [
    "Two people who worked in the port at the time said that the mayor sold the ferry.",
    "who worked in the port at the time = Two people worked in the port at the time",
  ],
  [
    "The rockets that Mr. Dane saw under the sacks were fake.",
    "that Mr. Dane saw under the sacks = Mr. Dane saw the rockets under the sacks",
  ],
  ["Le bac a coulé au large du port qui a fermé lundi.", "qui a fermé lundi = le port a fermé lundi"],
])("a relative clause has its noun: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["Le maire a vendu le bac et fermera le port.", "et fermera le port = Le maire fermera le port"],
  ["Ida Moll est partie lundi. Elle a fermé le port et vendra la tour.", "et vendra la tour = Ida Moll vendra la tour"],
])("a second verb has the subject of the first: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  [
    "Le préfet accuse la ministre d'avoir caché la fuite pendant un mois.",
    "avoir caché la fuite pendant un mois = la ministre a caché la fuite pendant un mois",
  ],
  ["L'armée est accusée d'avoir tiré sur le bac.", "avoir tiré sur le bac = L'armée a tiré sur le bac"],
  [
    "The union accused the company of having hidden the leak.",
    "having hidden the leak = the company has hidden the leak",
  ],
])("who is accused of it is said to have done it: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["Elle est tombée lorsqu'il est parti.", "lorsqu'il est parti = -"],
  ["Ida Moll nie avoir vendu le bac.", "avoir vendu le bac = -"],
  ["Les sacs que le maire a vus hier contenaient de la farine.", "que le maire a vus hier = -"],
])("words that make none by themselves: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test("a dateline is no part of it", () => {
  expect(read("HARN (AP) — The port of Harn has been closed since Monday.").join("\n")).not.toMatch(/= HARN/);
});

test("many relative clauses inside one another take time that grows with their number", () => {
  const timeOf = (clauses: number): number => {
    const began = performance.now();
    expect(read(`Le maire ${"qui connaît le préfet ".repeat(clauses)}est parti.`).length).toBeGreaterThan(clauses);
    return performance.now() - began;
  };
  timeOf(100);
  // Eight times as many; by their square it would be sixty-four times as long.
  expect(timeOf(16_000)).toBeLessThan(16 * timeOf(2000));
}, 60_000);
