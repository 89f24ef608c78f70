import { hasOpposite, isConcept, opposite } from "../languages/events.ts";
import type { Role } from "../model/index.ts";
import { isOneAffair } from "./affair.ts";
import { isEncounter, isHappening, isSymmetric } from "./happening.ts";
import { meaningOf } from "./meaning.ts";
import { nearness } from "./near.ts";
import type { Node } from "./node.ts";
import type { Salience } from "./salience.ts";
import { senseMatch, sensesOf } from "./senses.ts";
import { timesConflict } from "./time.ts";

/** How alike two propositions are, 0..1, or why they can't be one claim. */
export type Likeness = {
  readonly score: number;
  readonly conflict: string | null;
  /** They are of one fact, and one says it by its contrary: `est sûr`, `est dangereux`. */
  readonly turned: boolean;
};

/** At and above this, two propositions are one claim. */
export const threshold = 0.56;

/** What it adds that two propositions share what tells a fact of their story from its others; and that they are of it. */
const toldApart = 0.8;
const untold = 0.12;

/** What two propositions need not share in words when one story tells both. */
const withinStory = 0.05;

const never = (conflict: string): Likeness => ({ score: 0, conflict, turned: false });

/** Compares what two propositions say, with more trust where one story tells both, by what is salient in it. Words alone never suffice: opposites, reversed roles, other figures or times keep apart. */
export function likeness(a: Node, b: Node, oneStory = false, salience?: Salience): Likeness {
  const conflict = conflictOf(a, b);
  if (conflict !== null) return never(conflict);
  if (a.reading !== b.reading && (pointsBack(a) || pointsBack(b) || (isBare(a) && isBare(b))))
    return { score: 0, conflict: null, turned: false };
  const words = wording(a, b, oneStory);
  if (!oneStory && !isOneAffair(a.cast, b.cast)) return { score: words, conflict: null, turned: false };
  const { score, turned, telling } = meaningOf(a, b, salience);
  const inside = Math.max(words, score - otherObjects(a, b));
  const more = salience === undefined ? 0 : toldApart * telling + untold * salience.known;
  return { score: Math.min(1, inside + more), conflict: null, turned };
}

const pointing = /^[\s«“"]*(?:ce|cet|cette|ces|this|that|these|those)\s+\p{L}+[\s»”"]*$/iu;
const definite = /^[\s«“"]*(?:(?:le|la|les|son|sa|ses|leurs?|the|his|her|its|their)\s+|l['’])\p{L}+[\s»”"]*$/iu;

/**
 * A noun phrase alone that means what its own document spoke of: `cette proposition`, `that allegation`. Not: `toute
 * surcharge`, nor a happening that stories tell apart (`cet appel`).
 */
const pointsBack = (node: Node): boolean => !isEvent(node) && pointing.test(node.proposition.evidence.text);

/** `The allegation`: said of itself by neither of two documents, it joins nothing. */
const isBare = (node: Node): boolean => !isEvent(node) && definite.test(node.proposition.evidence.text);

const isEvent = ({ classes, occurrence }: Node): boolean => occurrence || [...classes].some(isHappening);

/** One verb with unlike objects is not one thing done. Not: `touché des pots-de-vin`, `reçu de l'argent`. */
const otherObjects = (a: Node, b: Node): number =>
  isOneVerb(a, b) && roleScore(a, b, "patient") === unlike ? 0.25 : 0;

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

function otherPlaces(a: Node, b: Node): number {
  const [x, y] = [placed(a), placed(b)];
  if (x.length === 0 || y.length === 0) return 0;
  if (!x.some((item) => b.bag.has(item))) return 0.45;
  return x.some((item) => !b.bag.has(item)) && y.some((item) => !a.bag.has(item)) ? 0.1 : 0;
}

const total = (node: Node): number => [...node.bag.values()].reduce((sum, weight) => sum + weight, 0);

export function meets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return true;
  return false;
}

