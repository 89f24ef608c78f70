import type { TimeExpression } from "./analysis.ts";
import type { Decided } from "./decision.ts";
import type { Diagnostic, Document } from "./document.ts";
import type { Proposition } from "./proposition.ts";
import type { ActorKind, Figure, Mention, Statement } from "./statement.ts";

/** An actor as one document presents it. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** Every name, role and title used for it in the document. */
  readonly names: readonly string[];
  /** Roles and the party it belongs to, where a person set them. */
  readonly roles?: readonly string[];
  readonly side?: string | null;
  readonly decided?: Decided;
};

export type Engine = {
  readonly name: string;
  readonly version: string;
  readonly models: Readonly<Record<string, string>>;
};

/** A pure function of (bytes, engine version): everything the engine found in one document. */
export type Reading = {
  readonly document: Document;
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
  /** What statements and sentences say, in the form in which alignment compares them. */
  readonly propositions: readonly Proposition[];
  /** Sentence lemmas for search, one string a sentence, lower case, space-separated. */
  readonly lemmas: readonly string[];
  /** Credit and translation lines (`avec AFP`, `Traduit par X`), as found by `origins/credits`. */
  readonly credits: readonly Credit[];
  readonly diagnostics: readonly Diagnostic[];
  readonly engine: Engine;
};

export type Credit = {
  readonly kind: "agency" | "translation" | "republication";
  /** True where the text is only in part from there (`avec AFP`); absent: all of it. */
  readonly partly?: boolean;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};
