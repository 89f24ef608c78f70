import { calibration, reliability } from "../src/statements/speakers/confidence.ts";
import type { Scores } from "./suite.ts";

type Judged = readonly { readonly confidence: number; readonly right: boolean }[];

const percent = (share: number): number => Math.round(1000 * share) / 10;

/** Whether confidence keeps its word: by tenths what was said and what was right, Brier score and calibration error. */
export function reliabilityScores(judged: Judged): Scores {
  const { brier, error } = calibration(judged);
  const bands = reliability(judged).map(({ from, to, count, expected, right }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    { statements: count, "said %": percent(expected), "right %": percent(right) },
  ]);
  return {
    ...Object.fromEntries(bands),
    "Brier score": Math.round(1000 * brier) / 1000,
    "calibration error %": percent(error),
  };
}
