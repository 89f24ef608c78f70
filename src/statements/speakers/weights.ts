import type { Weights } from "./confidence.ts";

/** Weights of the logistic model of confidence, fitted by `training/confidence.ts`. */
export const weights: Weights = {
  bias: 1.573,
  score: 0.47,
  margin: 0.787,
  named: 0.639,
  pointing: -0.369,
  stranger: -0.466,
  unclear: -0.558,
  unnamed: 0.029,
  nested: -1.103,
  direct: 0.176,
  frame: 0.32,
  nounCue: -0.447,
  noCue: -0.374,
  noHead: 0.295,
  short: 0.12,
  longSource: -0.235,
};
