import type { Reading } from "../model/index.ts";
import { type Affiliations, houseWords, sameNight, sharedHouse } from "./affiliation.ts";
import type { Houses } from "./houses.ts";
import { isSome, isSomebodys, type Offices, wordsOf } from "./office.ts";
import type { Reuse } from "./reuse.ts";
import type { Root } from "./roots.ts";
import type { Namings } from "./same.ts";
import type { States } from "./states.ts";

/** What is needed to tell which roots may be one. */
export type Ties = {
  readonly readings: ReadonlyMap<string, Reading>;
  /** Shared text, by the two documents' ids joined by a space, either way round. */
  readonly reuse: ReadonlyMap<string, Reuse>;
  /** Who speaks for whom, in any of the documents: `spokesman` to `ministry`. */
  readonly principals: ReadonlyMap<string, ReadonlySet<string>>;
  /** Which house an actor is of, as far as its names tell. */
  readonly affiliations: Affiliations;
  /** Which actors are one under several names. */
  readonly namings: Namings;
  /** Who holds office where, pleads for somebody or was there. */
  readonly offices: Offices;
  /** Who may speak for one house, by what they are called. */
  readonly houses: Houses;
  /** Which state an actor speaks for. */
  readonly states: States;
};

/** Why two roots are one, or null. */
export function certainly(a: Root, b: Root, all: readonly Root[], { reuse, namings }: Ties): string | null {
  const decided = together(a, b);
  if (decided !== null) return decided;
  if (setApart(a, b)) return null;
  if (a.key === b.key) return `All of these are the words of ${a.name}.`;
  if (a.kind === "named" && b.kind === "named" && namings.same(a.key, b.key) === "certain")
    return a.name === b.name ? `All of these are the words of ${a.name}.` : `${a.name} and ${b.name} are one name.`;
  const carrier = b.carriers.at(-1);
  if (b.kind === "anonymous" && carrier?.id === a.key)
    return `${a.name} rests on the sources that it quotes without naming them.`;
  if (a.position.document === b.position.document && b.carriers.some(({ id }) => id === a.key))
    return `${a.name} only relays ${b.name}.`;
  if (carrier !== undefined && b.kind === "unnamed" && carrier.id === a.key) return `${a.name} gives no other source.`;
  const sameDocument = a.position.document === b.position.document;
  if (sameDocument && (a.kind === "author" || a.kind === "unnamed") && (b.kind === "named" || b.kind === "anonymous")) {
    const choice = all.filter(
      (root) => root.position.document === a.position.document && root.kind !== "author" && root.kind !== "unnamed",
    );
    if (new Set(choice.map(({ key }) => key)).size >= 1)
      return `The document names ${b.name} for it and has no other source of its own.`;
  }
  if (sameDocument && a.kind === "author" && b.kind === "unnamed")
    return "The document says it in its own voice and as hearsay; it names no other source.";
  if (a.kind === "author" && b.kind === "named" && a.outlet !== null && a.outlet === b.key)
    return `${a.name} says so itself, and is quoted elsewhere.`;
  if (a.kind === "author" && b.kind === "author") {
    const one = shared(reuse, a, b);
    if (one !== undefined && (one.kind === "literal" || one.kind === "near-identical")) {
      return `One text: the documents share ${Math.round(one.share * 100)} % of their words in sequence.`;
    }
  }
  return null;
}

const shared = (reuse: Ties["reuse"], a: Root, b: Root): Reuse | undefined =>
  reuse.get(`${a.position.document} ${b.position.document}`);

/** Why a person holds that two roots are one; null where nobody decided so. */
function together({ decided: a, key }: Root, { decided: b, key: other }: Root): string | null {
  const same = a !== undefined && a.mark.decision === b?.mark.decision;
  return same && (a.kind === "same" || key === other) ? a.reason : null;
}

/** What a person set apart is joined with nothing else. */
export const setApart = (a: Root, b: Root): boolean =>
  a.key !== b.key && (a.decided?.kind === "apart" || b.decided?.kind === "apart");

