import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { encode, encoderCard } from "./index.ts";
import { Encoder, type Stretch } from "./layers.ts";
import { loadEncoder } from "./weights.ts";

const root = resolve(import.meta.dirname, "../../..");
const weights = existsSync(resolve(root, "models/claims/weights.bin"));

/** What the trained encoder itself makes of sentences of our own, in 32-bit floats: `training/encoder/pack.py` writes it. */
type Reference = {
  readonly sha256: string;
  readonly cases: readonly (Stretch & {
    readonly tokens: number[];
    readonly vector: number[];
    readonly leaning: number[];
  })[];
};
const reference = (): Reference =>
  JSON.parse(readFileSync(resolve(root, "test/cases/encoder.json"), "utf8")) as Reference;

const dot = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
};

test("the card and the weights stand side by side, or neither does", () => {
  expect(weights).toBe(encoderCard() !== null);
});

describe.skipIf(!weights)("the encoder of claims (skipped where models/claims/weights.bin is not)", () => {
  test("the reference was made of these weights", () => {
    expect(reference().sha256).toBe(encoderCard()?.sha256);
  });

  test("texts are cut as the reference cuts them", () => {
    const encoder = new Encoder(loadEncoder("claims"));
    for (const { tokens, ...stretch } of reference().cases)
      expect(encoder.tokens(stretch).tokens, stretch.text).toEqual(tokens);
  });

  test("leanings are the reference's", () => {
    const { cases } = reference();
    const off = encode(cases).flatMap(({ leaning }, i) =>
      (cases[i]?.leaning ?? []).map((chance, n) => Math.abs(chance - (leaning?.[n] ?? 9))),
    );
    expect(off).toHaveLength(3 * cases.length);
    expect(Math.max(...off)).toBeLessThan(0.2);
    expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(0.04);
  });

  test("vectors are the reference's", () => {
    const { cases } = reference();
    const vectors = encode(cases);
    const likeness = cases.map(({ vector }, i) => dot(vector, vectors[i]?.vector ?? []));
    cases.forEach((stretch, i) => {
      expect(likeness[i], stretch.text).toBeGreaterThan(0.985);
      expect(encode([stretch])[0]).toEqual(vectors[i]);
    });
    expect(likeness.reduce((sum, one) => sum + one, 0) / cases.length).toBeGreaterThan(0.995);
  });
});
