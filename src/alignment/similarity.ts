import { isConcept } from "../languages/events.ts";
import type { Role } from "../model/index.ts";
import { isOneAffair } from "./affair.ts";
import { type Conflict, conflictOf } from "./conflicts/index.ts";
import { meets, named, shareSense } from "./fillers.ts";
import { isEncounter, isSymmetric } from "./happening.ts";
import { meaningOf } from "./meaning.ts";
import { nearness } from "./near.ts";
import type { Node } from "./node.ts";
import { isOtherDeed, isOtherwise } from "./otherwise.ts";
import { paraphraseOf } from "./paraphrase.ts";
import { isBare, pointsBack } from "./pointing.ts";
import type { Salience } from "./salience.ts";
import { senseMatch } from "./senses.ts";

/** How alike two propositions are, from 0, mostly up to 1, or why they can't be one claim. */
export type Likeness = {
  readonly score: number;
  readonly conflict: Conflict | null;
  /** They are of one fact, and one says it by its contrary: `est sûr`, `est dangereux`. */
  readonly turned: boolean;
  /** Of two in one story, how alike they are at heart, and how much what they share tells there; else 0. */
  readonly atHeart: number;
  readonly telling: number;
};

const plain = { turned: false, atHeart: 0, telling: 0 };

/** At and above this, two propositions are one claim. */
export const threshold = 0.56;

/** What it adds that two propositions share what tells a fact of their story from its others; and that they are of it. */
const toldApart = 0.55;
const untold = 0.12;
/** What a story takes from it each time that it is twice as long: there is more to take for one another. */
const crowded = 0.03;

/** What two propositions need not share in words when one story tells both. */
const withinStory = 0.05;

const never = (conflict: Conflict): Likeness => ({ ...plain, score: 0, conflict });

/** Compares what two propositions say, with more trust where one story tells both, by what is salient in it. Words alone never suffice: opposites, reversed roles, other figures or times keep apart. */
export function likeness(a: Node, b: Node, oneStory = false, salience?: Salience): Likeness {
  const conflict = conflictOf(a, b);
  if (conflict !== null) return never(conflict);
  if (a.reading !== b.reading && (pointsBack(a) || pointsBack(b) || (isBare(a) && isBare(b))))
    return { ...plain, score: 0, conflict: null };
  const unknown = oneStory ? 1 - (salience?.known ?? 1) : isOneAffair(a.cast, b.cast) ? 0 : 1;
  const words = wording(a, b, oneStory) - (isOtherDeed(a, b) ? otherDeed * unknown : 0);
  if (!oneStory && !isOneAffair(a.cast, b.cast)) {
    if (isOtherwise(a, b)) return { ...plain, score: 0, conflict: null };
    const { score, turned } = paraphraseOf(a, b);
    return { ...plain, score: Math.max(words, score), conflict: null, turned: turned && score > words };
  }
  const { score, turned, telling } = meaningOf(a, b, salience);
  const apart = Math.max(otherObjects(a, b), isOtherwise(a, b, unknown < 0.8) ? otherwise : 0);
  const inside = Math.max(words - (apart === otherwise ? apart : 0), score - apart - elsewhere(a, b));
  const told = salience === undefined ? 0 : fromStory(a, b, telling, salience);
  const own = { score: inside + told, conflict: null, turned, atHeart: score, telling };
  const paraphrase = own.score < threshold ? paraphraseOf(a, b) : own;
  return paraphrase.score > own.score ? { ...own, score: paraphrase.score, turned: paraphrase.turned } : own;
}

/** What it adds that one story tells both. */
function fromStory(a: Node, b: Node, telling: number, { known, crowd }: Salience): number {
  // That two people spoke is one thing, what else is said of speaking another.
  if (a.occurrence !== b.occurrence && (isEncounter(a.event) || isEncounter(b.event))) return 0;
  return toldApart * telling + untold * known - crowded * crowd - besides(a, b);
}

/** What it takes from it that one says a single word which the other says beside its point: `la paix`, `une vision de la paix`. */
const besides = (a: Node, b: Node): number => (isBeside(a, b) || isBeside(b, a) ? 0.3 : 0);

function isBeside({ core, proposition }: Node, other: Node): boolean {
  const own = core.filter(({ word }) => !word.startsWith("@"));
  if (own.length !== 1 || proposition.quantities.length > 0) return false;
  const there = other.core.find(({ word }) => word === own[0]?.word);
  return there !== undefined && there.weight < 0.7;
}

/** `frapper Brahenne`, `frapper au cœur de la Tarsie`: both say where, and nothing of where one says so is in the other. */
const elsewhere = (a: Node, b: Node): number => (otherPlaces(a, b) >= apartPlaces ? 0.1 : 0);

/** One verb with unlike objects is not one thing done. Not: `touché des pots-de-vin`, `reçu de l'argent`. */
const otherObjects = (a: Node, b: Node): number =>
  isOneVerb(a, b) && roleScore(a, b, "patient") === unlike ? 0.25 : 0;

/** What it takes from the wording that each does something else. */
const otherDeed = 0.3;

/** What it takes that one deed has in one place of each what is certainly not in the other. */
const otherwise = 0.45;

/** `retirer`, `abandonner`: one verb, or a near one. */
function isOneVerb(a: Node, b: Node): boolean {
  if (a.proposition.predicate === b.proposition.predicate) return true;
  const [x, y] = [a.core[0], b.core[0]];
  if (x === undefined || y === undefined) return false;
  if (senseMatch(x.senses, y.senses) !== null) return true;
  return isOneLanguage(a, b) && nearness(a.reading.document.language).near(x.word, y.word) >= 0.7;
}

