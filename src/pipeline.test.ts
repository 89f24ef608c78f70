import { expect, test } from "vitest";
import { captureBytes } from "./capture/index.ts";
import type { Reading } from "./model/index.ts";
import { encoded, readCapture } from "./pipeline.ts";

const text = "Le maire de Sorn affirme que le pont a été fermé mardi. La préfecture le dément.";
const whole = (): Reading => encoded(readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })));

const vectorsIn = ({ propositions }: Reading): readonly (string | undefined)[] =>
  propositions.map(({ vector }) => vector);

test("each proposition leans to one of three sides, in hundredths", () => {
  const said = whole().propositions;
  expect(said.length).toBeGreaterThan(0);
  for (const { leaning } of said) {
    expect(leaning).toHaveLength(3);
    expect(Math.abs((leaning ?? []).reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(1);
  }
});

test("a vector is made for what has none, and for all where another encoder made them", () => {
  const reading = whole();
  const vectors = vectorsIn(reading);
  expect(vectors.length).toBeGreaterThan(0);
  expect(vectors.every((vector) => vector !== undefined)).toBe(true);
  const foreign = reading.propositions.map((proposition, at) =>
    at === 0 ? { ...proposition, vector: Buffer.alloc(256).toString("base64") } : proposition,
  );
  const today = { ...reading, propositions: foreign };
  expect(vectorsIn(encoded(today))).toEqual(vectorsIn(today));
  const before = { ...today, engine: { ...today.engine, models: { ...today.engine.models, claims: "0" } } };
  expect(vectorsIn(encoded(before))).toEqual(vectors);
  expect(encoded(before).engine).toEqual(reading.engine);
});