const empty = /^#(?:il|elle|lui|ce|cela|qui|que|on|se|soi|y|en|le|it|he|she|they|this|that|which|who|lequ|first|new)$/;

/** Fillers that name or describe somebody or something; pronouns left out. */
const named = (fillers: ReadonlySet<string> | undefined): Set<string> =>
  new Set([...(fillers ?? [])].filter((filler) => !empty.test(filler)));

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

/** Whether something that one names and something that the other names may be one thing: `le texte`, `the bill`. */
function shareSense(x: ReadonlySet<string>, y: ReadonlySet<string>, a: Node, b: Node): boolean {
  const senses = (fillers: ReadonlySet<string>, { reading }: Node) =>
    [...fillers]
      .filter((one) => one.startsWith("#"))
      .map((one) => sensesOf(reading.document.language, [], one.slice(1)));
  const [left, right] = [senses(x, a), senses(y, b)];
  return left.some((one) => right.some((other) => senseMatch(one, other)?.contrary === false));
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

/** Why two propositions can't be one claim, or null. */
export function conflictOf(a: Node, b: Node): string | null {
  for (const x of a.classes)
    for (const y of b.classes) if (opposite(x, y) && !meets(a.classes, b.classes)) return `${x} is not ${y}`;
  for (const x of a.topic) {
    if (!hasOpposite(x) || b.bag.has(x)) continue;
    for (const y of b.topic) if (opposite(x, y) && !a.bag.has(y)) return `${x} is not ${y}`;
  }
  if (otherCause(a, b)) return "of other causes";
  if (reversed(a, b)) return "the same roles the other way round";
  const figures = otherFigures(a, b);
  if (figures !== null) return figures;
  if (timesConflict(a.proposition.times, b.proposition.times)) return "at other times";
  return null;
}

const calamities = new Set("fire flood storm earthquake accident @burn @flood @crash @explode @poison".split(" "));

/** `The fire in Belmar killed nine`, `The crash in Belmar killed nine`. Not: `The attack killed nine`, `Drones killed nine`. */
function otherCause(a: Node, b: Node): boolean {
  const causes = ({ roles }: Node) =>
    [...(roles.get("agent") ?? [])].map((filler) => filler.slice(1)).filter((name) => calamities.has(name));
  const [x, y] = [causes(a), causes(b)];
  return x.length > 0 && y.length > 0 && !x.some((one) => b.bag.has(one)) && !y.some((one) => a.bag.has(one));
}

function reversed(a: Node, b: Node): boolean {
  if (isSymmetric(a.event) || !meets(a.classes, b.classes)) {
    if (a.proposition.predicate !== b.proposition.predicate || isSymmetric(a.event)) return false;
  }
  const [agents, others] = [doers(a), doers(b)];
  if (agents.size === 0 || others.size === 0 || meets(agents, others)) return false;
  return meets(agents, beside(b, others)) && meets(others, beside(a, agents));
}

/** Agents; for a converse verb (`racheter`), whoever stands in their place. */
const doers = ({ roles }: Node): Set<string> => {
  const [agents, patients] = [named(roles.get("agent")), named(roles.get("patient"))];
  const own = new Set([...agents].filter((agent) => !patients.has(agent)));
  return own.size > 0 ? own : agents.size > 0 ? agents : named(roles.get("recipient"));
};

/** Everybody and everything in a proposition besides its agents. */
function beside(node: Node, agents: ReadonlySet<string>): Set<string> {
  const goals = [...named(node.roles.get("patient")), ...named(node.roles.get("recipient")), ...node.actors];
  return new Set(goals.filter((goal) => !agents.has(goal)));
}

function otherFigures(a: Node, b: Node): string | null {
  for (const x of a.proposition.quantities) {
    const same = b.proposition.quantities.filter(({ unit }) => unit === x.unit && unit !== "");
    if (same.length > 0 && !same.some(({ value }) => value === x.value)) return `${x.value} is not ${same[0]?.value}`;
  }
  return null;
}
