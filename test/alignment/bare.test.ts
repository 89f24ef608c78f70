import { expect, test } from "vitest";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture, relate } from "../../src/pipeline.ts";

const read = (text: string, name = "a") =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${name}.txt` }));

test("what is said of the matter itself is not taken for an attack of other months", () => {
  const { claims } = relate([
    read(`Le Soir de Brand, 14 mars 2031

Des drones ont attaqué dans la nuit le port de Sorn.

En janvier, l'attaque du marché de Lorsk avait fait 23 morts.

« Il s'agit d'une attaque délibérée », a affirmé la ministre Ana Veld.`),
  ]);
  const of = (words: RegExp) =>
    claims.find(({ positions }) => positions.some(({ evidence }) => words.test(evidence.text)))?.id;
  expect(of(/délibérée/)).toBeDefined();
  expect(of(/Lorsk/)).toBeDefined();
  expect(of(/délibérée/)).not.toBe(of(/Lorsk/));
});

test("nor is it where the other attack is told of later on", () => {
  const { claims } = relate([
    read(`Le Soir de Brand, 14 mars 2031

« Il s'agit d'une attaque délibérée », a affirmé la ministre Ana Veld.

En janvier, l'attaque du marché de Lorsk avait fait 23 morts.`),
  ]);
  const both = claims.filter(({ positions }) => /Lorsk/.test(positions.map(({ evidence }) => evidence.text).join(" ")));
  expect(both.length).toBe(1);
  expect(both.flatMap(({ positions }) => positions).some(({ evidence }) => /délibérée/.test(evidence.text))).toBe(
    false,
  );
});
