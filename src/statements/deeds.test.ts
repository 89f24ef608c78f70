import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";

function statements(language: string, sentence: string): number {
  const { document, ...rest } = captureBytes(new TextEncoder().encode(sentence), { uri: "a.txt" });
  return readCapture({ ...rest, document: { ...document, language } }).statements.length;
}

test.each([
  ["fr", "Le tribunal a condamné Paul Roque pour corruption."],
  ["fr", "Paul Roque a été condamné pour corruption par le tribunal."],
  ["en", "Sarnel dismissed its accountant."],
  ["en", "The army attacked the hospital in Sorn."],
  ["en", "Drones attacked Belville on the night of March 4."],
])("a deed is no statement, %s: %s", (language, sentence) => {
  expect(statements(language, sentence)).toBe(0);
});

test.each([
  ["fr", "L’évêque a condamné l’attaque du village."],
  ["en", "The mayor dismissed the reports as gossip."],
  ["en", "The opposition attacked the plan."],
])("what is said of somebody's deed or word is one, %s: %s", (language, sentence) => {
  expect(statements(language, sentence)).toBe(1);
});

test.each([
  "The army denied having attacked the port.",
  "The general staff of Sarnie denied having attacked Belville.",
])("what is denied of a deed is no word about it: %s", (sentence) => {
  expect(statements("en", sentence)).toBe(1);
});
