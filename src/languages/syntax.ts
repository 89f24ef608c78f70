/** What a language's grammar says that trees are too rarely right about. Null where they are right. */
export type Syntax = {
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
};