/** What a role takes from the score that each fills with something the other has nowhere. */
const unlike = -0.45;

function wording(a: Node, b: Node, oneStory: boolean): number {
  let shared = 0;
  let dot = 0;
  let items = 0;
  for (const [item, weight] of a.bag) {
    const other = b.bag.get(item);
    if (other === undefined) continue;
    dot += weight * other;
    shared += Math.min(weight, other);
    if (weight >= 0.7 && !(item.startsWith("state:") && a.topic.size > 2)) items++;
  }
  const met = isEncounter(a.event) && isEncounter(b.event);
  const same = meets(a.classes, b.classes);
  const least = met ? 3 : oneStory && (same || meets(a.topic, b.topic)) ? 1 : 2;
  if (items < least) return 0;
  const cosine = dot / (a.norm * b.norm);
  const smaller = Math.min(total(a), total(b));
  const containment = smaller >= 3 ? shared / smaller : 0;
  let score = Math.max(cosine, 0.5 * cosine + 0.38 * containment);
  const roles = (["agent", "patient", "recipient"] as const).map((role) => roleScore(a, b, role));
  if (same) score += 0.1;
  if (oneStory && (same || meets(a.topic, b.topic))) score += withinStory;
  if (a.proposition.predicate === b.proposition.predicate) score += 0.03;
  for (const role of roles) if (role > 0) score += role;
  score = Math.min(1, score);
  for (const role of roles) if (role < 0) score += role;
  if (!same && a.classes.size > 0 && b.classes.size > 0) score -= 0.22;
  if ((a.classes.size === 0) !== (b.classes.size === 0)) score -= 0.12;
  if (onlyOneActor(a, b)) score -= 0.25;
  score -= otherConcepts(a, b) + otherPlaces(a, b);
  return Math.max(0, score);
}

/** Both speak of something, and share no more of it than one actor and what kind of event it is. */
function onlyOneActor(a: Node, b: Node): boolean {
  if (a.topic.size === 0 || b.topic.size === 0 || meets(a.topic, b.topic)) return false;
  return [...a.actors].filter((actor) => b.actors.has(actor)).length < 2;
}

const isThing = (item: string): boolean => isConcept(item) && !item.startsWith("@");

/** Share of known concepts in which each says something that the other does not. */
function otherConcepts(a: Node, b: Node): number {
  const [x, y] = [[...a.topic].filter(isThing), [...b.topic].filter(isThing)];
  if (x.length === 0 || y.length === 0) return 0;
  const only = Math.min(x.filter((item) => !b.bag.has(item)).length, y.filter((item) => !a.bag.has(item)).length);
  return only / Math.min(x.length, y.length);
}

const placed = (node: Node): string[] =>
  [...node.bag.keys()].filter((item) => /^(?:city|place|name|region):/.test(item));

/** What it takes from the wording that each names places, and the other none of them. */
const apartPlaces = 0.45;

function otherPlaces(a: Node, b: Node): number {
  const [x, y] = [placed(a), placed(b)];
  if (x.length === 0 || y.length === 0) return 0;
  if (!x.some((item) => b.bag.has(item))) return apartPlaces;
  return x.some((item) => !b.bag.has(item)) && y.some((item) => !a.bag.has(item)) ? 0.1 : 0;
}

const total = (node: Node): number => [...node.bag.values()].reduce((sum, weight) => sum + weight, 0);

function roleScore(a: Node, b: Node, role: Role): number {
  const [x, y] = [named(a.roles.get(role)), named(b.roles.get(role))];
  if (x.size === 0 || y.size === 0) return 0;
  if (meets(x, y) || shareSense(x, y, a, b)) return 0.06;
  if (isSymmetric(a.event) && isSymmetric(b.event)) return 0;
  const fillers = [...x, ...y];
  if (fillers.every((filler) => !filler.startsWith("#"))) return role === "agent" ? -0.45 : -0.2;
  const one = role === "patient" && a.proposition.predicate === b.proposition.predicate && isOneLanguage(a, b);
  const other = one || fillers.every((filler) => isConcept(filler.slice(1))) || areOther(x, y, a, b);
  return !other ? -0.06 : isElsewhere(x, b) && isElsewhere(y, a) ? unlike : -0.2;
}

/** Whether nothing of what stands in a role of one is anywhere in the other: `dropped its demand`, `dropped its lawsuit`. */
const isElsewhere = (fillers: ReadonlySet<string>, { bag }: Node): boolean =>
  ![...fillers].some((filler) => bag.has(filler.startsWith("#") ? filler.slice(1) : filler));

/** Whether the language's list of near words knows both and does not have them near one another. */
function areOther(x: ReadonlySet<string>, y: ReadonlySet<string>, a: Node, b: Node): boolean {
  if (!isOneLanguage(a, b)) return false;
  const { near, knows } = nearness(a.reading.document.language);
  const words = (fillers: ReadonlySet<string>) =>
    [...fillers].filter((one) => one.startsWith("#")).map((one) => one.slice(1));
  return words(x).every((one) => words(y).every((other) => knows(one) && knows(other) && near(one, other) === 0));
}

const isOneLanguage = (a: Node, b: Node): boolean =>
  a.reading.document.language.slice(0, 2) === b.reading.document.language.slice(0, 2);
