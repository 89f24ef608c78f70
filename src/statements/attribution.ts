import type { CueEntry } from "../languages/attribution.ts";
import type { Actor, Diagnostic, Figure, Mention, Message, Mode, Span, Statement } from "../model/index.ts";

/** Everything the statements stage finds in one document. */
export type Found = {
  readonly statements: readonly Statement[];
  /**
   * Denials that leave what they deny to the sentence before (`La société dément.`), with its words for their content.
   * They have no content of their own and are no statements, but positions all the same.
   */
  readonly bare?: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
  /** What the reader was too unsure of to state, at its place. */
  readonly diagnostics: readonly Diagnostic[];
};

/** What `speakers/` makes of raw attributions; figures are added afterwards. */
export type Resolved = Pick<Found, "statements" | "mentions" | "actors">;

/** A word of the analysis: `analysis.sentences[sentence].words[word]`. */
export type WordRef = { readonly sentence: number; readonly word: number };

/**
 * Who a raw attribution is from.
 * - `phrase`: a noun phrase or pronoun of the text; `head` is its head word (null where no parse tells). Joint sources are one phrase.
 * - `unnamed`: somebody the text does not name (hearsay conditional, passive without agent, `les informations selon lesquelles`).
 * - `author`: the document's own voice under an epistemic frame.
 * - `same`: whoever speaks in the attribution with this index (a quotation that goes on without a cue).
 * - `asker`: whoever put the question (`lorsqu'on lui a demandé si` → journalists); `span` is the pronoun, if any.
 */
export type Source =
  | { readonly kind: "phrase"; readonly span: Span; readonly head: WordRef | null }
  | { readonly kind: "unnamed" }
  | { readonly kind: "author" }
  | { readonly kind: "same"; readonly as: number }
  | { readonly kind: "asker"; readonly span: Span | null; readonly head: WordRef | null };

export type CueKind =
  /** A finite or non-finite verb, verbal idioms included (`faire part`). */
  | "verb"
  /** `les accusations selon lesquelles`, `la promesse de`. */
  | "noun"
  /** `selon`, `d'après`, `according to`. */
  | "frame"
  /** `se dit convaincu`, `is confident that`. */
  | "adjective"
  /** `reportedly`, `allegedly`. */
  | "adverb"
  /** `aurait demandé` with no source. */
  | "hearsay"
  /** `il est probable que`. */
  | "epistemic"
  /** A colon or a dateline: `Orsane : « … »`, `( Bloomberg ) —`. */
  | "mark"
  /** A quotation with no cue of its own. */
  | "continuation";

export type Cue = {
  /** Shortest words that carry the attribution; null where there are none. */
  readonly span: Span | null;
  /** The word that carries it: verb, noun, adjective, preposition; null where there is none. */
  readonly head: WordRef | null;
  readonly kind: CueKind;
  /** Lexicon lemma: `déclarer`, `faire part`, `selon`; empty where there is no cue. */
  readonly lemma: string;
  readonly entry: CueEntry | null;
  /** `n'a pas dit que`, `refuse to say`: the cue itself is negated. */
  readonly negated: boolean;
};

/** Finding of one rule: an attribution relation whose speaker, chain, act and factuality are not worked out yet. */
export type RawAttribution = {
  /** Path of the rule's file below `src/`, without ending: `statements/rules/frame`. */
  readonly rule: string;
  /** Why this is an attribution. */
  readonly reason: Message;
  readonly evidence: readonly Span[];
  /** In text order; more than one where the narrator interrupts. */
  readonly content: readonly Span[];
  /** Head word of the content (its predicate, or the noun of a nominal content); null where no parse tells. */
  readonly head: WordRef | null;
  readonly source: Source;
  readonly cue: Cue;
  readonly mode: Mode;
  readonly quoted: readonly Span[];
  /** Index, in the same list, of the attribution whose content this one stands in; null for outer ones. */
  readonly parent: number | null;
  /**
   * Who relays it besides `parent`, outermost first: `Le Post a rapporté, citant des sources anonymes, que X` is one
   * attribution from the sources with the Post as carrier. The chain is chain(parent) + carriers + speaker.
   */
  readonly carriers: readonly Source[];
  /** The whole is a dispatch or document reproduced in this one: the source is an outlet and there is no verb. */
  readonly reproduced: boolean;
  /** Rough strength of the evidence, 0..1, before calibration. */
  readonly score: number;
};
