import { type ActorRef, isDoubtful, likeliestFirst, type OriginGroup, type PositionKind } from "../model/index.ts";
import type { Brief, DossierClaim, DossierFigure, DossierFigureGroup, DossierPosition } from "./dossier.ts";
import { plainWords } from "./quotes.ts";
import { isAuthor } from "./words/format.ts";
import { type Column, columnOf, columns } from "./words/words.ts";

/** What one speaker says in one place of a column; the same words in several articles are one entry. */
export type Entry = {
  readonly speaker: ActorRef;
  readonly chain: readonly ActorRef[];
  readonly position: PositionKind;
  readonly words: string;
  readonly positions: readonly DossierPosition[];
};

/** Entries that rest on one root; `origin` is null where nothing was collapsed. */
export type Bracket = {
  readonly origin: OriginGroup | null;
  readonly entries: readonly Entry[];
  /** All of it may be of another claim, and something of the claim is not. */
  readonly loose: boolean;
};

/** The positions of a claim in their fixed columns, gathered by origin and by words. */
export function columnsOf(claim: DossierClaim): Readonly<Record<Column, readonly Bracket[]>> {
  const sorted: Record<Column, DossierPosition[]> = { affirm: [], hedged: [], deny: [], none: [] };
  for (const position of claim.positions) sorted[columnOf[position.position]].push(position);
  // Where all of a claim may be of another one, nothing is gained by folding it away.
  const isLoose = claim.positions.every(isDoubtful) ? () => false : isDoubtful;
  const parted = (positions: readonly DossierPosition[], groups: readonly OriginGroup[]): Bracket[] => [
    ...bracketsOf(
      positions.filter((position) => !isLoose(position)),
      groups,
      false,
    ),
    ...bracketsOf(positions.filter(isLoose), groups, true),
  ];
  return {
    affirm: parted(sorted.affirm, claim.origins.affirm.groups),
    hedged: parted(sorted.hedged, []),
    deny: parted(sorted.deny, claim.origins.deny.groups),
    none: parted(sorted.none, []),
  };
}

/** What of a column surely is of its claim, what may be of another, and how many entries the latter are. */
export function partedBy(brackets: readonly Bracket[]): {
  readonly told: readonly Bracket[];
  readonly loose: readonly Bracket[];
  readonly count: number;
} {
  const loose = brackets.filter((bracket) => bracket.loose);
  return {
    told: brackets.filter((bracket) => !bracket.loose),
    loose,
    count: loose.reduce((sum, { entries }) => sum + entries.length, 0),
  };
}

function bracketsOf(positions: readonly DossierPosition[], groups: readonly OriginGroup[], loose: boolean): Bracket[] {
  const byStatement = new Map<string, OriginGroup>();
  for (const group of groups) for (const member of group.members) byStatement.set(member, group);
  const gathered = Map.groupBy(positions, (position) => byStatement.get(position.statement) ?? null);
  const brackets: Bracket[] = [];
  // A root on which many articles rest comes before what stands alone.
  const ranked = [...gathered].sort(
    (a, b) => Number(a[0] === null) - Number(b[0] === null) || articlesOf(b[1]) - articlesOf(a[1]),
  );
  for (const [group, members] of ranked) {
    const carried = new Set(members.map((position) => `${position.article} ${position.speaker.id}`));
    brackets.push({ origin: carried.size > 1 ? group : null, entries: entriesOf(members), loose });
  }
  return brackets;
}

const articlesOf = (positions: readonly DossierPosition[]): number =>
  new Set(positions.map((position) => position.article)).size;

function entriesOf(positions: readonly DossierPosition[]): Entry[] {
  const same = Map.groupBy(
    positions,
    (position) =>
      `${isAuthor(position.speaker) ? position.article : position.speaker.id}\n${position.position}\n${plainWords(position.evidence.text)}\n${carriers(position)}`,
  );
  return [...same.values()].flatMap((list): Entry[] => {
    const first = list[0];
    if (!first) return [];
    const { speaker, chain, position, evidence } = first;
    return [{ speaker, chain, position, words: evidence.text, positions: list }];
  });
}

const carriers = (position: DossierPosition): string => position.chain.map((link) => link.id).join(">");

/** The links of a chain who are others than the speaker: nobody relays himself. */
export function carriersOf(chain: readonly ActorRef[], speaker: ActorRef): readonly ActorRef[] {
  return chain.filter((link) => link.id !== speaker.id && link.name !== speaker.name);
}

