import { languageCodes, languageOf } from "../languages/index.ts";
import { rows } from "../languages/lexicon.ts";
import type { Reading } from "../model/index.ts";
import { foldPhrase } from "../statements/speakers/fold.ts";
import { classOf, nounsIn } from "./phrases.ts";

/** The state an actor speaks for, by the actor's id, as far as lists and the texts tell. */
export type States = (actor: string) => string | null;

/** Classes of nouns that hold an office: whoever has one speaks for the state that is named beside it. */
const offices: ReadonlySet<string> = new Set(["head", "minister", "official", "spokesperson", "adviser", "military"]);

const wordsOf = (phrase: string): string[] =>
  foldPhrase(phrase)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");

type Lists = {
  /** Seat of power to its state; firms and papers speak for none. */
  readonly organs: ReadonlyMap<string, string>;
  /** Folded adjective of a state to the state. */
  readonly demonyms: ReadonlyMap<string, string>;
  readonly officers: ReadonlySet<string>;
  /** Nouns of the government's own offices, and the words that may stand beside them without naming a state. */
  readonly governing: ReadonlySet<string>;
  readonly portfolios: ReadonlySet<string>;
  readonly former: ReadonlySet<string>;
  /** Words between an office and what it is of. */
  readonly links: ReadonlySet<string>;
  readonly stateNames: ReadonlySet<string>;
  /** Nouns of the bodies that states have. */
  readonly bodies: ReadonlySet<string>;
};

/** The state that a government is of where the text has no need to say which: `le ministre de l'Intérieur`. */
const here = "state:?";

let lists: Lists | null = null;

function load(): Lists {
  if (lists !== null) return lists;
  const organs = new Map<string, string>();
  const demonyms = new Map<string, string>();
  const officers = new Set<string>();
  const governing = new Set<string>();
  const former = new Set<string>();
  const links = new Set<string>();
  const stateNames = new Set<string>();
  const bodies = new Set("delegation negotiator negotiators negociateur negociateurs".split(" "));
  const portfolios = new Set("premier premiere prime first deputy vice delegue deleguee charge chargee".split(" "));
  for (const code of languageCodes) {
    const language = languageOf(code);
    if (language === null) continue;
    for (const gazetteer of language.names.gazetteers)
      for (const [form, , id = "-", state = "-"] of rows(gazetteer)) {
        if (id.startsWith("seat:") && isState(state)) organs.set(id, state);
        if (isState(id)) for (const word of wordsOf(form)) stateNames.add(word);
      }
    for (const [form, state = ""] of rows(language.names.demonyms)) demonyms.set(foldPhrase(form), state);
    for (const [noun, kind = ""] of rows(language.names.roles)) if (offices.has(kind)) officers.add(foldPhrase(noun));
    for (const noun of language.actors.governing) governing.add(foldPhrase(noun));
    for (const word of language.actors.formerWords) former.add(foldPhrase(word));
    for (const word of language.names.determiners) portfolios.add(foldPhrase(word));
    for (const word of language.actors.ofWords) for (const part of wordsOf(word)) links.add(part);
    for (const word of ["la", "l", "the"]) links.add(word);
    for (const word of links) portfolios.add(word);
    for (const [phrase] of rows(language.names.institutions))
      for (const word of wordsOf(phrase)) if (!links.has(word)) bodies.add(word);
    for (const [phrase, id = ""] of rows(language.names.institutions))
      if (id.startsWith("ministry:")) for (const word of wordsOf(phrase)) portfolios.add(word);
  }
  lists = { organs, demonyms, officers, governing, portfolios, former, links, stateNames, bodies };
  return lists;
}

/** A state that no list has, known by how the texts speak of it. */
const isPolity = (id: string): boolean => /^state:[a-z]/.test(id);

/** Enough of a country's name to know it in the words made of it: `Tarsie`, `tarsien`. */
const root = 5;

/**
 * The state that no list has and that a word is made of the name of, or null. Not: `la Fédération du travail`, by the noun
 * of a body; `le pays`.
 */
function politiesIn(readings: readonly Reading[]): (word: string) => string | null {
  const found = new Map<string, string>();
  for (const { actors } of readings)
    for (const { id, names } of actors)
      if (isPolity(id))
        for (const name of names) {
          if (nounsIn(name).some((noun) => classOf(noun) === "organization")) continue;
          const proper = name.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? [];
          for (const word of proper.map(foldPhrase))
            if (word.length >= root && classOf(word) === "") found.set(word.slice(0, root), id);
        }
  return (word) => found.get(word.slice(0, root)) ?? null;
}

const isState = (id: string): boolean => /^state:[A-Z]{2}$/.test(id);

/**
 * Which state actors speak for: the state itself, its organs (`the Kremlin`, `the Ukrainian air force`) and who holds
 * office in it by the words beside the name (`le président russe`). Not: `un opposant russe`, who has no office. A
 * government's own offices that name no state (`le ministre de l'Intérieur`, `la préfecture`) speak for one and the same,
 * the one the articles are about. Not: `le ministre tarsien`, whose adjective no list knows.
 */
export function statesOf(readings: readonly Reading[]): States {
  const { organs, demonyms, officers, governing, portfolios, former, links, stateNames, bodies } = load();
  const polity = politiesIn(readings);
  const found = new Map<string, string>();
  // A prefect's district is none of the words that would name another state.
  const governs = (words: readonly string[]): boolean =>
    words.some((word) => governing.has(word)) &&
    !words.some((word) => former.has(word)) &&
    (words.some((word) => /^prefe(?:t|ct)/.test(word)) ||
      words.every(
        (word, at) =>
          governing.has(word) ||
          portfolios.has(word) ||
          // `ministère des Télécommunications`. Not: `ministère de Russie`.
          (links.has(words[at - 1] ?? "") && !demonyms.has(word) && !stateNames.has(word)),
      ));
  const unplaced = new Set<string>();
  for (const { actors } of readings) {
    for (const { id, kind, name, names } of actors) {
      // What a person is called besides the name is a role.
      const called = kind === "person" ? names.filter((other) => other !== name) : [name, ...names];
      if (/^(?:person|organization|ministry):/.test(id) && called.some((one) => governs(wordsOf(one))))
        unplaced.add(id);
      const own = called
        .map(wordsOf)
        .filter((words) => words.some((word) => officers.has(word) || governing.has(word) || bodies.has(word)))
        .flatMap((words) =>
          words.some((word) => former.has(word)) ? [] : words.flatMap((word) => polity(word) ?? []),
        );
      if (own[0] !== undefined && !found.has(id)) found.set(id, own[0]);
      if (kind !== "person" || found.has(id)) continue;
      for (const name of names) {
        const words = foldPhrase(name).split(/[^\p{L}]+/u);
        const state = words.map((word) => demonyms.get(word)).find((one) => one !== undefined && isState(one));
        if (state !== undefined && words.some((word) => officers.has(word))) found.set(id, state);
      }
    }
  }
  return (actor) => {
    if (isState(actor) || isPolity(actor)) return actor;
    const suffix = /^[a-z-]+(?::[a-z-]+)?:([A-Z]{2})$/.exec(actor)?.[1];
    if (suffix !== undefined) return `state:${suffix}`;
    return organs.get(actor) ?? found.get(actor) ?? (unplaced.has(actor) ? here : null);
  };
}
