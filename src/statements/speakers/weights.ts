import type { Weights } from "./confidence.ts";

/** Weights of the logistic model of confidence, fitted by `training/confidence.ts`. */
export const weights: Weights = {
  bias: 0.904,
  score: 0.867,
  margin: 0.662,
  named: 0.309,
  pointing: -0.385,
  stranger: -1.277,
  unclear: -0.143,
  unnamed: 0.147,
  nested: -1.165,
  direct: 0.528,
  frame: 0.396,
  nounCue: -0.268,
  noCue: -0.34,
  noHead: 0.303,
  short: 0.063,
  longSource: 0,
};
