import { rows } from "./lexicon.ts";

/** What a counted noun stands for: of whom or what (`person`, `child`), and what befell or was done by them (`dead`). */
export type Counted = { readonly of: string; readonly outcome: string | null };

/** What the comparison of figures needs to know of a language. */
export type Figures = {
  /** Forms of nouns that are counted: `manifestants` are people (`person`) who marched (`march`). */
  readonly counted: ReadonlyMap<string, Counted>;
  /** Forms of verbs and participles that say what befell or was done by those counted: `ont été tuées` is `dead`. */
  readonly outcomes: ReadonlyMap<string, string>;
  /** Lemmas of verbs whose subject states the count that is their object: `la CGT a dénombré 700 manifestants`. */
  readonly counting: ReadonlySet<string>;
  /** Nouns for a count itself, which nobody is named by: `bilan`, `toll`. */
  readonly counts: ReadonlySet<string>;
  /** Nouns for a count to what they count, as a lemma: `bilan` to `mort`. */
  readonly tolls: ReadonlyMap<string, string>;
  /** Right before a count of some of those before: `dont`, `parmi eux`. Phrases. */
  readonly including: readonly string[];
  /** Right after a count of some of those before: `d'entre eux`, `of whom`. */
  readonly ofThem: readonly string[];
  /** Right after a bare count that somebody else gives of the same: `450 selon la police`. */
  readonly accordingTo: readonly string[];
  /** Right before the whole of which a count then takes a part: `sur les 145 drones`. */
  readonly outOf: readonly string[];
  /** Between the parts and what they make together: `soit`, `a total of`. */
  readonly total: readonly string[];
  /** Words that count others than those before: `autres`, `more`. */
  readonly others: readonly string[];
  /** A count for the whole country: `au niveau national`. */
  readonly wholeCountry: readonly string[];
  /** Words of what is counted that tell nothing apart: articles, prepositions, bounds. */
  readonly small: ReadonlySet<string>;
};

/** The counted nouns of a compiled lexicon: form, of whom or what, outcome or `-`. */
export function countedOf(compiled: string): ReadonlyMap<string, Counted> {
  return new Map(
    rows(compiled).map(([form, of = "", outcome = "-"]) => [form, { of, outcome: outcome === "-" ? null : outcome }]),
  );
}

/** The forms of a compiled lexicon to their outcome. */
export function outcomesOf(compiled: string): ReadonlyMap<string, string> {
  return new Map(rows(compiled).map(([form, outcome = ""]) => [form, outcome]));
}
