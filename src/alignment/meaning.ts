import type { Senses } from "../languages/senses.ts";
import { isWide } from "./happening.ts";
import { nearness } from "./near.ts";
import type { CoreWord, Node } from "./node.ts";
import type { Salience } from "./salience.ts";
import { senseMatch, sensesOf } from "./senses.ts";

/**
 * How alike two propositions are at heart, 0..1, whether one says the contrary of what the other says, and how much what
 * they share tells in their story, 0..1.
 */
export type Meaning = { readonly score: number; readonly turned: boolean; readonly telling: number };

const nothing: Meaning = { score: 0, turned: false, telling: 0 };

/**
 * How alike two propositions of one affair are at heart. There the affair itself goes without saying: what counts is
 * that the predicate of each is somewhere in the other (`L'Alcyon n'était pas en surcharge`, `toute surcharge`), then how
 * much else agrees. What only one side says is no difference; what both say otherwise is. Where the predicates are
 * contraries (`L'ouvrage est sûr`, `L'ouvrage est dangereux`), it is one fact, said the other way round.
 */
export function meaningOf(a: Node, b: Node, salience?: Salience): Meaning {
  if (a.core.length === 0 || b.core.length === 0) return nothing;
  const like = likener(a, b);
  const number = sameNumber(a, b);
  const straight = (headIn(a, b, like, salience) + headIn(b, a, like, salience)) / 2;
  const contrary = (headIn(a, b, contrariness) + headIn(b, a, contrariness)) / 2;
  const turned = contrary > straight;
  const both: Like = turned ? (x, y) => Math.max(like(x, y), contrariness(x, y)) : like;
  const head = Math.max(straight, turned ? contrary : sharedClass(a, b), number);
  const others = otherThings(a, b, both);
  const told = salience === undefined ? 0 : tellingOf(a, b, both, salience);
  // `a signé le permis`, `a signé l'accord`: one word tells less where all else differs.
  const telling = others > 0.1 ? told / 2 : told;
  if (head < leastAtHeart) return { ...nothing, telling };
  if (number === 0 && isIdle(a, b, both)) return { ...nothing, telling };
  const [x, y] = [coverage(a.core, b.core, both), coverage(b.core, a.core, both)];
  let score = 0.55 * head + 0.3 * Math.max(x, y) + 0.15 * Math.min(x, y);
  if (number > 0) score += 0.15;
  if (areConverse(a, b) ? isOneDoer(a, b) : otherDoer(a, b) || otherPeople(a, b) || swapped(a, b)) score -= 0.35;
  if (otherAllowed(a, b)) score -= 0.35;
  if (turned) score -= 0.1;
  score -= others;
  return { score: Math.max(0, score), turned, telling };
}

/** Below this, what one says at heart is not in the other at all. */
const leastAtHeart = 0.2;

/** How much the most telling of what they share tells in their story. */
function tellingOf(a: Node, b: Node, like: Like, { tells }: Salience): number {
  let best = 0;
  for (const x of a.core) {
    if (x.word.startsWith("@")) continue;
    for (const y of b.core) {
      const value = like(x, y);
      if (value < 0.5) continue;
      best = Math.max(best, value ** 1.5 * Math.sqrt(x.weight * y.weight) * tells(x, y));
    }
  }
  return best;
}

/**
 * Whether they share no more than a common verb: `Je ne crois pas au silo`, `J'ai cru que le quai s'ouvrait`. A rare one
 * is enough where one of them says nothing else (`Il n'y a pas eu de charge`), any where one and the same does it
 * (`Paul Aubin restera`, `Paul Aubin will stay`).
 */
function isIdle(a: Node, b: Node, like: Like): boolean {
  let shared = 0;
  let telling = false;
  for (const x of a.core) {
    const y = b.core.find((other) => like(x, other) >= 0.5);
    if (y === undefined) continue;
    shared += 1;
    telling ||= Math.min(x.rarity, y.rarity) >= 0.55;
  }
  return shared === 0 ? false : shared === 1 && !telling && !isOneDoer(a, b);
}

type Like = (x: CoreWord, y: CoreWord) => number;

/** How surely one word may stand for another: the same one, a near one of the language, or one that shares a sense. */
function likener(a: Node, b: Node): Like {
  const language = a.reading.document.language;
  const one = language.slice(0, 2) === b.reading.document.language.slice(0, 2);
  const { near } = nearness(language);
  return (x, y) => {
    if (x.word === y.word && !isOtherIdiom(x, y)) return 1;
    const match = senseMatch(x.senses, y.senses);
    // Contraries stand in the same places, so that a list made from texts has them near one another.
    if (match?.contrary === true) return 0;
    const sense = match?.strength ?? 0;
    return one ? Math.max(sense, near(x.word, y.word), beyond(x.word, y.word), beyond(y.word, x.word)) : sense;
  };
}

/** `prendre part`, `prendre la défense de`: one verb that says another thing with another noun. */
const isOtherIdiom = (x: CoreWord, y: CoreWord): boolean =>
  x.name !== y.name && x.name.includes(" ") && y.name.includes(" ");

const contrariness: Like = (x, y) => {
  const match = x.word === y.word ? null : senseMatch(x.senses, y.senses);
  return match?.contrary === true ? match.strength : 0;
};

/** The words by which two propositions say contraries, as the lists of senses name them; null where they don't. */
export function contraryWords(a: Node, b: Node): readonly [string, string] | null {
  let best: readonly [string, string] | null = null;
  let most = 0;
  for (const x of a.core) {
    for (const y of b.core) {
      const value = contrariness(x, y) * x.weight * y.weight;
      if (value > most) [best, most] = [[x.name, y.name], value];
    }
  }
  return best;
}

