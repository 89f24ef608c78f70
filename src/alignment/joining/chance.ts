import type { Node } from "../node.ts";
import type { Likeness } from "../similarity.ts";

/** What two propositions of one affair show of being one claim. */
export type Bond = {
  /** What the rules make of them. */
  readonly likeness: Likeness;
  readonly oneDocument: boolean;
  readonly oneSpeaker: boolean;
  /** How close their vectors lie, and how close in relation to others. */
  readonly cosine: number;
  readonly closeness: number;
  /** Propositions of the affair. */
  readonly size: number;
};

/** A bond in numbers, in the order of `weights`. */
export const measuresOf = ({ likeness, oneDocument, oneSpeaker, cosine, closeness, size }: Bond): readonly number[] => [
  Math.min(1.5, likeness.score),
  likeness.atHeart,
  likeness.telling,
  oneDocument ? 1 : 0,
  oneSpeaker ? 1 : 0,
  cosine,
  closeness,
  Math.log(Math.min(size, most)),
];

/** An affair is known no better for being longer. */
const most = 120;

/** Made by `training/joining.ts`. */
const weights: readonly number[] = [1.519, 1.352, 0.573, -1.23, 0.639, 2.076, 5.788, 0.095];
const bias = -2.995;

/** How likely two propositions of one affair are one claim, 0..1: a logistic model of their measures. */
export function chanceOf(bond: Bond): number {
  const sum = measuresOf(bond).reduce((total, value, at) => total + value * (weights[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * At and above this on average, less a doubt that weighs the more the fewer pairs there are, two groups are one claim. The
 * more is said in an affair, the more ways there are of saying one thing, and the less its wordings have in common: in a
 * long one it takes less, in proportion to how many propositions it has.
 */
export const leastChance = (size: number): number => Math.max(lowest, usual * Math.min(1, long / size));
export const doubt = 0.1;

const usual = 0.14;
/** Propositions from which on an affair is long. */
const long = 110;
/** Of affairs more than twice as long, hardly any was looked at. */
const lowest = usual / 2;

/** Below this on average, a proposition does not stay with the others of its claim. */
export const leastKept = 0.1;

/** Below this on average, it may as well be of another claim. */
export const leastFirm = 0.5;

export function isOneSpeaker(a: Node, b: Node): boolean {
  const speaker = a.statement?.speaker.id;
  return speaker !== undefined && speaker === b.statement?.speaker.id;
}
