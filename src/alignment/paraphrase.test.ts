import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { identities } from "./names.ts";
import { nodesOf } from "./node.ts";
import { paraphraseOf } from "./paraphrase.ts";
import { threshold } from "./similarity.ts";

/** How alike the first propositions of two documents of one sentence each are, word by word. */
function alike(first: readonly [string, string], second: readonly [string, string]): number {
  const readings = [first, second].map(([language, sentence], at) => {
    const { document, ...rest } = captureBytes(new TextEncoder().encode(sentence), { uri: `${at}.txt` });
    return readCapture({ ...rest, document: { ...document, language } });
  });
  const identity = identities(readings);
  const [a, b] = readings.map((reading) => nodesOf(reading, identity)[0]);
  if (a === undefined || b === undefined) throw new Error("a sentence says nothing");
  return paraphraseOf(a, b).score;
}

test.each([
  ["fr", "L’usine Sarnel recrute cent soudeurs.", "fr", "L’usine Sarnel embauche cent soudeurs."],
  ["fr", "L’armée s’est retirée du village de Pralong.", "en", "The army withdrew from the village of Pralong."],
])("%s: %s | %s: %s", (a, first, b, second) => {
  expect(alike([a, first], [b, second])).toBeGreaterThanOrEqual(threshold);
});

test.each([
  ["each says something else", "fr", "Sarnel a saisi les ordinateurs.", "fr", "Sarnel a saisi les véhicules."],
  ["others are named", "en", "Ada Strand hired a welder.", "en", "Odo Lanz hired a welder."],
  ["words that any story may have", "fr", "La juge a annulé l’amende.", "fr", "La juge a levé la sanction."],
])("not: %s", (_, a, first, b, second) => {
  expect(alike([a, first], [b, second])).toBe(0);
});
