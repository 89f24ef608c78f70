import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";

const read = (language: string, text: string, name: string) => {
  const { document, ...rest } = captureBytes(new TextEncoder().encode(text), { uri: `${name}.txt` });
  return readCapture({ ...rest, document: { ...document, language } });
};

/** Whether a claim has positions from both of two documents of one sentence each. */
function meet(language: string, first: string, second: string): boolean {
  const { claims } = relate([read(language, first, "a"), read(language, second, "b")]);
  return claims.some(({ positions }) => new Set(positions.map(({ document }) => document)).size > 1);
}

test.each([
  ["fr", "Cela coûtera dix millions d’euros à la ville.", "Cela va coûter dix millions d’euros à la ville."],
  ["en", "This will cost the town ten million dollars.", "That will cost the town ten million dollars."],
])("what only points meets nothing in another document: %s %s", (language, first, second) => {
  expect(meet(language, first, second)).toBe(false);
});

test("a subject that is named does", () => {
  expect(meet("fr", "Le tram coûtera dix millions d’euros.", "Le tram va coûter dix millions d’euros.")).toBe(true);
});

test.each([
  ["« Ce qui compte pour Belmar, c’est », a dit Ada Lind.", 0],
  ["Pour le maire, la priorité, c’est", 0],
  ["« La priorité, c’est le tram », a dit Ada Lind.", 1],
])("words that end before what they lead to say nothing: %s", (sentence, count) => {
  expect(read("fr", sentence, "a").propositions.length).toBe(count);
});
