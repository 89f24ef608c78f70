import { expect, test } from "vitest";
import { disagreements, type Rating, scoresOf, weightOfRating, weightsOf } from "./score.ts";

const of = (evidence: string, hypothesis: string, rating: Rating["rating"], by = "Ana"): Rating => ({
  evidence,
  hypothesis,
  by,
  rating,
});

test("evidence that speaks against an explanation counts, evidence for it does not", () => {
  const weights = new Map([
    ["e1", 1],
    ["e2", 1],
  ]);
  const ratings = [of("e1", "h1", "CC"), of("e2", "h1", "I"), of("e1", "h2", "N"), of("e2", "h2", "C")];
  expect(scoresOf(["h1", "h2"], ratings, weights)).toEqual([
    { hypothesis: "h2", against: 0, inFavour: 1 },
    { hypothesis: "h1", against: 1, inFavour: 2 },
  ]);
});

test("what rests on one root counts once, by the best rated source that carries it", () => {
  const evidence = [
    { id: "e1", roots: ["agency"], sources: ["outlet:a", "outlet:b"] },
    { id: "e2", roots: ["agency"], sources: ["outlet:a"] },
    { id: "e3", roots: [], sources: [] },
  ];
  const rated = new Map([["outlet:a", { reliability: "E", credibility: null }] as const]);
  const weights = weightsOf(evidence, rated);
  expect(weights.get("e1")).toBe(0.5);
  expect(weights.get("e2")).toBe(0.1);
  expect(weights.get("e3")).toBe(1);
});

test("without a source, what only it carries weighs nothing and frees the root", () => {
  const evidence = [
    { id: "e1", roots: ["agency"], sources: ["outlet:b"] },
    { id: "e2", roots: ["agency"], sources: ["outlet:a"] },
  ];
  const weights = weightsOf(evidence, new Map(), new Set(["outlet:a"]));
  expect(Object.fromEntries(weights)).toEqual({ e1: 1, e2: 0 });
});

test("ratings on the two axes multiply; what cannot be judged weighs half", () => {
  expect(weightOfRating({ reliability: "B", credibility: 3 })).toBeCloseTo(0.48);
  expect(weightOfRating({ reliability: "F", credibility: null })).toBe(0.5);
  expect(weightOfRating({ reliability: null, credibility: null })).toBe(1);
});

test("analysts disagree where they stand on different sides, not where one is a little surer", () => {
  const ratings = [
    of("e1", "h1", "C"),
    of("e1", "h1", "I", "Bo"),
    of("e2", "h1", "C"),
    of("e2", "h1", "CC", "Bo"),
    of("e3", "h1", "II"),
    of("e3", "h1", "NA", "Bo"),
  ];
  expect(disagreements(ratings)).toEqual([{ evidence: "e1", hypothesis: "h1" }]);
  const [score] = scoresOf(["h1"], ratings.slice(0, 2), new Map([["e1", 1]]));
  expect(score).toEqual({ hypothesis: "h1", against: 0, inFavour: 0 });
});