/** Why two roots may be one, or null. */
export function possibly(a: Root, b: Root, ties: Ties): string | null {
  if (setApart(a, b)) return null;
  const { principals, reuse, affiliations, readings, namings, offices, houses } = ties;
  if (principals.get(a.key)?.has(b.key)) return `${a.name} speaks for ${b.name}.`;
  for (const one of principals.get(a.key) ?? [])
    if (principals.get(b.key)?.has(one)) return `${a.name} and ${b.name} speak for one principal.`;
  for (const one of principals.get(a.key) ?? [])
    if (namings.same(one, b.key) !== null || namings.within(b.key, one)) return `${a.name} speaks for ${b.name}.`;
  if (isActor(a) && isActor(b) && namings.same(a.position.speaker.id, b.position.speaker.id) !== null)
    return `${a.name} and ${b.name} may be one under two names.`;
  const state = a.kind === "named" && b.kind === "named" ? sharedState(a, b, ties) : null;
  if (state !== null) return `${a.name} and ${b.name} speak for one state.`;
  if (
    principals.has(a.key) &&
    a.kind === "named" &&
    b.kind === "named" &&
    a.position.document === b.position.document
  ) {
    return `${a.name} speaks for others, and may give the words of ${b.name}.`;
  }
  if (isNameless(a) && isNameless(b)) return "Sources that are not named may be the same.";
  if (isPaper(a) && isPaper(b) && a.key !== b.key) return `${a.name} and ${b.name} may be one document.`;
  if (isHeld(a) && (isPaper(b) || isHeld(b))) return `${a.name} and ${b.name} may be one document.`;
  if (isHeld(a) && b.kind === "named" && isNearby(a, b, ties))
    return `${a.name} has a paper before it that may be that of ${b.name}, who is named beside it.`;
  if (a.kind === "anonymous" && b.kind === "named" && a.position.document === b.position.document) {
    return `The source that is not named may be ${b.name}.`;
  }
  if (a.kind === "named" && b.kind === "named" && b.carriers.some(({ id }) => id === a.key))
    return `${a.name} relays ${b.name} elsewhere, and may do so here.`;
  if (a.kind === "named" && b.kind === "named") {
    if (!a.key.startsWith("person:") && isOf(a.name, b.name)) return `${a.name} gives the word of ${b.name}.`;
    if (offices.holds(a.key, b.key)) return `${a.name} holds office in ${b.name}.`;
    if (offices.among(a.key, b.key)) return `${a.name} may be among ${b.name}.`;
    if (offices.pleads(a.key) && b.key.startsWith("person:") && !offices.pleads(b.key))
      return `${a.name} pleads for somebody, who may be ${b.name}.`;
  }
  const [said, other] = [instantOf(a, readings), instantOf(b, readings)];
  const together = sameNight(said, other);
  // Who is not named may be somebody else of that house another day.
  const apart = (a.kind === "anonymous" || b.kind === "anonymous") && said !== null && other !== null && !together;
  if (isActor(a) && isActor(b) && !apart && houses(a.position.speaker.id, b.position.speaker.id) !== null)
    return `${a.name} and ${b.name} may speak for one house.`;
  if (a.kind === "author" && b.kind === "named" && isPlanned(a, ties))
    return `${a.name} tells what is only planned, and may have it from ${b.name}.`;
  if (isActor(a) && b.kind === "named" && isSomebodys(a.position.speaker.name) && isNamedIn(a, b, ties))
    return `${a.name} may be of ${b.name}, who is named beside it.`;
  if (a.kind === "author" && b.kind === "named" && quotedBefore(a, b, ties))
    return `${a.name} quotes ${b.name} just before, who says so elsewhere.`;
  if (a.draws !== undefined && b.outlet === a.draws.key) return `${a.name} draws on ${b.name}.`;
  // Two whom one agency's customers quote stay two.
  const narrates = a.kind === "author" && b.kind === "author";
  if (a.draws !== undefined && (b.key === a.draws.key || (narrates && b.draws?.key === a.draws.key)))
    return `${a.name} draws on ${a.draws.name}.`;
  if (together && a.kind === "anonymous" && (b.kind === "named" || b.kind === "anonymous")) {
    const house = sharedHouse(
      houseWords(a.position.speaker.name),
      affiliations.get(b.position.speaker.id) ?? new Set(),
    );
    if (house.length > 0)
      return `The source that is not named is of the house of ${b.name}, and spoke in the same night.`;
  }
  if (together && a.kind === "named" && b.kind === "named" && isHouse(b) && !isHouse(a)) {
    const own = affiliations.get(a.position.speaker.id) ?? new Set();
    const words = houseWords(b.name);
    if (words.length > 0 && sharedHouse(words, own).length === words.length)
      return `${a.name} is of ${b.name}, and spoke in the same night.`;
  }
  if (a.kind === "unnamed") return "What is only hearsay may go back to the same source.";
  if (
    a.position.document !== b.position.document &&
    shared(reuse, a, b) !== undefined &&
    a.kind === "author" &&
    b.kind === "author"
  ) {
    return shared(reuse, a, b)?.kind === "partial"
      ? "The documents share passages word for word."
      : "The documents tell some of the same facts in the same order.";
  }
  return null;
}

