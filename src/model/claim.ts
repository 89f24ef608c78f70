import type { DocumentId } from "./document.ts";
import type { TextSpan } from "./span.ts";
import type { ActorRef, Because, Figure } from "./statement.ts";

export const positionKinds = ["affirm", "deny", "probable", "possible", "doubt", "report-without-commitment"] as const;
export type PositionKind = (typeof positionKinds)[number];

/** A statement's stand on a claim. */
export type Position = {
  readonly document: DocumentId;
  readonly uri: string;
  /** Id of the statement, or of the proposition where the document speaks in its own voice. */
  readonly statement: string;
  readonly speaker: ActorRef;
  readonly chain: readonly ActorRef[];
  readonly position: PositionKind;
  readonly evidence: TextSpan;
  /** Why it was put with this claim and given this position. */
  readonly because: Because;
};

export type ClaimStatus = "contested" | "corroborated" | "single-source" | "uncontested";

/** Positions that finally rest on one root and so count once. */
export type OriginGroup = {
  readonly root: string;
  /** Statement ids. */
  readonly members: readonly string[];
  /** Why these count as one, as a sentence. */
  readonly because: string;
};

/** Independence as a lower and an upper bound. */
export type OriginBounds = { readonly lower: number; readonly upper: number; readonly groups: readonly OriginGroup[] };

export type Claim = {
  readonly id: string;
  readonly story: string | null;
  readonly proposition: string;
  readonly status: ClaimStatus;
  readonly positions: readonly Position[];
  readonly origins: { readonly affirm: OriginBounds; readonly deny: OriginBounds };
  /** Claims that exclude this one: answers to the same question. */
  readonly rivals: readonly string[];
};

export type Story = {
  readonly id: string;
  readonly title: string;
  readonly when: string | null;
  readonly where: string | null;
  readonly documents: readonly DocumentId[];
  readonly claims: readonly string[];
};

export type FigureGroup = {
  readonly id: string;
  readonly story: string | null;
  /** What is counted, in words. */
  readonly quantity: string;
  readonly relation: "same" | "part-of" | "not-comparable";
  readonly members: readonly (Figure & { readonly document: DocumentId; readonly uri: string })[];
  readonly because: string;
};

/** Claims, stories and figure groups before it is known on what they rest. */
export type Aligned = {
  readonly stories: readonly Story[];
  readonly claims: readonly Omit<Claim, "status" | "origins">[];
  readonly figures: readonly FigureGroup[];
};

/** Everything alignment makes of a set of readings. */
export type Alignment = {
  readonly stories: readonly Story[];
  readonly claims: readonly Claim[];
  readonly figures: readonly FigureGroup[];
};