/** `surcharge`, `overload`: too much of what the rest of the word says. */
const beyond = (x: string, y: string): number => (y.length >= 4 && (x === `sur${y}` || x === `over${y}`) ? 0.6 : 0);

/** What it takes from a predicate that everything said of a story has it: of an explosion, `l'explosion`. */
const everywhere = 0.5;

/** How surely what one says at heart is said in the other, by its rarest predicate. */
function headIn(a: Node, b: Node, like: Like, salience?: Salience): number {
  const shared = (x: CoreWord, y: CoreWord): number =>
    salience === undefined ? 1 : 1 - everywhere * salience.known * (1 - salience.tells(x, y));
  let best = 0;
  for (const one of a.core) {
    if (one.weight < 1) continue;
    for (const other of b.core) {
      const value = like(one, other) * Math.sqrt(other.weight) * Math.sqrt(Math.min(one.rarity, other.rarity));
      if (value > best) best = Math.max(best, value * shared(one, other));
    }
  }
  return best;
}

/** One kind of event says less than one word. */
function sharedClass(a: Node, b: Node): number {
  let best = 0;
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
  for (const one of a) {
    const own = one.weight * one.rarity;
    all += own;
    let best = 0;
    for (const other of b) best = Math.max(best, like(one, other) * Math.min(1, 0.4 + other.weight));
    sum += own * best;
  }
  return all === 0 ? 0 : sum / all;
}

/** Both name who does it, and not the same. */
function otherDoer(a: Node, b: Node): boolean {
  const [x, y] = [names(a, "agent"), names(b, "agent")];
  return x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
}

/** Whether the predicates tell one fact from two sides: `a transmis le rapport à la mairie`, `la mairie a reçu`. */
function areConverse(a: Node, b: Node): boolean {
  for (const x of a.core) {
    if (x.weight < 1) continue;
    for (const y of b.core)
      if (y.weight >= 1 && x.word !== y.word && senseMatch(x.senses, y.senses)?.converse === true) return true;
  }
  return false;
}

/** Both say who is to do it, and not the same: `permettrait à Ana Veld de vendre`, `autoriserait Corvex à vendre`. */
function otherAllowed(a: Node, b: Node): boolean {
  if (![...a.classes].some((name) => controlling.has(name) && b.classes.has(name))) return false;
  const doers = (node: Node) => [...names(node, "recipient"), ...names(node, "patient")];
  const [x, y] = [doers(a), doers(b)];
  return x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
}

/** Classes in which somebody has somebody else do something. */
const controlling = new Set(["allow", "demand"]);

/** One and the same who both gave and got. */
function isOneDoer(a: Node, b: Node): boolean {
  const [x, y] = [names(a, "agent"), names(b, "agent")];
  return x.some((name) => y.includes(name));
}

/** Who does it in one has it done to him in the other: `Les agents ont chargé la foule`, `La foule a attaqué les agents`. */
function swapped(a: Node, b: Node): boolean {
  const [doer, done, other, undergoes] = [
    fillers(a, "agent"),
    fillers(a, "patient"),
    fillers(b, "agent"),
    fillers(b, "patient"),
  ];
  if (doer.length === 0 || other.length === 0 || overlap(doer, other) || overlap(done, undergoes)) return false;
  return overlap(doer, undergoes) || overlap(other, done);
}

type Filler = { readonly name: string; readonly senses: Senses };

const fillers = ({ roles, reading }: Node, role: "agent" | "patient"): Filler[] =>
  [...(roles.get(role) ?? [])].map((name) => ({
    name,
    senses: sensesOf(reading.document.language, [], name.startsWith("#") ? name.slice(1) : ""),
  }));

const overlap = (x: readonly Filler[], y: readonly Filler[]): boolean =>
  x.some((one) =>
    y.some((other) => one.name === other.name || senseMatch(one.senses, other.senses)?.contrary === false),
  );

/** Each names people who do it or whom it befalls, and not the same: `Ada Kroll was elected`, `Oda Lind won`. */
function otherPeople(a: Node, b: Node): boolean {
  const people = (node: Node) =>
    [...names(node, "agent"), ...names(node, "patient")].filter((name) => name.startsWith("person:"));
  const [x, y] = [people(a), people(b)];
  return x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
}

const names = ({ roles }: Node, role: "agent" | "patient" | "recipient"): string[] =>
  [...(roles.get(role) ?? [])].filter((filler) => /^(?:person|org|organization|state|name):/.test(filler));

/** Both say more than their predicate, and nothing of what one says so is near anything of the other. */
function otherThings(a: Node, b: Node, like: Like): number {
  const [x, y] = [a.core.filter(isBeside), b.core.filter(isBeside)];
  if (x.length === 0 || y.length === 0) return 0;
  if (x.some((one) => b.core.some((other) => like(one, other) >= 0.4))) return 0;
  if (y.some((one) => a.core.some((other) => like(one, other) >= 0.4))) return 0;
  if (a.core.some(({ word }) => word.startsWith("@") && b.core.some((other) => other.word === word))) return 0.1;
  const [p, q] = [a.core[0], b.core[0]];
  const heads = p === undefined || q === undefined ? 0 : like(p, q);
  return heads === 1 ? 0.2 : heads >= 0.7 ? 0.15 : 0.25;
}

const isBeside = ({ weight, rarity }: CoreWord): boolean => weight < 1 && weight >= 0.45 && rarity >= 0.4;
