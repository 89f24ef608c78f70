/** How a language's text falls into sentences, tokens and syntactic words. */
export type Segmentation = {
  /**
   * Abbreviations, lower case with their dots. `before` ones stand before what they belong to and end no sentence
   * (`M.`, `Gen.`); `anywhere` ones end one when a capital follows (`etc.`, `p.m.`).
   */
  readonly abbreviations: ReadonlyMap<string, "before" | "anywhere">;
  /** Elided words that form a token with their apostrophe (`l'`, `qu'`): lower case without the apostrophe. */
  readonly elided: ReadonlySet<string>;
  /** Words that keep an apostrophe or hyphen at which they would be split (`aujourd'hui`, `rendez-vous`), lower case. */
  readonly whole: ReadonlySet<string>;
  /** Endings that are tokens of their own (`-t-il`, `n't`, `'s`), lower case with their hyphen or straight apostrophe, longest first. */
  readonly enclitics: readonly string[];
  /** Whether a word and its enclitic are written as one multiword token (English `don't`) or as two tokens (`dit-il`). */
  readonly encliticsFuse: boolean;
  /** True when a hyphen joins tokens (English `Kremlin-backed`) rather than stands inside one (`porte-parole`). */
  readonly splitHyphens: boolean;
  /** Prefixes after which a hyphen does not split, lower case. */
  readonly prefixes: ReadonlySet<string>;
  /** Contractions and the words they stand for: `du` → `de le`. Lower case. */
  readonly contractions: ReadonlyMap<string, readonly string[]>;
  /** Contractions that may also be one word (`du pain`): the model decides. */
  readonly ambiguous: ReadonlySet<string>;
  /** Frequent words that begin sentences, lower case: what follows an abbreviation at the end of one. */
  readonly starters: ReadonlySet<string>;
  /** Signs written before a number that do not end with it (`n° 5`); groups of three digits may be parted by a plain space. */
  readonly spacedThousands: boolean;
};
