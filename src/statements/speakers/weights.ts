import type { Weights } from "./confidence.ts";

/** Weights of the logistic model of confidence, fitted by `training/confidence.ts`. */
export const weights: Weights = {
  bias: -0.6,
  score: 2,
  margin: 0.3,
  named: 0.6,
  pointing: -0.1,
  stranger: -0.8,
  unclear: -0.6,
  unnamed: -0.3,
  nested: -0.3,
  direct: 0.2,
  frame: 0,
  nounCue: -0.4,
  noCue: -0.4,
  noHead: -0.2,
  short: -0.4,
  longSource: -0.4,
};
