import { type Logistic, likelihood } from "../logistic.ts";
import { type Bond, logOdds, nearnessOf } from "./chance.ts";

/** What is known of two propositions, in numbers that are summed over the pairs of two groups. */
export type Tie = {
  readonly i: number;
  readonly j: number;
  /** How likely they are one claim, 0..1; below 0 where something speaks against it. */
  readonly chance: number;
  /** The chance, its cube, the company that both have, how near they stand, and whether one document says both. */
  readonly shown: readonly number[];
};

/** How many numbers a tie shows, and the place of each. */
export const known = 5;
const [chanceAt, sureAt, mutualAt, nearAt, documentAt] = [0, 1, 2, 3, 4];

/** What a pair that excludes one another takes from the chances of two groups. */
const against = -0.5;

export const tieOf = (i: number, j: number, { apart, oneDocument }: Bond, chance: number, mutual: number): Tie => ({
  i,
  j,
  chance,
  shown: [chance, chance ** 3, mutual, nearnessOf(apart), oneDocument ? 1 : 0],
});

/** The tie of two that exclude one another. */
export const opposed = (i: number, j: number): Tie => ({
  i,
  j,
  chance: against,
  shown: [against, 0, 0, 0, 0],
});

/** What of a group counts when it is joined with another. */
export type Whole = {
  readonly size: number;
  /** The chances of its pairs, summed. */
  readonly within: number;
  /** How many of it each document says. */
  readonly documents: ReadonlyMap<unknown, number>;
};

/**
 * Two groups in numbers, in the order of `one.weights`; `sums` holds from `at` on what the ties between them show. Each pair
 * has a tie.
 */
export function measuresOfUnion(a: Whole, b: Whole, sums: Float64Array, at: number): readonly number[] {
  const [x, y] = [a.size, b.size];
  const pairs = x * y;
  const mean = (place: number): number => (sums[at + place] as number) / pairs;
  const chance = mean(chanceAt);
  const inside = (x * (x - 1) + y * (y - 1)) / 2;
  return [
    logOdds(Math.max(0.001, Math.min(0.999, chance))),
    chance,
    Math.min(most, Math.log(pairs)),
    Math.cbrt(mean(sureAt)),
    inside === 0 ? 0.5 : (a.within + b.within) / inside,
    mean(mutualAt),
    mean(nearAt),
    mean(documentAt),
    overlap(a, b),
  ];
}

/** Groups of more pairs than this, as a logarithm, are large. */
const most = 5;

/** How far the same documents say both, 0..1. */
function overlap(a: Whole, b: Whole): number {
  const [few, many] = a.documents.size <= b.documents.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [document, count] of few.documents)
    sum += Math.min(count / few.size, (many.documents.get(document) ?? 0) / many.size);
  return sum;
}

/** Made by `training/joining.ts`. */
const one: Logistic = {
  weights: [0.525, -3.495, -0.049, 5.366, -0.926, 1.611, 1.872, 2.858, -1.132],
  bias: -0.726,
};

/**
 * Which part of the pairs of two groups are one claim, 0..1, as far as the groups tell. Of two propositions by themselves
 * their chance tells all.
 */
export const chanceOfUnion = (measures: readonly number[]): number =>
  measures[pairsAt] === 0 ? Math.max(0, measures[meanAt] ?? 0) : likelihood(measures, one);

/** Places of what is measured. */
const [meanAt, pairsAt] = [1, 2];

/**
 * How likely their pairs are one claim on average, less a doubt that weighs the more the fewer pairs there are. A pair
 * without a tie is none. For affairs in which not every pair is looked at.
 */
export const meanChance = (a: Whole, b: Whole, sums: Float64Array, at: number): number =>
  ((sums[at + chanceAt] as number) - doubt) / (a.size * b.size);

const doubt = 0.15;
/** At and above this on average, two groups are one claim. */
export const leastMean = 0.15;
/** The same where claims stay: the first of a new one to come must not be taken in by what is nearest. */
export const leastTaken = 0.18;

/**
 * At and above this, two groups are one claim. What has been learnt was learnt from affairs of some ninety wordings: the
 * shorter an affair, the more there is in common to all that is said in it, and the more it takes.
 */
export const leastOfUnion = (size: number): number => {
  const odds = logOdds(usual) + steep * Math.max(0, Math.log(long / size));
  return 1 / (1 + Math.exp(-odds));
};

/** In an affair of so many wordings and more. */
const long = 150;
const usual = 0.15;
/** By how much the log odds rise when an affair is shorter by a factor of e. */
const steep = 0.6;

/** The same without that doubt. */
export const plainMean = (a: Whole, b: Whole, sums: Float64Array, at: number): number =>
  (sums[at + chanceAt] as number) / (a.size * b.size);

/** Below this on average, no more is asked of two groups. */
export const leastAsked = 0.05;
