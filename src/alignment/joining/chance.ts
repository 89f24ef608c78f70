import { type Logistic, likelihood } from "../logistic.ts";
import type { Node } from "../node.ts";
import type { Likeness } from "../similarity.ts";

/** What two propositions of one affair show of being one claim. */
export type Bond = {
  /** What the rules make of them. */
  readonly likeness: Likeness;
  readonly oneDocument: boolean;
  readonly oneSpeaker: boolean;
  /** How many sentences they lie apart; null in two documents. */
  readonly apart: number | null;
  /** Whether one names whoever says the other. */
  readonly answers: boolean;
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
  const { likeness, oneDocument, oneSpeaker, apart, answers, names, narrated, cosine, closeness, between, size } = bond;
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
    answers ? 1 : 0,
    nearnessOf(apart),
    apart === 0 ? 1 : 0,
  ];
};

/** The less the further apart two sentences of a document lie; 0 in one sentence, and in two documents. */
export const nearnessOf = (apart: number | null): number =>
  apart === null ? 0 : -Math.log1p(Math.min(apart, furthest));

/** Sentences further apart than this are far apart. */
const furthest = 8;

/** An affair is known no better for being longer. */
const most = 120;

/** Made by `training/joining.ts`. */
const alone: Logistic = {
  weights: [
    0.342, 0.355, 1.555, -1.455, -0.155, 1.603, 2.548, 0.433, -0.371, -0.301, -0.73, 0.352, 0.787, -0.228, 0.681, 0.441,
    0.902,
  ],
  bias: -2.315,
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
    0.469, 0.205, 1.21, -0.785, -0.11, -1.142, 0.889, 0.516, -0.26, -0.246, -0.402, 0.224, 0.519, -0.13, 0.422, 0.316,
    0.907, 0.276, 3.064,
  ],
  bias: -2.794,
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

export const logOdds = (chance: number): number => Math.log(chance / (1 - chance));

export const narratedOf = (a: Node, b: Node): Bond["narrated"] =>
  a.statement !== null && b.statement !== null ? 0 : a.statement === null && b.statement === null ? 2 : 1;

/** Whether the one names people or other names and the other does, besides who says them, and whether any is the same. */
export function namesOf(a: Node, b: Node): Bond["names"] {
  const [x, y] = [namesIn(a), namesIn(b)];
  if (x.size === 0 || y.size === 0) return "none";
  for (const one of x) if (y.has(one)) return "shared";
  return "other";
}

/** Whether one of the two names whoever says the other: `Hugo Stane a vendu le bac`, and `Je n'ai rien vendu` by him. */
export const isAnswer = (a: Node, b: Node): boolean =>
  a.speaker !== b.speaker && (isNamedIn(a.speaker, b) || isNamedIn(b.speaker, a));

const isNamedIn = (speaker: string | null, node: Node): boolean => speaker !== null && namesIn(node).has(speaker);

/** How many sentences of one document two propositions lie apart; null in two documents. */
export const apartOf = (a: Node, b: Node): number | null =>
  a.reading === b.reading ? Math.abs(a.proposition.sentence - b.proposition.sentence) : null;

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
