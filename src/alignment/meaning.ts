import { isWide } from "./happening.ts";
import { nearness } from "./near.ts";
import type { CoreWord, Node } from "./node.ts";

/**
 * How alike two propositions of one affair are at heart, 0..1. There the affair itself goes without saying: what counts
 * is that the predicate of each is somewhere in the other (`L'Alcyon n'était pas en surcharge`, `toute surcharge`), then
 * how much else agrees. What only one side says is no difference; what both say otherwise is.
 */
export function meaningScore(a: Node, b: Node): number {
  if (a.core.length === 0 || b.core.length === 0) return 0;
  const like = likener(a, b);
  const number = sameNumber(a, b);
  const head = Math.max((headIn(a, b, like) + headIn(b, a, like)) / 2, number);
  if (head < 0.3) return 0;
  if (number === 0 && isIdle(a, b, like)) return 0;
  const [x, y] = [coverage(a.core, b.core, like), coverage(b.core, a.core, like)];
  let score = 0.55 * head + 0.3 * Math.max(x, y) + 0.15 * Math.min(x, y);
  if (number > 0) score += 0.15;
  if (otherDoer(a, b)) score -= 0.35;
  score -= otherThings(a, b, like);
  return Math.max(0, score);
}

/**
 * Whether they share no more than a common verb: `Je ne crois pas au silo`, `J'ai cru que le quai s'ouvrait`. A rare one
 * is enough where one of them says nothing else (`Il n'y a pas eu de charge`).
 */
function isIdle(a: Node, b: Node, like: Like): boolean {
  let shared = 0;
  let telling = false;
  for (const x of a.core) {
    const y = b.core.find((other) => like(x.word, other.word) >= 0.5);
    if (y === undefined) continue;
    shared += 1;
    telling ||= Math.min(x.rarity, y.rarity) >= 0.55;
  }
  return shared === 0 ? false : shared === 1 && !telling;
}

type Like = (x: string, y: string) => number;

function likener(a: Node, b: Node): Like {
  const language = a.reading.document.language;
  if (language.slice(0, 2) !== b.reading.document.language.slice(0, 2)) return (x, y) => (x === y ? 1 : 0);
  const { near } = nearness(language);
  return (x, y) => (x === y ? 1 : Math.max(near(x, y), beyond(x, y), beyond(y, x)));
}

/** `surcharge`, `overload`: too much of what the rest of the word says. */
const beyond = (x: string, y: string): number => (y.length >= 4 && (x === `sur${y}` || x === `over${y}`) ? 0.6 : 0);

/** How surely what one says at heart is said in the other, by its rarest predicate. */
function headIn(a: Node, b: Node, like: Like): number {
  let best = 0;
  for (const { word, weight, rarity } of a.core) {
    if (weight < 1) continue;
    for (const other of b.core) {
      const value = like(word, other.word) * Math.sqrt(other.weight) * Math.sqrt(Math.min(rarity, other.rarity));
      if (value > best) best = value;
    }
  }
  for (const name of a.classes) if (b.classes.has(name)) best = Math.max(best, isWide(name) ? 0.45 : 0.7);
  return best;
}

/** `a fait onze morts`, `a coûté la vie à onze personnes`: one number that is not a small one says much. */
function sameNumber(a: Node, b: Node): number {
  if (isOtherHappening(a, b)) return 0;
  for (const x of a.proposition.quantities)
    for (const y of b.proposition.quantities)
      if (x.value === y.value && x.value > 2 && !(x.value >= 1900 && x.value < 2100))
        return x.unit === y.unit ? 0.8 : 0.6;
  return 0;
}

/** Two happenings, each told as what took place: `L'incendie a fait douze morts`, `L'inondation a fait douze morts`. */
const isOtherHappening = (a: Node, b: Node): boolean =>
  a.proposition.occurs === true &&
  b.proposition.occurs === true &&
  a.classes.size > 0 &&
  b.classes.size > 0 &&
  ![...a.classes].some((name) => b.classes.has(name) || b.bag.has(`@${name}`));

/** Share of what one says that the other says too, by weight. */
function coverage(a: readonly CoreWord[], b: readonly CoreWord[], like: Like): number {
  let sum = 0;
  let all = 0;
  for (const { word, weight, rarity } of a) {
    const own = weight * rarity;
    all += own;
    let best = 0;
    for (const other of b) best = Math.max(best, like(word, other.word) * Math.min(1, 0.4 + other.weight));
    sum += own * best;
  }
  return all === 0 ? 0 : sum / all;
}

/** Both name who does it, and not the same. */
function otherDoer(a: Node, b: Node): boolean {
  const [x, y] = [names(a, "agent"), names(b, "agent")];
  return x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
}

const names = ({ roles }: Node, role: "agent" | "patient"): string[] =>
  [...(roles.get(role) ?? [])].filter((filler) => /^(?:person|org|organization|state|name):/.test(filler));

/** Both say more than their predicate, and nothing of what one says so is near anything of the other. */
function otherThings(a: Node, b: Node, like: Like): number {
  const [x, y] = [a.core.filter(isBeside), b.core.filter(isBeside)];
  if (x.length === 0 || y.length === 0) return 0;
  if (x.some((one) => b.core.some((other) => like(one.word, other.word) >= 0.4))) return 0;
  if (y.some((one) => a.core.some((other) => like(one.word, other.word) >= 0.4))) return 0;
  if (a.core.some(({ word }) => word.startsWith("@") && b.core.some((other) => other.word === word))) return 0.1;
  const heads = like(a.core[0]?.word ?? "", b.core[0]?.word ?? "");
  return heads === 1 ? 0.2 : heads >= 0.7 ? 0.15 : 0.25;
}

const isBeside = ({ weight, rarity }: CoreWord): boolean => weight < 1 && weight >= 0.45 && rarity >= 0.4;
