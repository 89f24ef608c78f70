import { rows } from "./lexicon.ts";

/** What kind of speaker a noun names. Everything before `source` is a person (or, in the plural, people). */
export const actorClasses = [
  "head",
  "leader",
  "minister",
  "official",
  "spokesperson",
  "adviser",
  "military",
  "politician",
  "expert",
  "executive",
  "justice",
  "press",
  "religious",
  "citizen",
  "source",
  "organization",
  "outlet",
  "state",
  "group",
  "document",
] as const;
export type ActorClass = (typeof actorClasses)[number];

/** Grammatical or natural gender; `null` where nothing tells. */
export type Gender = "m" | "f" | null;

/** Head noun of a phrase that can speak: `ministre`, `journal`, `rapport`. */
export type ActorNoun = { readonly lemma: string; readonly class: ActorClass; readonly gender: Gender };

export type PronounKind =
  /** `il`, `she`: points back. */
  | "personal"
  /** `je`, `I`: whoever speaks. */
  | "first"
  /** `nous`, `we`: whoever speaks and others. */
  | "first-plural"
  /** `vous`, `you`. */
  | "second"
  /** `celui-ci`, `ce dernier`, `the latter`: the one named last. */
  | "latter"
  /** `qui`, `who`: the noun before. */
  | "relative"
  /** `certains`, `d'aucuns`, `some`: people not named. */
  | "indefinite"
  /** `on`. */
  | "impersonal";

export type Pronoun = {
  readonly kind: PronounKind;
  readonly number: "singular" | "plural" | null;
  readonly gender: Gender;
  /** `person` refers to people only (`he`), `thing` never to one person (`it`), null to either (`elle`). */
  readonly only: "person" | "thing" | null;
};

export type DeterminerKind = "definite" | "indefinite" | "demonstrative" | "possessive" | "quantifier";
export type Determiner = {
  readonly kind: DeterminerKind;
  readonly number: "singular" | "plural" | null;
  readonly gender: Gender;
};

/** What a speaker's word rests on, where the text tells. */
export type Ground = "saw" | "document" | "intercept" | "heard";

/** Who can speak in a language, and how it refers to them. All keys are lower case. */
export type Actors = {
  /** By lemma; several words joined by spaces where the head alone would mislead. */
  readonly nouns: ReadonlyMap<string, ActorNoun>;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly determiners: ReadonlyMap<string, Determiner>;
  /** Capital or other seat of power, as written, to the actor it stands for when it speaks: `Moscou` → `state:RU`. */
  readonly seats: ReadonlyMap<string, string>;
  /** Prepositions that tie a role to whom it serves: `porte-parole de`, `spokesman for`. */
  readonly ofWords: ReadonlySet<string>;
  /** Nouns of quantity that hide the head: `la plupart des observateurs`, `a number of officials`. */
  readonly quantityNouns: ReadonlySet<string>;
  /** `proche`, `close`: an anonymous source is close to somebody. */
  readonly closeWords: ReadonlySet<string>;
  /** `anonyme`, `unnamed`: says that identity is withheld. */
  readonly anonymousWords: ReadonlySet<string>;
  /** Phrases that say that or why somebody is not named. */
  readonly anonymityPhrases: readonly string[];
  /** Phrases that tell what a speaker rests on: `consulté par` → document. */
  readonly groundPhrases: ReadonlyMap<string, Ground>;
  /** `nos informations`, `our count`: what the document rests on of its own. */
  readonly ownAccounts?: ReadonlySet<string>;
  /** `deux`, `both`. */
  readonly dualWords: ReadonlySet<string>;
  /** `même`, `same`: points back like a demonstrative. */
  readonly sameWords: ReadonlySet<string>;
  /** Nouns that nearly always take up somebody just named: `l'intéressé`, `le quinquagénaire`. */
  readonly epithets: ReadonlySet<string>;
  /** `ancien`, `former`. */
  readonly formerWords: ReadonlySet<string>;
  /** Honorifics with the gender they tell: `mme` → f. */
  readonly honorifics: ReadonlyMap<string, Gender>;
  /** Forms of address that tell a profession, to its noun: `me` → `avocat`. */
  readonly professions: ReadonlyMap<string, string>;
  /** Nouns for whoever a court hears a case against: `prévenu`, `defendant`. */
  readonly accused: ReadonlySet<string>;
  /** Words that make a name an outlet's, whatever else it looks like: `Courrier`, `Gazette`. */
  readonly outletWords: ReadonlySet<string>;
  /** Nouns by which any organisation may be taken up again (`l'institution`, `the company`); the others name one kind only. */
  /** Offices and posts that tell people apart: two different ones are two people. */
  readonly titles: ReadonlySet<string>;
  readonly generic: ReadonlySet<string>;
  /** Kinds an organisation's noun may be of (`préfecture`: a public body): a `collectif` never takes up a ministry. */
  readonly families: ReadonlyMap<string, ReadonlySet<Family>>;
  /** Nouns of occasions behind a source and a preposition: `à l'audience`, `in court`. */
  readonly scenes: ReadonlySet<string>;
  /** Nouns that with a possessive only say whose turn it is: `de son côté`, `for her part`. */
  readonly turns: ReadonlySet<string>;
  /** Nouns of the government's own offices, down to its prefects: whoever holds one speaks for the state the text is about. */
  readonly governing: ReadonlySet<string>;
  /** Coordinator for joint names. */
  readonly and: string;
  /** Whoever asks where only the question is told. */
  readonly askers: string;
};

/** Kinds of organisations as far as one noun takes up another. */
export type Family = "public" | "forces" | "company" | "association" | "political";

/** Families of nouns from a list of nouns for each; a noun may stand in several. */
export function familiesOf(lists: Readonly<Record<Family, string>>): ReadonlyMap<string, ReadonlySet<Family>> {
  const found = new Map<string, Set<Family>>();
  for (const [family, nouns] of Object.entries(lists))
    for (const noun of nouns.split(",")) {
      const lemma = noun.trim();
      found.set(lemma, (found.get(lemma) ?? new Set()).add(family as Family));
    }
  return found;
}

const genders: Readonly<Record<string, Gender>> = { m: "m", f: "f" };

/** Reads an `actor-nouns` lexicon: entry, class, gender. */
export function actorNouns(compiled: string): ReadonlyMap<string, ActorNoun> {
  const classes = new Set<string>(actorClasses);
  return new Map(
    rows(compiled).flatMap(([lemma, kind = "", gender = ""]): [string, ActorNoun][] =>
      classes.has(kind)
        ? [[lemma.toLowerCase(), { lemma, class: kind as ActorClass, gender: genders[gender] ?? null }]]
        : [],
    ),
  );
}

/** Reads a `capitals` lexicon: entry, kind, place, state; the state speaks. */
export function seats(compiled: string): ReadonlyMap<string, string> {
  return new Map(rows(compiled).map(([entry, , , state = ""]) => [entry.toLowerCase(), state]));
}

/** Compact notation for closed classes: `"il:sm ils:pm"` with number (s, p, -) and gender (m, f, -). */
export function closedClass<T>(
  notation: string,
  make: (number: "singular" | "plural" | null, gender: Gender) => T,
): [string, T][] {
  return notation
    .trim()
    .split(/\s+/)
    .map((item) => {
      const [form = "", code = "--"] = item.split(":");
      const number = code[0] === "s" ? "singular" : code[0] === "p" ? "plural" : null;
      return [form.replace(/_/g, " "), make(number, genders[code[1] ?? ""] ?? null)];
    });
}
