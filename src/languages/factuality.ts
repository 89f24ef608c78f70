import { rows } from "./lexicon.ts";

/** How firmly a hedge lets what it qualifies hold. */
export const hedgeValues = ["certain", "probable", "possible", "improbable", "impossible", "alleged"] as const;
export type HedgeValue = (typeof hedgeValues)[number];

export type ModalKind =
  /** `pouvoir`, `may`: possibility, in the mood that makes it a hedge. */
  | "possible"
  /** `could`, `pouvait`: ability unless hedged otherwise. */
  | "able"
  /** `devoir`, `must`: obligation or inference. */
  | "necessary"
  /** `devrait`, `should`: expectation or advice. */
  | "expected"
  /** `sembler`, `seem`. */
  | "seeming";

/** How a language says how firmly something holds. All keys are lower case. */
export type Factuality = {
  /** Adverbs, adjectives and phrases of one to six words. */
  readonly hedges: ReadonlyMap<string, HedgeValue>;
  /** Modal verbs by lemma, in the indicative. */
  readonly modals: ReadonlyMap<string, ModalKind>;
  /** Modal verbs by lemma, in the conditional; empty where the language has no such mood. */
  readonly conditionalModals: ReadonlyMap<string, ModalKind>;
  readonly negations: ReadonlySet<string>;
  /** Conjunctions of a condition: `si`, `if`. */
  readonly conditions: ReadonlySet<string>;
  /** What a plain denial calls untrue: `faux`, `invention`. */
  readonly falsehoods: ReadonlySet<string>;
  /** Predicates of taking place, whose past negation is a denial. */
  readonly occurrences: ReadonlySet<string>;
  /** Subjects of a plain denial: `ce`, `cela`, `this`. */
  readonly deictics: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  /** Subject pronouns of the third person, for content about the speaker. */
  readonly thirdPerson: ReadonlySet<string>;
  /** Neutral cues that become a demand when they tell somebody what they must do: `dire à X de`. */
  readonly telling: ReadonlySet<string>;
  /** Cues that become a promise before the future: `assurer`, `guarantee`. */
  readonly assuring: ReadonlySet<string>;
  /** Cues that commit to an action when an infinitive follows: `convenir de`. */
  readonly agreeing: ReadonlySet<string>;
  /** Verbs of thought that plan what they govern as an infinitive: `envisager de vendre`, `consider selling`. */
  readonly planning?: ReadonlySet<string>;
  /** Words that open a warning: `attention`, `danger`. */
  /** Determiners that leave nothing of what they stand before: `aucun`, `no`. */
  readonly none: ReadonlySet<string>;
  readonly alarms: ReadonlySet<string>;
  /** Nouns for what can be refused: a rejected proposal is refused, a rejected accusation denied. */
  readonly offers: ReadonlySet<string>;
  /** Words that make a nominal content a predication: `comme`, `as`. */
  readonly predicatives: ReadonlySet<string>;
};

/** Reads a `hedges` lexicon: phrase, value. */
export function hedges(compiled: string): ReadonlyMap<string, HedgeValue> {
  const known = new Set<string>(hedgeValues);
  return new Map(
    rows(compiled).flatMap(([entry, value = ""]): [string, HedgeValue][] =>
      known.has(value) ? [[entry, value as HedgeValue]] : [],
    ),
  );
}

/** Entries of one class of a lexicon. */
export function entriesOf(compiled: string, kind: string): ReadonlySet<string> {
  return new Set(rows(compiled).flatMap(([entry, value]) => (value === kind ? [entry] : [])));
}
