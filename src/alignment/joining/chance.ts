import { type Logistic, likelihood } from "../logistic.ts";
import type { Node } from "../node.ts";
import type { Likeness } from "../similarity.ts";

/** What two propositions of one affair show of being one claim. */
export type Bond = {
  /** What the rules make of them. */
  readonly likeness: Likeness;
  readonly oneDocument: boolean;
  readonly oneSpeaker: boolean;
  /** Whether both name people or other names that no list has, besides their speakers, and the same. */
  readonly names: "shared" | "other" | "none";
  /** How many of the two the document says in its own voice: there it tells much that nobody argues about. */
  readonly narrated: 0 | 1 | 2;
  /** How close their vectors lie, and how close in relation to others. */
  readonly cosine: number;
  readonly closeness: number;
  /** How many others lie closer to the one and to the other, the fewer first. */
  readonly between: readonly [number, number];
  /** Propositions of the affair, each wording once. */
  readonly size: number;
};

/** A bond in numbers, in the order of `alone.weights`. */
export const measuresOf = (bond: Bond): readonly number[] => {
  const { likeness, oneDocument, oneSpeaker, names, narrated, cosine, closeness, between, size } = bond;
  return [
    Math.min(1.5, likeness.score),
    likeness.atHeart,
    likeness.telling,
    oneDocument ? 1 : 0,
    oneSpeaker ? 1 : 0,
    cosine,
    closeness,
    Math.log(Math.min(size, most)),
    Math.log(2 + between[0]),
    Math.log(2 + between[1]),
    narrated,
    narrated === 2 ? 1 : 0,
    names === "shared" ? 1 : 0,
    names === "other" ? 1 : 0,
  ];
};

/** An affair is known no better for being longer. */
const most = 120;

/** Made by `training/joining.ts`. */
const alone: Logistic = {
  weights: [0.495, 0.264, 1.456, -1.745, 0.321, 1.532, 2.699, 0.456, -0.34, -0.356, -0.725, 0.392, 0.779, -0.208],
  bias: -2.261,
};

/** How likely two propositions of one affair are one claim, 0..1, as far as they tell themselves. */
export const chanceAlone = (bond: Bond): number => likelihood(measuresOf(bond), alone);

/** A bond in numbers, with that chance and what the others of the affair add: in the order of `together.weights`. */
export const measuresTogether = (bond: Bond, chance: number, mutual: number): readonly number[] => [
  ...measuresOf(bond),
  logOdds(chance),
  mutual,
];

/** Made by `training/joining.ts`, by the chances of `alone`. */
const together: Logistic = {
  weights: [
    0.619, 0.135, 1.099, -0.922, 0.333, -1.578, 1.062, 0.517, -0.229, -0.272, -0.394, 0.244, 0.564, -0.104, 0.31, 3.014,
  ],
  bias: -2.472,
};

/**
 * How likely two propositions of one affair are one claim, 0..1, by what they tell themselves and by what the others of the
 * affair do. The second model has learnt from affairs of some ninety propositions, and of few others tells less than it
 * says: the log odds of both are averaged.
 */
export function chanceOf(bond: Bond, chance: number, mutual: number): number {
  const odds = logOdds(likelihood(measuresTogether(bond, chance, mutual), together));
  return 1 / (1 + Math.exp(-(ofAll * odds + (1 - ofAll) * logOdds(chance))));
}

/** How much of that average what the others tell makes. */
const ofAll = 0.6;

const logOdds = (chance: number): number => Math.log(chance / (1 - chance));

/**
 * At and above this on average, less a doubt that weighs the more the fewer pairs there are, two groups are one claim. The
 * more is said in an affair, the more ways there are of saying one thing, and the less its wordings have in common: in a
 * long one it takes less, in proportion to how many propositions it has.
 */
export const leastChance = (size: number): number => Math.max(lowest, usual * Math.min(1, long / size));
export const doubt = 0.15;

const usual = 0.15;
/** Propositions from which on an affair is long. */
const long = 130;
/** Lower than this, what is near in matter alone becomes one claim. */
const lowest = 0.12;

/** Below this on average, a proposition does not stay with the others of its claim. */
export const leastKept = 0.1;

/** Below this on average, it may as well be of another claim. */
export const leastFirm = 0.5;

export const narratedOf = (a: Node, b: Node): Bond["narrated"] =>
  a.statement !== null && b.statement !== null ? 0 : a.statement === null && b.statement === null ? 2 : 1;

export function namesOf(a: Node, b: Node): Bond["names"] {
  const [x, y] = [namesIn(a), namesIn(b)];
  if (x.size === 0 || y.size === 0) return "none";
  for (const one of x) if (y.has(one)) return "shared";
  return "other";
}

const known = new WeakMap<Node, ReadonlySet<string>>();

/** Whom and what a proposition names besides whoever says it. */
function namesIn(node: Node): ReadonlySet<string> {
  const before = known.get(node);
  if (before !== undefined) return before;
  const found = new Set([...node.actors].filter((actor) => /^(?:person|name):/.test(actor) && actor !== node.speaker));
  known.set(node, found);
  return found;
}

export function isOneSpeaker(a: Node, b: Node): boolean {
  const speaker = a.statement?.speaker.id;
  return speaker !== undefined && speaker === b.statement?.speaker.id;
}
