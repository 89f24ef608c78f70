import { type ActorNoun, type Actors, actorClasses } from "../../languages/actors.ts";
import type { Word } from "../../model/index.ts";
import { openersOf } from "../../text/phrases.ts";
import { remembered } from "../../text/remembered.ts";
import { lemmaOf, lower } from "./words.ts";

/** Singular guesses for a form whose lemma the tagger did not know. */
const singulars = remembered((form): readonly string[] => {
  const guesses = [form];
  if (form.endsWith("ies")) guesses.push(`${form.slice(0, -3)}y`);
  if (form.endsWith("aux")) guesses.push(`${form.slice(0, -3)}al`);
  if (form.endsWith("men")) guesses.push(`${form.slice(0, -3)}man`);
  if (/[sx]$/.test(form)) guesses.push(form.slice(0, -1));
  if (form.endsWith("es")) guesses.push(form.slice(0, -2));
  return guesses;
});

/** The lexicon's entry for the noun at `at`, two words first (`premier ministre`, `press secretary`). */
export function actorNounAt(actors: Actors, words: readonly Word[], at: number): ActorNoun | null {
  const word = words[at];
  if (!word) return null;
  const form = lower(word.form);
  const before = words[at - 1];
  const after = words[at + 1];
  const lemma = lemmaOf(word);
  const opens = openersOf(actors.nouns);
  if (before && opens(lower(before.form))) {
    const opening = lower(before.form);
    const entry = actors.nouns.get(`${opening} ${form}`) ?? actors.nouns.get(`${opening} ${lemma}`);
    if (entry) return entry;
  }
  const pair = after && opens(lemma) ? actors.nouns.get(`${lemma} ${lower(after.form)}`) : undefined;
  const known = pair ?? actors.nouns.get(lemma);
  if (known) return known;
  for (const guess of singulars(form)) {
    const entry = actors.nouns.get(guess);
    if (entry) return entry;
  }
  const dash = form.indexOf("-");
  if (dash > 0 && (form.startsWith("ex-") || form.startsWith("vice-") || form.startsWith("sous-")))
    return actors.nouns.get(form.slice(dash + 1)) ?? null;
  return null;
}

/** The classes up to `source` name people. */
const people = new Set<string>(actorClasses.slice(0, actorClasses.indexOf("source") + 1));

/** True for nouns that name a person: `ministre`, `source`; false for `armée`, `rapport`. */
export const isPersonal = (noun: ActorNoun | null): boolean => noun !== null && people.has(noun.class);

const wide: Readonly<Record<string, ReadonlySet<string>>> = {
  leader: new Set(["head", "minister", "executive", "politician", "religious", "military", "official", "leader"]),
  official: new Set(["minister", "military", "adviser", "spokesperson", "official", "head"]),
  politician: new Set(["minister", "head", "politician", "official"]),
  executive: new Set(["executive", "leader"]),
  citizen: new Set(["citizen"]),
  minister: new Set(["minister"]),
  head: new Set(["head"]),
};

/** How well a description (`le dirigeant`) fits a role somebody has (`président`): 0 not, 1 by class, 2 the same word. */
export function roleFit(description: ActorNoun, role: ActorNoun, actors: Actors): 0 | 1 | 2 {
  if (description.lemma === role.lemma) return 2;
  // The police are not the prefecture, though both are authorities; a citizens' group is neither.
  if (description.class === "organization" && !actors.generic.has(description.lemma)) return 0;
  if (description.class === "organization" && !akin(actors, description.lemma, role.lemma)) return 0;
  if (description.class === "citizen") return 0;
  // A mayor is no prefect, though both hold an office.
  if (actors.titles.has(description.lemma) && actors.titles.has(role.lemma)) return 0;
  if (wide[description.class]?.has(role.class) && description.class !== role.class) return 1;
  return description.class === role.class && description.class !== "minister" && description.class !== "head" ? 1 : 0;
}

/** False when both nouns name kinds of organisations, and no kind is common to them. */
function akin({ families }: Actors, a: string, b: string): boolean {
  const [one, other] = [families.get(a.toLowerCase()), families.get(b.toLowerCase())];
  return one === undefined || other === undefined || [...one].some((family) => other.has(family));
}