/**
 * Who stands in a column, each once, in order of first appearance, with the article of that appearance; who may stand on
 * another claim comes last.
 */
export function speakersIn(claim: DossierClaim, column: Column): { speaker: ActorRef; article: number }[] {
  const found = new Map<string, { speaker: ActorRef; article: number }>();
  for (const { speaker, position, article } of likeliestFirst(claim.positions)) {
    if (columnOf[position] !== column) continue;
    const key = isAuthor(speaker) ? `author ${article}` : speaker.id;
    if (!found.has(key)) found.set(key, { speaker, article });
  }
  return [...found.values()];
}

export function articlesIn(claim: DossierClaim, column: Column): number {
  const inColumn = claim.positions.filter((position) => columnOf[position.position] === column);
  return new Set(inColumn.map((position) => position.article)).size;
}

export type Parts = {
  readonly contested: readonly DossierClaim[];
  readonly undisputed: readonly DossierClaim[];
  readonly singleOrigin: readonly DossierClaim[];
  readonly others: readonly DossierClaim[];
};

/** What one article tells in its own voice and nobody else speaks of: its text says it, no table need repeat it. */
export function isNarration(claim: DossierClaim): boolean {
  return (
    claim.status !== "contested" &&
    claim.articles.length < 2 &&
    claim.positions.every((position) => isAuthor(position.speaker))
  );
}

/** The position whose words the sentence of a claim was made from, where it isn't these words themselves. */
export function wordedBy(claim: DossierClaim): DossierPosition | null {
  if (claim.worded === undefined || claim.verbatim) return null;
  const { document, evidence } = claim.worded;
  const isIt = (one: DossierPosition): boolean =>
    one.document === document && one.evidence.start === evidence.start && one.evidence.end === evidence.end;
  return claim.positions.find(isIt) ?? null;
}

/** The claims by what a desk asks first; each stands in one part only. */
export function partsOf(dossier: Brief): Parts {
  const parts = { contested: [], undisputed: [], singleOrigin: [], others: [] } as Record<keyof Parts, DossierClaim[]>;
  for (const claim of dossier.claims) {
    if (claim.status === "contested") parts.contested.push(claim);
    else if (isNarration(claim)) continue;
    else if (claim.articles.length < 2 && claim.status !== "corroborated") parts.others.push(claim);
    else if (claim.status === "single-source") parts.singleOrigin.push(claim);
    else parts.undisputed.push(claim);
  }
  return parts;
}

/** Groups whose members measure the same and differ, by how far apart their ends are. */
export function disagreements(dossier: Brief): { group: DossierFigureGroup; factor: number }[] {
  return dossier.figures
    .flatMap((group) => {
      const factor = factorOf(dossier, group);
      return group.relation === "same" && factor > 1 && !holdTogether(standing(dossier, group))
        ? [{ group, factor }]
        : [];
    })
    .sort((a, b) => b.factor - a.factor);
}

/** Members that still stand: a figure of an article that has a later version counts only if the later one repeats it. */
export function standing(dossier: Brief, group: DossierFigureGroup): readonly DossierFigure[] {
  return group.members.filter((member) => (dossier.articles[member.article - 1]?.replacedBy ?? null) === null);
}

/** Whether one value could satisfy all: `at least 17` and `17` do, `at least 17` and `6` don't; `about` allows a tenth. */
export function holdTogether(members: readonly DossierFigure[]): boolean {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const { value, upper, bound } of members) {
    const slack = bound === "about" ? Math.abs(value) / 10 : 0;
    if (bound !== "at-most") low = Math.max(low, value - slack);
    if (bound !== "at-least") high = Math.min(high, (upper ?? value) + slack);
  }
  return low <= high;
}

/** Highest over lowest value of those that still stand; 1 where all agree, infinite where one is nought. */
export function factorOf(dossier: Brief, group: DossierFigureGroup): number {
  const values = standing(dossier, group).map((member) => Math.abs(member.value));
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length < 2 || high === low) return 1;
  return low === 0 ? Number.POSITIVE_INFINITY : high / low;
}

export const hasPositions = (claim: DossierClaim, column: Column): boolean =>
  claim.positions.some((position) => columnOf[position.position] === column);

/** `1011`: which of the four columns hold something. */
export function shapeOf(claim: DossierClaim): string {
  return columns.map((column) => (hasPositions(claim, column) ? "1" : "0")).join("");
}
