/** Finite forms of verbs, and the words that open what only a verb has right behind it. */
export type Misread = {
  /** Third persons by form, with their lemma (`juge`, `dément`). */
  readonly forms: ReadonlyMap<string, string>;
  /** `que`. */
  readonly that: ReadonlySet<string>;
  /** Openers of other complements: infinitives of auxiliaries, negations, quotation marks. */
  readonly clausal: ReadonlySet<string>;
  /** Prepositions that nouns take as well (`doute de`). */
  readonly genitive: ReadonlySet<string>;
};

/** What a language's grammar says that trees are too rarely right about. Null where they are right. */
export type Syntax = {
  /** Verbs whose finite forms taggers take for other words. */
  readonly misread: Misread | null;
  /**
   * A pronoun that is no subject where it stands before a verb that needs none (`il faut`, `il pleut`), and those verbs
   * by lemma; before any other active verb it is the subject (`il jure que …`). Some verbs need none only when they are
   * reflexive (`il s'avère que …`, but `il trouve que …`).
   */
  readonly impersonal: {
    readonly pronouns: ReadonlySet<string>;
    readonly verbs: ReadonlySet<string>;
    readonly reflexive: ReadonlySet<string>;
  } | null;
  /**
   * Verbs by lemma whose infinitive belongs to their object (`permettre à Anne de partir`: xcomp); without an object the
   * infinitive is nobody's in the sentence (`permettre de partir`: ccomp).
   */
  readonly objectControl: ReadonlySet<string> | null;
  /** The past tense of most verbs has the form of their participle (`dumped`). */
  readonly onePast?: boolean;
};
