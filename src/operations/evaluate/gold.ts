import type { Act, Factuality, Span } from "../../model/index.ts";

/** One statement as an annotator saw it, in the document's own characters. */
export type GoldStatement = {
  readonly content: readonly Span[];
  readonly speaker: string;
  /** The words of the text for the speaker: they count as its name too. */
  readonly source: string | null;
  readonly chain: readonly string[];
  readonly act: Act;
  readonly factuality: Factuality;
};

export type GoldFigure = Span & { readonly value: number };

/** A document annotated with speakers, chains, acts and factuality. */
export type StatementGold = {
  readonly kind: "statements";
  readonly statements: readonly GoldStatement[];
  /** Null where figures were not annotated. */
  readonly figures: readonly GoldFigure[] | null;
  /** Agencies whose dispatches the document reproduces: they head chains without making a statement an inner one. */
  readonly dispatches: readonly string[];
};

/** An attribution of brat standoff as PolNeAR has them: spans only. */
export type GoldAttribution = {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
};

export type AttributionGold = { readonly kind: "attributions"; readonly attributions: readonly GoldAttribution[] };

export type Gold = StatementGold | AttributionGold;

export const goldProblemCodes = [
  "not-json",
  "not-gold",
  "missing",
  "wrong-type",
  "empty-span",
  "not-verbatim",
  "no-occurrence",
  "unknown-label",
  "chain-end",
  "bad-line",
  "outside",
  "unknown-reference",
] as const;
export type GoldProblemCode = (typeof goldProblemCodes)[number];

/** Something wrong in a gold file: where, what kind, and what stands there. */
export type GoldProblem = {
  /** From 1; null where it concerns the whole file. */
  readonly line: number | null;
  /** What it is about: `s3.act`, `T7`. */
  readonly where: string;
  readonly code: GoldProblemCode;
  /** What was found there, shortened. */
  readonly found: string;
  /** What could stand there, where that is a list. */
  readonly known?: readonly string[];
};

export type Parsed<T extends Gold> = { readonly gold: T; readonly problems: readonly GoldProblem[] };

/** A value of the file, short enough for a message. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
