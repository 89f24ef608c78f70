import type { Change, Told } from "../alignment/revisions.ts";
import type {
  Act,
  ActorKind,
  ActorRef,
  Because,
  Claim,
  Consistency,
  Credit,
  Document,
  Engine,
  Factuality,
  Figure,
  FigureGroup,
  Position,
  PositionKind,
  Story,
  TextSpan,
} from "../model/index.ts";
import type { Question } from "../operations/hypotheses/index.ts";

/** A statement (or a sentence in the article's own voice) as it is marked in the article's text. */
export type Mark = {
  /** Anchor, unique in the dossier: `s3-12` is the twelfth mark of article 3. */
  readonly anchor: string;
  readonly article: number;
  /** Id of the statement or proposition. */
  readonly statement: string;
  readonly spans: readonly TextSpan[];
  readonly speaker: ActorRef;
  readonly speaksFor: ActorRef | null;
  readonly chain: readonly ActorRef[];
  readonly anonymous: boolean;
  /** Null where the article speaks in its own voice. */
  readonly act: Act | null;
  readonly factuality: Factuality;
  readonly position: PositionKind;
  readonly said: string | null;
  readonly confidence: number | null;
  readonly because: Because;
  /** Anchor of the mark it is nested in. */
  readonly parent: string | null;
  /** Anchors of the positions it takes. */
  readonly takes: readonly string[];
};

/** A quantity as it is marked in the article's text. */
export type FigureMark = Figure & {
  readonly anchor: string;
  readonly article: number;
  /** Anchors of the rows of the figures' tables that show it. */
  readonly rows: readonly string[];
};

export type DossierArticle = {
  /** The number by which every item of the dossier names it, from 1, in order of publication. */
  readonly number: number;
  readonly document: Document;
  /** ISO 8601 instant at which the bytes were read, if known. */
  readonly captured: string | null;
  /** Numbers of the other captures of the same address. */
  readonly revisions: readonly number[];
  /** Number of the latest capture of the same address, when this is an earlier one. */
  readonly replacedBy: number | null;
  readonly credits: readonly Credit[];
  readonly marks: readonly Mark[];
  readonly figures: readonly FigureMark[];
};

export type DossierPosition = Position & {
  readonly anchor: string;
  readonly article: number;
  /** Anchor of the mark in the article's text; null when the article is not part of the dossier. */
  readonly mark: string | null;
};

export type DossierClaim = Omit<Claim, "positions"> & {
  readonly anchor: string;
  readonly number: number;
  /** True when the sentence is the words of an article and not ours. */
  readonly verbatim: boolean;
  readonly positions: readonly DossierPosition[];
  /** Numbers of the articles in which it stands. */
  readonly articles: readonly number[];
};

export type DossierFigure = FigureGroup["members"][number] & {
  readonly anchor: string;
  readonly article: number;
  readonly mark: string | null;
};

export type DossierFigureGroup = Omit<FigureGroup, "members"> & {
  readonly anchor: string;
  readonly number: number;
  readonly members: readonly DossierFigure[];
};

export type Lane = "happened" | "said" | "published";

export type TimelineItem = {
  readonly lane: Lane;
  /** ISO 8601, as precise as known. */
  readonly when: string;
  readonly text: string;
  readonly verbatim: boolean;
  readonly speaker: ActorRef | null;
  readonly article: number | null;
  /** Anchor of what it speaks of. */
  readonly target: string;
};

export type DossierActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind | null;
  /** Other names and roles under which the articles speak of it. */
  readonly names: readonly string[];
  readonly statements: number;
  readonly positions: Readonly<Record<PositionKind, number>>;
  readonly articles: readonly number[];
  /** Anchors of the contested claims it takes a position on. */
  readonly contests: readonly string[];
};

/** What is said in one version of a page, with its place in the dossier. */
export type DossierTold = Told & {
  readonly article: number;
  /** Anchor of its mark in the article's text. */
  readonly mark: string | null;
};

