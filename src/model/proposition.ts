import type { TextSpan } from "./span.ts";
import type { Because, Factuality } from "./statement.ts";

/** Semantic slot of an argument, from Universal Dependencies with voice undone. */
export type Role = "agent" | "patient" | "recipient" | "about" | "place" | "time" | "other";

export type Argument = {
  readonly role: Role;
  readonly lemma: string;
  /** Actor the argument refers to, where resolved. */
  readonly actor: string | null;
};

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
  readonly because: Because;
};
