import type { RawAttribution } from "../attribution.ts";
import type { Resolution } from "./resolution.ts";
import { weights as shipped } from "./weights.ts";

/** What confidence is computed from: how a statement was found and how its speaker was. All between 0 and about 1. */
export const features = [
  "bias",
  "score",
  "margin",
  "named",
  "pointing",
  "stranger",
  "unclear",
  "unnamed",
  "nested",
  "direct",
  "frame",
  "nounCue",
  "noCue",
  "noHead",
  "short",
  "long",
  "pieces",
  "longSource",
  "nominal",
  "infinitive",
  "comment",
  "loose",
  "inner",
  "evidence",
  "negated",
  "self",
  "far",
] as const;
export type Feature = (typeof features)[number];
export type Weights = Readonly<Record<Feature, number>>;

const named = new Set(["name", "title", "seat", "author"]);
const pointing = new Set(["pronoun", "description", "relative", "pair", "first-person"]);

/** Features of one attribution and of how its speaker was resolved. */
export function featuresOf(raw: RawAttribution, resolution: Resolution): Weights {
  const { means, margin } = resolution;
  const extent = raw.content.reduce((sum, { start, end }) => sum + end - start, 0);
  const source = raw.source.kind === "phrase" ? raw.source.span.end - raw.source.span.start : 0;
  const flag = (value: boolean): number => (value ? 1 : 0);
  return {
    bias: 1,
    score: raw.score,
    margin: Math.max(0, Math.min(1, margin / 2)),
    named: flag(named.has(means)),
    pointing: flag(pointing.has(means)),
    // A noun that the lexicon does not know as a speaker: often no speaker at all.
    stranger: flag(means === "phrase" && margin < 0.5),
    unclear: flag(means === "unresolved" || means === "same"),
    unnamed: flag(means === "unnamed" || means === "asker"),
    nested: flag(raw.parent !== null),
    direct: flag(raw.mode === "direct"),
    frame: flag(raw.cue.kind === "frame"),
    nounCue: flag(raw.cue.kind === "noun"),
    noCue: flag(raw.cue.span === null),
    noHead: flag(raw.head === null),
    short: flag(extent < 20),
    long: flag(extent > 250),
    pieces: flag(raw.content.length > 1),
    longSource: flag(source > 60),
    nominal: flag(/\/(?:object|predicate|passive)$/.test(raw.rule)),
    infinitive: flag(raw.rule.endsWith("/infinitive")),
    comment: flag(/\/(?:comment|relay)$/.test(raw.rule)),
    // Rules that go by marks and lines rather than by a cue with its clause.
    loose: flag(/\/(?:headline|colon|continuation|aside|parenthetical|hearsay)$/.test(raw.rule)),
    inner: flag(/^(?:thought|feeling|intention)$/.test(raw.cue.entry?.class ?? "")),
    evidence: flag(/^(?:knowledge|evidence)$/.test(raw.cue.entry?.class ?? "")),
    negated: flag(raw.cue.negated),
    self: flag(means === "first-person"),
    far: flag(distance(raw) > 60),
  };
}

/** Characters between the cue and the nearest piece of the content. */
function distance({ cue, content }: RawAttribution): number {
  const { span } = cue;
  if (span === null) return 0;
  return Math.min(...content.map(({ start, end }) => Math.max(0, start - span.end, span.start - end)));
}

/** Probability that content and speaker of a statement are right. */
export function confidenceOf(values: Weights, weights: Weights = shipped): number {
  let sum = 0;
  for (const feature of features) sum += values[feature] * weights[feature];
  const probability = 1 / (1 + Math.exp(-sum));
  // A quotation with neither speaker nor cue may be a heading or a title: the examples hold too few to learn from.
  const bound = values.unnamed > 0 && values.noCue > 0 ? 0.4 : 1;
  return Math.round(Math.min(probability, bound) * 1000) / 1000;
}

/** How far confidence keeps its word: Brier score, and the expected calibration error over tenths; both 0 at best. */
export function calibration(judged: readonly { readonly confidence: number; readonly right: boolean }[]): {
  readonly brier: number;
  readonly error: number;
} {
  const count = Math.max(1, judged.length);
  const square = judged.reduce((sum, { confidence, right }) => sum + (confidence - (right ? 1 : 0)) ** 2, 0);
  const gap = reliability(judged).reduce((sum, band) => sum + band.count * Math.abs(band.expected - band.right), 0);
  return { brier: square / count, error: gap / count };
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
    const inside = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band);
    if (inside.length === 0) continue;
    table.push({
      from: band / 10,
      to: (band + 1) / 10,
      count: inside.length,
      expected: inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length,
      right: inside.filter(({ right }) => right).length / inside.length,
    });
  }
  return table;
}
