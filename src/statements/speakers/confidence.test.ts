import { expect, test } from "vitest";
import { calibration, confidenceOf, features, reliability, type Weights } from "./confidence.ts";

const zero = Object.fromEntries(features.map((feature) => [feature, 0])) as Weights;

test("a source that the lexicon does not know as a speaker lowers confidence", () => {
  const plain = { ...zero, bias: 1, score: 0.9, margin: 0.5 };
  expect(confidenceOf({ ...plain, stranger: 1 })).toBeLessThan(confidenceOf(plain));
});

test("neither speaker nor cue: never above 0.4", () => {
  expect(confidenceOf({ ...zero, bias: 1, score: 1, unnamed: 1, noCue: 1 })).toBeLessThanOrEqual(0.4);
});

test("reliability counts what is right within each tenth, 1 in the last", () => {
  const table = reliability([
    { confidence: 0.81, right: true },
    { confidence: 0.89, right: false },
    { confidence: 1, right: true },
  ]);
  expect(table.map(({ from, count, right }) => [from, count, right])).toEqual([
    [0.8, 2, 0.5],
    [0.9, 1, 1],
  ]);
  expect(reliability([])).toEqual([]);
});

test("calibration is perfect where confidence says what happens, and worst where it says the opposite", () => {
  expect(calibration([{ confidence: 1, right: true }])).toEqual({ brier: 0, error: 0 });
  expect(calibration([{ confidence: 1, right: false }])).toEqual({ brier: 1, error: 1 });
  expect(calibration([])).toEqual({ brier: 0, error: 0 });
});
