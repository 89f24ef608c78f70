import type { Senses } from "../languages/senses.ts";
import type { CoreItem, Proposition, Reading, Role, Statement } from "../model/index.ts";
import { type Cast, castOf } from "./affair.ts";
import { isHappening, isSymmetric, isWide } from "./happening.ts";
import type { Identity } from "./names.ts";
import { nearness } from "./near.ts";
import { sensesOf } from "./senses.ts";

/** A proposition made ready to be compared. */
export type Node = {
  readonly key: string;
  readonly proposition: Proposition;
  readonly reading: Reading;
  readonly statement: Statement | null;
  /** Who says it, as actors and roles name them; null where nobody does but the document. */
  readonly speaker: string | null;
  readonly classes: ReadonlySet<string>;
  readonly event: string | null;
  readonly actors: ReadonlySet<string>;
  readonly roles: ReadonlyMap<Role, ReadonlySet<string>>;
  /** Concepts, actors, event classes and quantities with their weights. */
  readonly bag: ReadonlyMap<string, number>;
  readonly norm: number;
  /** Concepts besides the event itself. */
  readonly topic: ReadonlySet<string>;
  /** What it says at heart, the weightiest first: concepts and stems, weighted by place in the clause and by rarity. */
  readonly core: readonly CoreWord[];
  /** Where it lies among all that can be said, as bytes of a vector whose length is 127; null where it was not made. */
  readonly vector: Int8Array | null;
  /** Of the whole document. */
  readonly cast: Cast;
  /** It says that a happening took place, and hardly more. */
  readonly occurrence: boolean;
};

/** A word of a core: `weight` by its place in the clause alone, `rarity` by how much it tells, and what it may mean. */
export type CoreWord = {
  readonly word: string;
  readonly weight: number;
  readonly rarity: number;
  readonly senses: Senses;
  /** Its lemma where the lists of senses have it. */
  readonly name: string;
};

/** Concepts of time and measure: they say when and how much, not what about. */
const frames = new Set(
  (
    "day week month year night morning evening hour minute today yesterday tomorrow first last phone recent lieu soi lui " +
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanch dimanche " +
    "janvier fevri mars avril mai juin juillet aout septembre septembr octobre octobr novembre novembr decembre decembr " +
    "janu febru march april june july august septemb octob novemb decemb " +
    "president minister leader spokesperson man people country information answer question statement goal"
  ).split(" "),
);

/** Prepares the propositions of a reading. */
export function nodesOf(reading: Reading, identity: Identity): Node[] {
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
  return reading.propositions.map((proposition) => nodeOf(proposition, reading, statements, identity));
}

function coreOf({ core, lemmas, predicate, events, event }: Proposition, language: string): CoreWord[] {
  const { rarity } = nearness(language);
  const items: readonly CoreItem[] =
    core ?? lemmas.map((concept) => ({ concept, weight: concept === predicate ? 1 : 0.6 }));
  const words = items
    .filter(({ concept }) => !frames.has(concept) && !concept.startsWith("@"))
    .map(({ concept, weight, names = [] }) => ({
      word: concept,
      weight,
      rarity: rarity(concept),
      senses: sensesOf(language, names, concept),
      name: names[0] ?? concept,
    }));
  const kinds = (events ?? (event === null ? [] : [event])).filter((name) => !isWide(name)).slice(0, 1);
  return [
    ...words,
    ...kinds.map((name) => ({ word: `@${name}`, weight: 1, rarity: classRarity, senses: senseless, name })),
  ];
}

const senseless: Senses = new Map();

/** An event class tells less than a word of its own. */
const classRarity = 0.6;

function nodeOf(
  proposition: Proposition,
  reading: Reading,
  statements: ReadonlyMap<string, Statement>,
  identity: Identity,
): Node {
  const statement = proposition.statement === null ? null : (statements.get(proposition.statement) ?? null);
  const classes = new Set(proposition.events ?? (proposition.event === null ? [] : [proposition.event]));
  const actors = new Set(proposition.actors.map(identity));
  const roles = new Map<Role, Set<string>>();
  for (const { role, lemma, actor } of proposition.arguments) {
    const filler = actor === null ? `#${lemma}` : identity(actor);
    roles.set(role, (roles.get(role) ?? new Set()).add(filler));
    if (actor !== null) actors.add(filler);
  }
  const bag = new Map<string, number>();
  for (const name of classes) bag.set(`@${name}`, 2 / classes.size);
  if (classes.size === 0) bag.set(`=${proposition.predicate}`, 0.5);
  const topic = new Set<string>();
  for (const lemma of proposition.lemmas) {
    const own = lemma.startsWith("@") && classes.has(lemma.slice(1));
    if (own) continue;
    bag.set(lemma, frames.has(lemma) ? 0.3 : 1);
    if (!frames.has(lemma)) topic.add(lemma);
  }
  for (const actor of actors) bag.set(actor, actor.startsWith("state:") ? 0.7 : 1);
  for (const place of proposition.places)
    if (!bag.has(identity(place))) bag.set(identity(place), place.startsWith("state:") ? 0.7 : 1);
  for (const { value, unit } of proposition.quantities) bag.set(`${value} ${unit}`, 0.8);
  const event = proposition.event;
  const bare = proposition.kind === "presupposed" || proposition.occurs === true;
  const met = [...classes].some(isSymmetric) && [...classes].some(isHappening);
  const subjects = [...(roles.get("about") ?? []), ...(roles.get("patient") ?? [])].filter(
    (filler) => filler.startsWith("#") && !frames.has(filler.slice(1)) && !filler.startsWith("#@"),
  );
  return {
    key: `${reading.document.id} ${proposition.id}`,
    proposition,
    reading,
    statement,
    speaker: statement === null ? null : identity(statement.speaker.id),
    classes,
    event,
    actors,
    roles,
    bag,
    norm: Math.sqrt([...bag.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1,
    topic,
    core: coreOf(proposition, reading.document.language),
    vector: vectorOf(proposition),
    cast: castOf(reading),
    occurrence:
      proposition.kind !== "verdict" &&
      [...classes].some(isHappening) &&
      (bare || (met && actors.size >= 2 && subjects.length === 0)),
  };
}

function vectorOf({ vector }: Proposition): Int8Array | null {
  if (vector === undefined) return null;
  const bytes = Buffer.from(vector, "base64");
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
