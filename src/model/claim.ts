import type { Decided, Mark } from "./decision.ts";
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
  /**
   * How likely it is one claim with each of the others on average, in hundredths; of a verdict, how likely it is about the
   * claim. Absent where its words are much the same as theirs or tell what it judges, or nobody else says it. Below 50 no
   * lower bound counts on it; below 30 it is likelier of another claim.
   */
  readonly held?: number;
  /** What people decided about its statement. Absent where all of it is the machine's. */
  readonly decided?: Decided;
  /** The party its speaker belongs to, where a person set it. */
  readonly side?: string | null;
};

export const claimStatuses = ["contested", "corroborated", "single-source", "uncontested"] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** Positions that finally rest on one root and so count once. */
export type OriginGroup = {
  readonly root: string;
  /** Statement ids. */
  readonly members: readonly string[];
  /** Why these count as one, as a sentence. */
  readonly because: string;
  /** Who decided that they rest on one origin, or on one of their own. */
  readonly decided?: Mark;
  /** Name of the root, the same in every claim: `person:vohn-karel`, `document:sha256:…`, `outlet:afp`. */
  readonly key?: string;
  /** It speaks of its own doing: it takes part in what the claim says, or speaks for who does. */
  readonly party?: boolean;
  /** What made several roots count as one, each to be undone by itself. */
  readonly collapses?: readonly Collapse[];
};

/** Two roots that count, or may count, as one. A decision undoes it by the statements of either side. */
export type Collapse = {
  /** The same for the same two roots in every run. */
  readonly id: string;
  /** Certain: both bounds count them once. Else only the lower does. */
  readonly certain: boolean;
  readonly roots: readonly [CollapsedRoot, CollapsedRoot];
  readonly because: string;
};
export type CollapsedRoot = { readonly key: string; readonly name: string; readonly members: readonly string[] };

/** Outlets that give one another as their source: no more than one origin, and perhaps none. */
export type Circle = {
  /** In the order of citing; the last cites the first. */
  readonly outlets: readonly string[];
  readonly documents: readonly DocumentId[];
  readonly because: string;
};

/** Independence as a lower and an upper bound. */
export type OriginBounds = { readonly lower: number; readonly upper: number; readonly groups: readonly OriginGroup[] };

export type Claim = {
  readonly id: string;
  readonly story: string | null;
  /** A plain sentence. */
  readonly proposition: string;
  /** The words that the sentence is made of. Absent where a person wrote it, and in claims of earlier engines. */
  readonly worded?: Pick<Position, "document" | "uri" | "statement" | "evidence">;
  readonly status: ClaimStatus;
  readonly positions: readonly Position[];
  readonly origins: { readonly affirm: OriginBounds; readonly deny: OriginBounds };
  /** Claims that exclude this one: answers to the same question. */
  readonly rivals: readonly string[];
  /** Circular reporting, where there is any: an alarm. */
  readonly circles?: readonly Circle[];
  /** Who put it together, took it apart, or decided on its origins. Absent where all of it is the machine's. */
  readonly decided?: Decided;
  /** Ids of the claims that people merged into it. */
  readonly merged?: readonly string[];
};

export type Story = {
  readonly id: string;
  readonly title: string;
  readonly when: string | null;
  readonly where: string | null;
  readonly documents: readonly DocumentId[];
  readonly claims: readonly string[];
  readonly decided?: Decided;
  /** Ids of the stories that people merged into it. */
  readonly merged?: readonly string[];
};

export type FigureGroup = {
  readonly id: string;
  readonly story: string | null;
  /** What is counted, in words. */
  readonly quantity: string;
  readonly relation: "same" | "part-of" | "not-comparable";
  readonly members: readonly (Figure & { readonly document: DocumentId; readonly uri: string })[];
  readonly because: string;
  /** Where and when all of them hold, as far as known. */
  readonly scope?: Figure["scope"];
  /** How far the lowest and the highest lie apart; null where all can hold together. `factor` is null beside nought. */
  readonly apart?: { readonly difference: number; readonly factor: number | null } | null;
  /** Places in `members` of the parts and of their whole; `sum` where the parts make up the whole. */
  readonly parts?: { readonly members: readonly number[]; readonly whole: number; readonly sum: boolean };
  /** Speakers with several figures in this scope. */
  readonly flags?: readonly FigureFlag[];
};

/** One speaker's figures that can't all hold: given at once, or one after the other (`turn`: a correction over time). */
export type FigureFlag = {
  readonly kind: "contradiction" | "turn";
  readonly speaker: ActorRef;
  /** Places in `members`, in order of time for a turn. */
  readonly members: readonly number[];
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

type Held = Pick<Position, "held">;

/** Whether a position surely is of its claim: lower bounds of origins count on it. */
export const isFirm = ({ held }: Held): boolean => held === undefined || held >= 50;

/**
 * Whether a position is likelier of another claim. A chance of 30 in a hundred with each of the others is where half of them
 * belong together, in invented events of which all is marked: many together speak for more than each two of them.
 */
export const isDoubtful = ({ held }: Held): boolean => held !== undefined && held < 30;

/** Positions in the order they have, those that are likelier of another claim behind the others. */
export const likeliestFirst = <One extends Held>(positions: readonly One[]): readonly One[] =>
  [...positions].sort((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)));

/** How much a claim is made of, in tenths of a position: what is likelier of another claim counts for a tenth. */
export const bearing = (positions: readonly Held[]): number =>
  positions.reduce((sum, position) => sum + (isDoubtful(position) ? 1 : 10), 0);
