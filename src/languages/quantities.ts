/** What the reading of numbers and quantities needs to know of a language. */
export type Quantities = {
  /** Decimal mark; the other of `.` and `,` groups thousands. */
  readonly decimal: "." | ",";
  /** Number words to their value (`seize` 16), multipliers left out. */
  readonly numerals: Readonly<Record<string, number>>;
  /** Words that multiply what stands before them (`mille`, `million`), all forms. */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Nouns that are a rough number (`vingtaine`, `centaines`, `dozens`), all forms. */
  readonly rough: Readonly<Record<string, number>>;
  /** Words between a rough number or multiplier and what it counts (`de`, `d'`, `of`). */
  readonly of: readonly string[];
  /** Conjunctions inside number words (`vingt et un`, `two hundred and six`). */
  readonly and: readonly string[];
  /** Words that may open a rough number and belong to it (`une`, `des`, `plusieurs`). */
  readonly roughOpeners: readonly string[];
  /** Phrases before a number to the bound they set. */
  readonly before: Readonly<Record<string, "about" | "at-least" | "at-most" | "exact">>;
  /** Phrases after a number to the bound they set. */
  readonly after: Readonly<Record<string, "about" | "at-least" | "at-most">>;
  /** Ranges: opening word and the word between (`entre … et`, `de … à`); empty opening for `60 à 90`. */
  readonly ranges: readonly (readonly [opening: string, between: string])[];
  /** Forms of units to their symbol (`kilomètres` → `km`). */
  readonly units: Readonly<Record<string, string>>;
  /** Forms of currencies to their code. */
  readonly currencies: Readonly<Record<string, string>>;
  /** Fractions: phrase to value (`la moitié` 0.5). */
  readonly fractions: Readonly<Record<string, number>>;
  /** Multiples of something said before: phrase to factor (`le double` 2). */
  readonly multiples: Readonly<Record<string, number>>;
  /** Words that, between two numbers, make the first a part of the second (`62 des 145`, `62 out of 145`). */
  readonly partOf: readonly string[];
  /** Words that open a count of some of what was counted before (`dont trois`, `including two`). */
  readonly including: readonly string[];
  /** Words that stand for what was counted before (`autres`, `others`). */
  readonly others: readonly string[];
  /** Nouns before a number that make it an identifier (`article`, `page`, `vol`). */
  readonly identifiers: readonly string[];
  /** Determiners that make a small number word a way of speaking (`les deux`), unless a counted noun and digits follow. */
  readonly definite: readonly string[];
  /** Words after a number that make it no quantity (`fois` of `une fois`, ordinals). */
  readonly notCounted: readonly string[];
  /** Nouns before which the word for one is a count (`un mort`). */
  readonly single: readonly string[];
  /** The word for one. */
  readonly one: readonly string[];
  /** Words that end a noun phrase, so that nothing after them is counted. */
  readonly breaks: readonly string[];
  /** Adjectives that precede the noun where most follow it. */
  readonly premodifiers: RegExp;
  /** True where adjectives precede the noun. */
  readonly adjectiveFirst: boolean;
};
