import type { Span, TextSpan } from "./span.ts";

/** Universal part-of-speech tags (https://universaldependencies.org/u/pos/). */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** Morphological features of Universal Dependencies, for instance `{ Mood: "Cnd", Tense: "Pres" }`. */
export type Features = Readonly<Record<string, string>>;

/** A syntactic word. The words of one multiword token (`du` = `de` + `le`) share its span. */
export type Word = Span & {
  /** Position in `Sentence.words`, from 0. */
  readonly index: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  readonly feats: Features;
  /** Position of the head in `Sentence.words`; -1 for the root. */
  readonly head: number;
  /** Universal relation, with subtype where there is one (`nsubj:pass`). */
  readonly deprel: string;
};

export type Sentence = Span & {
  /** Position in `Analysis.sentences`. */
  readonly index: number;
  /** Position in `Analysis.paragraphs`. */
  readonly paragraph: number;
  readonly words: readonly Word[];
};

/** A stretch between quotation marks, possibly unclosed or with marks that do not match. May run over sentences and paragraphs. */
export type Quotation = {
  /** Marks included. */
  readonly outer: Span;
  /** Marks excluded, white space trimmed. */
  readonly inner: Span;
  /** 0 for outermost. */
  readonly depth: number;
  /** False when the closing mark is missing and the end was inferred (end of paragraph, next opening mark). */
  readonly closed: boolean;
  /** False when the opening and closing marks are of different kinds. */
  readonly matched: boolean;
};

export type MentionKind = "person" | "organization" | "outlet" | "state" | "place" | "nationality" | "event" | "other";

/** A proper name as it stands in the text. */
export type Name = TextSpan & {
  readonly kind: MentionKind;
  readonly sentence: number;
  /** Index of the syntactic head of the name in the sentence's words. */
  readonly word: number;
  /** Language-independent identifier where a list knows the name: `state:RU`, `outlet:afp`, `seat:kremlin`; else null. */
  readonly entity: string | null;
  /** The title or role that goes with it (`le ministre russe des Affaires étrangères`), if any. */
  readonly title: TextSpan | null;
};

/** `anchor`: what the value was computed from. */
export type TimeExpression = TextSpan & {
  /** ISO 8601 date, date-time, interval or duration, as precise as the text allows; `XXXX-09-12` where the year is unknown; null without an anchor. */
  readonly value: string | null;
  readonly anchor: "publication" | "narrative" | "explicit";
};

export const bounds = ["exact", "about", "at-least", "at-most"] as const;
export type Bound = (typeof bounds)[number];

/** A quantity that claims something about the world; dates and identifiers are not quantities. */
export type Quantity = TextSpan & {
  readonly value: number;
  /** Upper end of a range, else null. */
  readonly upper: number | null;
  /** Unit or counted noun, lemma: `km`, `drone`, `USD`, `%`. Empty when none. */
  readonly unit: string;
  /** What is counted, in the text's words: `drones ukrainiens abattus`. */
  readonly what: string;
  readonly bound: Bound;
  readonly scope: { readonly place: string | null; readonly time: string | null };
  readonly sentence: number;
};

/** Everything that later stages know about a text. */
export type Analysis = {
  readonly text: string;
  readonly language: string;
  /** ISO 8601 date relative times are counted from, or null. */
  readonly published: string | null;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly names: readonly Name[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
};
