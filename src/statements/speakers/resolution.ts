import type { TextSpan } from "../../model/index.ts";
import type { Referent } from "./referent.ts";

/** How a speaker was found, for the reason and for confidence. */
export type Means =
  | "name"
  | "title"
  | "seat"
  | "pronoun"
  | "description"
  | "phrase"
  | "joint"
  | "pair"
  | "first-person"
  | "relative"
  | "same"
  | "asker"
  | "unnamed"
  | "author"
  | "unresolved";

export type Resolution = {
  readonly who: Referent;
  readonly means: Means;
  /** Distance to the second-best reading; 1 and more is clear. */
  readonly margin: number;
  /** Where the text names whom a pronoun or description points to. */
  readonly antecedent: TextSpan | null;
};

/** What is known of the place in which a source stands. */
export type Setting = {
  /** The source stands inside a quotation. */
  readonly quoted: boolean;
  /** Whoever speaks the statement that the source stands in. */
  readonly enclosing: Referent | null;
  /** True when that statement is a direct quotation. */
  readonly direct: boolean;
  /** The document's own voice speaks: `je` is the author. */
  readonly previous: Referent | null;
  /** Where a cue behind the source begins: no source runs over it. */
  readonly limit?: number;
};

export const done = (who: Referent, means: Means, margin = 1): Resolution => ({ who, means, margin, antecedent: null });
