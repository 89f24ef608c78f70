import type { Actors } from "../../languages/actors.ts";
import type { ActorKind, Span, Word } from "../../model/index.ts";
import { type Discourse, overlaps } from "./discourse.ts";
import { foldPhrase } from "./fold.ts";
import { knownActor } from "./known.ts";
import { trimmed } from "./naming.ts";
import { isPersonal, roleFit } from "./nouns.ts";
import type { Phrase } from "./phrase.ts";
import { type Referent, referent } from "./referent.ts";
import type { Roster } from "./roster.ts";

// Who bears a title, whom it is held with, and for whom its bearer speaks.

/** What kind of actor a description that gives no name is of. */
export function sortOf(phrase: Phrase): ActorKind {
  const { noun, number } = phrase;
  if (noun === null) return "group";
  if (isPersonal(noun)) return number === "plural" ? "group" : "person";
  if (noun.class === "outlet") return number === "plural" ? "group" : "organization";
  return noun.class as "organization" | "state" | "group" | "document";
}

/** `Le parquet`, later `le parquet de Corvigny`: whoever has no name of their own takes the fuller description. */
export function rename(one: Referent, phrase: Phrase, complement: string | null): void {
  const role = one.roles[0];
  if (one.kind === "person" || knownActor(one.id) || complement === null || role?.of !== null) return;
  const full = trimmed(phrase);
  if (full.length < 60 && full.startsWith(one.name) && full.length > one.name.length) {
    one.name = full;
    one.roles[0] = { ...role, of: complement, ofSpan: phrase.complement };
  }
}

/** `Le syndicat …, accuse son délégué, Ivo Kern`: the title is held with whoever spoke last. */
export function serveOwner(
  one: Referent,
  { noun, head, sentence }: Phrase,
  discourse: Discourse,
  actors: Actors,
): void {
  const owner = discourse.lastSpeaker;
  if (!noun || !head || !owner || owner === one || owner.anonymous || owner.kind === "author") return;
  if (sentence - discourse.lastSpeakerSentence > 1 || one.roles.length >= 12) return;
  const of = foldPhrase(owner.name);
  if (one.roles.some((role) => role.of !== null && role.noun === noun)) return;
  const [link = ""] = actors.ofWords;
  one.roles.push({ noun, state: null, of, ofSpan: null, text: `${head.form} ${link} ${owner.name}`, at: head.start });
  const speaks = noun.class === "spokesperson" || noun.class === "adviser";
  if (speaks && !one.principal) one.principal = owner;
}

/** The only person of the document whose role fits: `le porte-parole du président turc` → the Turkish president named elsewhere. */
export function bearerOf(
  phrase: Phrase,
  roster: Roster,
  actors: Actors,
  not: Referent | null,
  complement: string | null = null,
): Referent | null {
  const { noun, state } = phrase;
  if (!noun || phrase.number === "plural") return null;
  const fits = [...roster.all()].filter(
    (one) =>
      one !== not &&
      one.kind === "person" &&
      one.roles.some((role) =>
        state === null
          ? role.noun.lemma === noun.lemma && (complement === null || role.of === null || overlaps(complement, role.of))
          : role.state === state && roleFit(noun, role.noun, actors) > 0,
      ),
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** `nous` in somebody's mouth: whom they speak for, else their state, else they themselves. */
export function spokenFor(one: Referent, roster: Roster): Referent {
  if (one.principal) return one.principal;
  const state = one.roles.find((role) => role.state)?.state;
  const known = state ? knownActor(state) : null;
  if (state && known) return roster.get(state, () => referent(state, known.name, known.kind));
  return one;
}

/** The phrase before the comma that a pronoun between commas repeats: `Les syndicats, eux, …`; null where none does. */
export function repeatedBy(words: readonly Word[], at: number): Span | null {
  const before = words[at - 2];
  if (words[at - 1]?.form !== "," || words[at + 1]?.form !== "," || !/^(?:NOUN|PROPN|ADJ)$/.test(before?.upos ?? ""))
    return null;
  let first = at - 2;
  while (first > 0 && at - first < 10 && !/^(?:PUNCT|VERB|AUX|SCONJ|CCONJ)$/.test(words[first - 1]?.upos ?? "PUNCT"))
    first--;
  const start = words[first]?.start;
  return start === undefined || before === undefined ? null : { start, end: before.end };
}
