import type { RawAttribution } from "../attribution.ts";
import type { Means, Resolution } from "./resolver.ts";

/** Weights of a logistic model; the fit is made by `training/confidence.ts`. */
export type ConfidenceModel = {
  readonly bias: number;
  readonly score: number;
  readonly margin: number;
  readonly nested: number;
  readonly noCue: number;
  readonly noHead: number;
  readonly means: Readonly<Record<Means, number>>;
};

export const model: ConfidenceModel = {
  bias: -1.1,
  score: 3.2,
  margin: 0.25,
  nested: -0.35,
  noCue: -0.5,
  noHead: -0.4,
  means: {
    name: 0.7,
    title: 0.7,
    seat: 0.6,
    pronoun: -0.2,
    description: 0,
    phrase: 0.2,
    joint: 0,
    pair: -0.4,
    "first-person": 0,
    relative: -0.1,
    same: -0.3,
    asker: 0,
    unnamed: 0,
    author: 0,
    unresolved: -1.4,
  },
};

/** Probability that a statement is right as a whole, from how it was found and how its speaker was resolved. */
export function confidenceOf(raw: RawAttribution, resolution: Resolution, weights: ConfidenceModel = model): number {
  const margin = Math.max(-1, Math.min(2, resolution.margin));
  const sum =
    weights.bias +
    weights.score * raw.score +
    weights.margin * margin +
    (raw.parent === null ? 0 : weights.nested) +
    (raw.cue.span === null ? weights.noCue : 0) +
    (raw.head === null ? weights.noHead : 0) +
    weights.means[resolution.means];
  return Math.round((1 / (1 + Math.exp(-sum))) * 1000) / 1000;
}

/** One line of a reliability table: of statements within a band of confidence, how many are right. */
export type Reliability = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly expected: number;
  readonly right: number;
};

/** Reliability by tenths; empty bands are left out. */
export function reliability(
  judged: readonly { readonly confidence: number; readonly right: boolean }[],
): Reliability[] {
  const table: Reliability[] = [];
  for (let band = 0; band < 10; band++) {
    const from = band / 10;
    const to = (band + 1) / 10;
    const inside = judged.filter(
      ({ confidence }) => confidence >= from && (confidence < to || (band === 9 && confidence <= 1)),
    );
    if (inside.length === 0) continue;
    table.push({
      from,
      to,
      count: inside.length,
      expected: inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length,
      right: inside.filter(({ right }) => right).length / inside.length,
    });
  }
  return table;
}
