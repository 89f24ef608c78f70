import type { Weights } from "./confidence.ts";

/** Weights of the logistic model of confidence, fitted by `training/confidence.ts`. */
export const weights: Weights = {
  bias: 1.663,
  score: 0.433,
  margin: 0.853,
  named: 0.459,
  pointing: -0.444,
  stranger: -0.773,
  unclear: -0.748,
  unnamed: -0.012,
  nested: -1.06,
  direct: 0.252,
  frame: 0.309,
  nounCue: -0.487,
  noCue: -0.411,
  noHead: 0.254,
  short: 0.192,
  longSource: 0.22,
};