/** Characters before a sentence in which a source of it is looked for. */
const before = 300;

/**
 * Whether the narrator goes on right behind somebody's words, in one paragraph: `Selon la maire, Ida Kroll, la digue a
 * cédé. Huit maisons ont été inondées.` Who speaks may have told that, too, where he says so elsewhere.
 */
function quotedBefore({ position }: Root, b: Root, { readings, namings }: Ties): boolean {
  const reading = readings.get(position.document);
  if (reading === undefined || position.document === b.position.document) return false;
  const { start } = position.evidence;
  return reading.statements.some(({ speaker, content }) => {
    const end = Math.max(...content.map((span) => span.end));
    if (end > start || start - end > before || reading.document.text.slice(end, start).includes("\n")) return false;
    return speaker.id === b.key || namings.same(speaker.id, b.key) === "certain";
  });
}

/** `Une autre marche est prévue samedi`: nobody knows it but from who plans it. Not: what has happened. */
function isPlanned({ position }: Root, { readings }: Ties): boolean {
  const own = readings.get(position.document)?.propositions.find(({ id }) => id === position.statement);
  return own?.event === "plan" || own?.traits?.includes("meant") === true;
}

/** Whether the document in which one speaks names the other. */
const isNamedIn = ({ position }: Root, b: Root, { readings, namings }: Ties): boolean =>
  readings.get(position.document)?.actors.some(({ id }) => id === b.key || namings.same(id, b.key) === "certain") ??
  false;

/** A paper that speaks: `une note interne`, `the preliminary report`. Not: what one of them names as its author. */
const isPaper = ({ kind, position }: Root): boolean => kind === "named" && position.speaker.id.startsWith("document:");

/** What an article tells from a paper that it has before it. */
const isHeld = ({ key }: Root): boolean => key.startsWith("hand:");

/** Whether the paragraph in which the one is told names the other: `la note, signée de l'Agence des digues`. */
function isNearby({ position }: Root, b: Root, { readings, namings }: Ties): boolean {
  const reading = readings.get(position.document);
  if (reading === undefined) return false;
  const { text } = reading.document;
  const start = text.lastIndexOf("\n", Math.max(0, position.evidence.start - 1)) + 1;
  const end = text.indexOf("\n", position.evidence.end);
  return reading.mentions.some(
    (one) =>
      one.start >= start &&
      one.end <= (end < 0 ? text.length : end) &&
      (one.actor === b.key || namings.same(one.actor, b.key) === "certain"),
  );
}

/** People without a name, one or some: `une source proche`, `two workers`, `Nurses`. Not: `les pompiers`. */
const isNameless = ({ kind, position, statement }: Root): boolean =>
  kind === "anonymous" ||
  (position.speaker.id.startsWith("group:") && isSome(statement?.source?.text ?? position.speaker.name));

/** `le décompte de la mairie` gives what `la mairie` says. */
function isOf(whole: string, part: string): boolean {
  const [x, y] = [wordsOf(whole), wordsOf(part)];
  return y.length > 0 && x.length > y.length && y.every((word, at) => word === x[x.length - y.length + at]);
}

const isActor = ({ kind }: Root): boolean => kind === "named" || kind === "anonymous";

/** The state that both speak for, themselves or through whoever they speak for. */
function sharedState(a: Root, b: Root, { states, principals }: Ties): string | null {
  const of = ({ key }: Root): string | null =>
    [key, ...(principals.get(key) ?? [])].map(states).find((state) => state !== null) ?? null;
  const own = of(a);
  return own !== null && own === of(b) ? own : null;
}

/** When the words were said, or else published. */
function instantOf({ statement, position }: Root, readings: Ties["readings"]): string | null {
  return statement?.said ?? readings.get(position.document)?.document.published ?? null;
}

const isHouse = ({ position }: Root): boolean =>
  /^(?:organization|org|ministry|state|seat|group):/.test(position.speaker.id);

/** Who speaks for whom, read off statements and off names that hold an actor's own (`le porte-parole du Kremlin`). */
export function principalsOf(readings: readonly Reading[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (speaker: string, principal: string) => {
    if (speaker !== principal) found.set(speaker, (found.get(speaker) ?? new Set()).add(principal));
  };
  for (const { statements } of readings)
    for (const statement of statements)
      if (statement.speaksFor !== null) add(statement.speaker.id, statement.speaksFor.id);
  return found;
}
