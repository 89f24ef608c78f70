/** What the finding of names needs to know of a language. */
export type Names = {
  /** Words that lose their vowel before an apostrophe, without it (`l`, `d`, `qu`). */
  readonly elided: readonly string[];
  /** Compiled lexicons of fixed names: columns form, kind, id or `-`. */
  readonly gazetteers: readonly string[];
  /** Compiled lexicon of adjectives and inhabitants: columns form, id of the state. */
  readonly demonyms: string;
  /** Compiled lexicon of institutions that states have: columns phrase (`ministère de la Défense`), id. */
  readonly institutions: string;
  /** Compiled lexicon of nouns that can speak: columns noun, class. */
  readonly roles: string;
  /** The classes of `roles` that are one person's role. */
  readonly roleClasses: readonly string[];
  /** Compiled lexicon of given names. */
  readonly givenNames: string;
  /** Forms of address before a name (`M.`, `Mme`), without the full stop. */
  readonly address: readonly string[];
  /** Words that make a capitalised sequence an organisation (`Université`, `Corp`). */
  readonly organisationWords: readonly string[];
  /** Nouns of bodies, in lower case, that the body's name follows directly (`la société Orvanne`). */
  readonly organisationNouns: readonly string[];
  /** Words that make a capitalised sequence a place (`Mont`, `River`). */
  readonly placeWords: readonly string[];
  /** Common nouns followed by a place's name (`ville de`, `town of`). */
  readonly placeHeads: readonly string[];
  /** Prepositions that, before an unknown capitalised word, make it a place. */
  readonly placePrepositions: readonly string[];
  /** Lower-case words that stand inside names (`van`, `de`). */
  readonly particles: readonly string[];
  /** Lower-case words that stand inside names of organisations (`des`, `of the`). */
  readonly links: readonly string[];
  /** Determiners, which may open a role phrase. */
  readonly determiners: readonly string[];
  /** Words that cannot stand between a role and its name. */
  readonly roleBreaks: readonly string[];
  /** Forms of verbs of saying. */
  readonly saying: readonly string[];
  /** Prepositions that name a source (`selon`, `per`). */
  readonly sourcePrepositions: readonly string[];
  /** Nouns for a medium behind which capitals are its name (`quotidien`, `newspaper`). */
  readonly outletHeads: readonly string[];
  /** Capitalised words behind such a noun that name none (`Internet`). */
  readonly notMedia: readonly string[];
  /** Words of no name though capitalised: closed classes, common openers of sentences. */
  readonly notNames: readonly string[];
};
