import type { ChangeKind } from "../../alignment/revisions.ts";
import type { Act, ActorKind, ClaimStatus, Consistency, FigureGroup, PositionKind } from "../../model/index.ts";
import type { Lane } from "../dossier.ts";

/** The four columns in which positions stand, in their fixed order. */
export const columns = ["affirm", "hedged", "deny", "none"] as const;
export type Column = (typeof columns)[number];

export const columnOf: Readonly<Record<PositionKind, Column>> = {
  affirm: "affirm",
  probable: "hedged",
  possible: "hedged",
  doubt: "hedged",
  deny: "deny",
  "report-without-commitment": "none",
};

/** The glyph of each column, the same in terminal, page and print. */
export const glyphs: Readonly<Record<Column, string>> = { affirm: "●", hedged: "◐", deny: "⊘", none: "◌" };

/** Every word of ours in a dossier, in one language. Functions join what grammar makes depend on its parts. */
export type Words = {
  readonly locale: string;
  readonly quote: readonly [string, string];
  readonly colon: string;
  readonly and: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly positions: Readonly<Record<PositionKind, string>>;
  /** Lead-ins of the summary: `Affirmed by`. */
  readonly by: Readonly<Record<Column, string>>;
  readonly acts: Readonly<Record<Act, string>>;
  readonly kinds: Readonly<Record<ActorKind, string>>;
  readonly statuses: Readonly<Record<ClaimStatus, string>>;
  readonly lanes: Readonly<Record<Lane, string>>;
  readonly relations: Readonly<Record<FigureGroup["relation"], string>>;
  readonly sections: {
    readonly summary: string;
    readonly contested: string;
    readonly singleOrigin: string;
    readonly undisputed: string;
    readonly figures: string;
    readonly timeline: string;
    readonly actors: string;
    readonly others: string;
    readonly articles: string;
    readonly legend: string;
    readonly revisions: string;
    readonly hypotheses: string;
  };
  /** The matrix of competing explanations. */
  readonly hypotheses: {
    readonly method: string;
    readonly ratings: Readonly<Record<Consistency, string>>;
    readonly evidence: string;
    readonly weight: string;
    readonly score: string;
    readonly least: string;
    readonly disagree: string;
    readonly sensitivity: string;
    readonly steady: (sources: number) => string;
    readonly turns: (source: string, least: string) => string;
    readonly rests: (roots: string) => string;
    readonly asked: (by: string, when: string) => string;
    readonly none: string;
    readonly noEvidence: string;
  };
  /** Kinds of change between two versions of a page. */
  readonly changes: Readonly<Record<ChangeKind, string>>;
  readonly before: string;
  readonly after: string;
  readonly noChange: string;
  readonly turns: string;
  readonly provenance: string;
  readonly provenanceOf: (claim: number) => string;
  /** What the lines of the provenance mean. */
  readonly ways: Readonly<Record<"citation" | "reuse" | "translation", string>>;
  readonly circle: string;
  readonly party: string;
  readonly dossier: string;
  readonly contents: string;
  readonly skip: string;
  readonly articlesCount: (count: number) => string;
  readonly outletsCount: (count: number) => string;
  readonly claimsCount: (count: number) => string;
  readonly contestedCount: (count: number) => string;
  readonly origins: (lower: number, upper: number) => string;
  readonly inArticles: (count: number) => string;
  readonly originsInArticles: (origins: string, articles: string) => string;
  readonly andOthers: (count: number) => string;
  readonly publishedBetween: (from: string, to: string) => string;
  readonly publishedOn: (when: string, articles: number) => string;
  readonly undated: (count: number) => string;
  readonly intro: (articles: string, outlets: string) => string;
  readonly nobodyDisputes: string;
  readonly isContested: string;
  readonly restsOnOne: string;
  readonly figuresDisagree: string;
  readonly nothingContested: string;
  readonly nothingSingle: string;
  readonly nothingFigures: string;
  readonly nothingUndisputed: string;
  readonly empty: string;
  readonly noOne: string;
  /** Of a position that hangs on the others of its claim by little. */
  readonly loose: string;
  /** Before those that are folded away. */
  readonly looseCount: (n: number) => string;
  /** Before the words that the sentence of a claim was made from. */
  readonly wordedBy: string;
  readonly whyRead: string;
  readonly countsOnce: (articles: string) => string;
  readonly via: string;
  readonly unnamed: string;
  readonly ownVoice: string;
  readonly author: string;
  readonly speaksFor: string;
  readonly article: string;
  readonly claim: string;
  readonly figure: string;
  readonly speaker: string;
  readonly words: string;
  readonly value: string;
  readonly scope: string;
  readonly axis: string;
  readonly factor: (factor: string) => string;
  readonly bound: Readonly<Record<"exact" | "about" | "at-least" | "at-most", string>>;
  readonly bounds: Readonly<Record<"exact" | "about" | "at-least" | "at-most", (value: string) => string>>;
  readonly datesOf: (from: string, to: string) => string;
  /** The day of the month as the language writes it at the head of a date. */
  readonly dayHead: (date: string) => string;
  readonly rangeOf: (low: string, high: string) => string;
  readonly rivals: string;
  readonly when: string;
  readonly name: string;
  readonly kind: string;
  readonly statements: string;
  readonly alsoNamed: string;
  readonly contests: string;
  readonly noDate: string;
  readonly address: string;
  readonly published: string;
  readonly modified: string;
  readonly captured: string;
  readonly hash: string;
  readonly language: string;
  readonly authors: string;
  readonly credits: string;
  readonly otherCaptures: string;
  readonly earlierVersion: string;
  readonly notKnown: string;
  readonly noStatement: string;
  readonly cut: (count: string) => string;
  readonly firmness: {
    readonly certain: string;
    readonly probable: string;
    readonly possible: string;
    readonly none: string;
    readonly negative: string;
    /** The same behind a firmness: `certain, denied`. */
    readonly negated: string;
  };
  readonly legendDepth: string;
  readonly legendFonts: string;
  readonly madeBy: (engine: string, when: string) => string;
  readonly noVerdict: string;
  readonly figureLink: (number: string) => string;
  readonly backToClaim: (number: string) => string;
  readonly show: (count: number) => string;
  readonly more: (count: number) => string;
};
