import type { TextSpan } from "./span.ts";
import type { Because, Factuality, Speaker } from "./statement.ts";

/** How likely words affirm what is at issue where they stand, deny it, leave it open: hundredths, about a hundred in all. */
export type Leaning = readonly [affirms: number, denies: number, open: number];

/** Semantic slot of an argument, from Universal Dependencies with voice undone. */
export type Role = "agent" | "patient" | "recipient" | "about" | "place" | "time" | "other";

export type Argument = {
  readonly role: Role;
  readonly lemma: string;
  /** Actor the argument refers to, where resolved. */
  readonly actor: string | null;
  /** It is only named with who or what fills the role: `le club de Belmar`. */
  readonly of?: boolean;
};

/**
 * A concept, or a word's stem in the language of the document, with its weight from 1 (predicate) downwards, and the
 * names under which the lists of senses know the word: its lemma, or two words (`shoot down`).
 */
export type CoreItem = { readonly concept: string; readonly weight: number; readonly names?: readonly string[] };

/**
 * What a statement's content, or a sentence of the document's own, says: the form in which texts are compared.
 * Computed when a document is read and kept with the reading, so that alignment never parses again.
 */
export type Proposition = {
  readonly id: string;
  /** The statement whose content this is, or null where the document says it in its own voice. */
  readonly statement: string | null;
  readonly evidence: TextSpan;
  readonly sentence: number;
  readonly paragraph: number;
  /** Lemma of the predicate. */
  readonly predicate: string;
  /** Event class that the lexicon gives the predicate (`meet`, `attack`, `deny` …), language-independent; null if unknown. */
  readonly event: string | null;
  readonly negated: boolean;
  readonly factuality: Factuality;
  readonly arguments: readonly Argument[];
  /** Every actor, place and state mentioned, as ids. */
  readonly actors: readonly string[];
  readonly places: readonly string[];
  /** ISO 8601 values of times in or around it. */
  readonly times: readonly string[];
  readonly quantities: readonly { readonly value: number; readonly unit: string }[];
  /** Content lemmas, language-independent where the lexicon knows them. */
  readonly lemmas: readonly string[];
  /**
   * What it says at heart, the weightiest first: the predicate, with verbs and nouns that add nothing looked through
   * (`aucune trace d'explosion n'a été relevée` is about an explosion), then its arguments and what hangs on them.
   * Names are left out. Absent in readings of earlier engines.
   */
  readonly core?: readonly CoreItem[];
  /**
   * Small words that make another claim of the same words (`meant`, `share all school`, `without pilot`; see
   * `alignment/propositions/traits.ts`). Absent in readings of earlier engines.
   */
  readonly traits?: readonly string[];
  /**
   * Its words as a sentence by themselves: true where they are one, else with the subject or noun that they belong to
   * (`(l'usine,) qui a fermé`: `l'usine a fermé`). Absent where they make none, and in readings of earlier engines.
   */
  readonly plain?: string | true;
  /**
   * Where it lies among all that can be said: signed bytes of a vector whose length is 127, in base64, as the encoder of
   * `models/claims` made it. Absent in readings of earlier engines, and where a document is only read, not kept.
   */
  readonly vector?: string;
  /** How its words lean, as the encoder read them with their paragraph. Absent where `vector` is, or as it was before. */
  readonly leaning?: Leaning;
  /**
   * `clause`: somebody says it; `presupposed`: a mention takes it for granted (`la conversation entre X et Y`);
   * `verdict`: judges what was said before (`c'est de la fiction`). Absent: `clause`.
   */
  readonly kind?: "clause" | "presupposed" | "verdict";
  /** All event classes of the predicate, the likeliest first; `event` is the first of them. */
  readonly events?: readonly string[];
  /** Event class of the happening it is set within (`lors de cet appel`), or null. */
  readonly setting?: string | null;
  /** It says that the happening of class `event` took place, and nothing more: `l'appel a eu lieu`. */
  readonly occurs?: boolean;
  /** The predicate is only reported, asked or not confirmed: no commitment, whatever the factuality. */
  readonly reported?: boolean;
  /** Whoever says it will not do it: `refuse de fermer le port`, `has no plans to sell`. */
  readonly declined?: boolean;
  /** Who takes the position, where that is neither the statement's speaker nor the document (`le démenti du ministère`). */
  readonly speaker?: Speaker;
  /**
   * Of a verdict, the proposition whose words it takes up: in one sentence (`…, ce qu'il nie`) what it judges, else what was
   * stated last, and alignment looks for what it judges.
   */
  readonly judges?: string;
  readonly because: Because;
};