/** What changed from one capture of a page to the next. */
export type DossierRevision = {
  readonly anchor: string;
  /** Numbers of the earlier and the later capture. */
  readonly from: number;
  readonly to: number;
  /** When the page says it was changed, else when it was captured; ISO 8601. */
  readonly at: string | null;
  readonly changes: readonly (Omit<Change, "before" | "after"> & {
    readonly before: DossierTold | null;
    readonly after: DossierTold | null;
  })[];
};

/** A speaker who stood on one side of a claim first and on the other later. */
export type DossierTurn = {
  readonly speaker: ActorRef;
  /** Anchor of the claim. */
  readonly claim: string;
  readonly from: DossierStand;
  readonly to: DossierStand;
};
export type DossierStand = {
  readonly position: PositionKind;
  /** When it was said, or else published; ISO 8601. */
  readonly when: string | null;
  readonly article: number;
  /** Anchor of the position. */
  readonly target: string;
};

/** Something on the table of a question: an explanation or a piece of evidence. */
type DossierPut = {
  /** `H2`, `E5`: by which the matrix names it. */
  readonly label: string;
  readonly text: string;
  /** Anchor of the claim it was taken from, when that stands in the dossier. */
  readonly claim: string | null;
};
export type DossierHypothesis = DossierPut & {
  /** Weighted inconsistency of the evidence with it; least is best. */
  readonly against: number;
};
export type DossierEvidence = DossierPut & {
  /** Between 0 and 1: the rating of its sources, shared with what rests on the same root. */
  readonly weight: number;
  readonly roots: readonly string[];
  /** Names of the papers that carry it. */
  readonly sources: readonly string[];
  /** One for each hypothesis, in their order: who rated it how, and whether they disagree. */
  readonly cells: readonly {
    readonly given: readonly { readonly by: string; readonly rating: Consistency }[];
    readonly disagree: boolean;
  }[];
};

/** A question with its matrix of the Analysis of Competing Hypotheses. */
export type DossierQuestion = {
  readonly anchor: string;
  readonly text: string;
  readonly by: string;
  /** ISO 8601 instant at which it was asked. */
  readonly at: string;
  readonly hypotheses: readonly DossierHypothesis[];
  readonly evidence: readonly DossierEvidence[];
  /** Labels of the hypotheses that least speaks against; empty where nothing was rated. */
  readonly least: readonly string[];
  /** What would least be spoken against if a source were wrong, for each source. */
  readonly without: readonly { readonly source: string; readonly least: readonly string[]; readonly same: boolean }[];
};

/** What goes out: a story with all that stands in it, every item anchored. A plain value, fit for JSON. */
export type Dossier = {
  readonly title: string;
  readonly story: Story | null;
  /** ISO 8601 instant at which it was made. */
  readonly generated: string;
  readonly engines: readonly Engine[];
  readonly articles: readonly DossierArticle[];
  /** Contested first, then corroborated, on one origin, uncontested; within each the most carried first. */
  readonly claims: readonly DossierClaim[];
  readonly figures: readonly DossierFigureGroup[];
  readonly timeline: readonly TimelineItem[];
  readonly turns: readonly DossierTurn[];
  readonly revisions: readonly DossierRevision[];
  readonly actors: readonly DossierActor[];
  /** Questions that people asked about it, in the order in which they asked. */
  readonly questions: readonly DossierQuestion[];
};

/** What of a dossier its plain sentences are made from: it needs no reading. */
export type Brief = Pick<Dossier, "claims" | "figures"> & {
  readonly articles: readonly (Pick<DossierArticle, "number" | "replacedBy"> & {
    readonly document: Pick<Document, "outlet" | "authors" | "published" | "modified">;
  })[];
};

export type DossierOptions = {
  /** Id of the story to report on; everything when absent. */
  readonly story?: string | null;
  readonly title?: string;
  /** ISO 8601 instant; the caller's clock. */
  readonly generated: string;
  /** Capture instants by document id. */
  readonly captured?: ReadonlyMap<string, string>;
  /** Questions with their competing explanations, none when absent. */
  readonly questions?: readonly Question[];
};
