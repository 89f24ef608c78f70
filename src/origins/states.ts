import { languageCodes, languageOf } from "../languages/index.ts";
import { rows } from "../languages/lexicon.ts";
import type { Reading } from "../model/index.ts";
import { foldPhrase } from "../statements/speakers/fold.ts";

/** The state an actor speaks for, by the actor's id, as far as lists and the texts tell. */
export type States = (actor: string) => string | null;

/** Classes of nouns that hold an office: whoever has one speaks for the state that is named beside it. */
const offices: ReadonlySet<string> = new Set(["head", "minister", "official", "spokesperson", "adviser", "military"]);

type Lists = {
  /** Seat of power to its state; firms and papers speak for none. */
  readonly organs: ReadonlyMap<string, string>;
  /** Folded adjective of a state to the state. */
  readonly demonyms: ReadonlyMap<string, string>;
  readonly officers: ReadonlySet<string>;
};

let lists: Lists | null = null;

function load(): Lists {
  if (lists !== null) return lists;
  const organs = new Map<string, string>();
  const demonyms = new Map<string, string>();
  const officers = new Set<string>();
  for (const code of languageCodes) {
    const language = languageOf(code);
    if (language === null) continue;
    for (const gazetteer of language.names.gazetteers)
      for (const [, , id = "-", state = "-"] of rows(gazetteer))
        if (id.startsWith("seat:") && isState(state)) organs.set(id, state);
    for (const [form, state = ""] of rows(language.names.demonyms)) demonyms.set(foldPhrase(form), state);
    for (const [noun, kind = ""] of rows(language.names.roles)) if (offices.has(kind)) officers.add(foldPhrase(noun));
  }
  lists = { organs, demonyms, officers };
  return lists;
}

const isState = (id: string): boolean => /^state:[A-Z]{2}$/.test(id);

/**
 * Which state actors speak for: the state itself, its organs (`the Kremlin`, `the Ukrainian air force`) and who holds
 * office in it by the words beside the name (`le président russe`). Not: `un opposant russe`, who has no office.
 */
export function statesOf(readings: readonly Reading[]): States {
  const { organs, demonyms, officers } = load();
  const found = new Map<string, string>();
  for (const { actors } of readings) {
    for (const { id, kind, names } of actors) {
      if (kind !== "person" || found.has(id)) continue;
      for (const name of names) {
        const words = foldPhrase(name).split(/[^\p{L}]+/u);
        const state = words.map((word) => demonyms.get(word)).find((one) => one !== undefined && isState(one));
        if (state !== undefined && words.some((word) => officers.has(word))) found.set(id, state);
      }
    }
  }
  return (actor) => {
    if (isState(actor)) return actor;
    const suffix = /^[a-z-]+(?::[a-z-]+)?:([A-Z]{2})$/.exec(actor)?.[1];
    if (suffix !== undefined) return `state:${suffix}`;
    return organs.get(actor) ?? found.get(actor) ?? null;
  };
}
