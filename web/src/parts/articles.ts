import { documentName } from "../../../src/model/document.ts";
import type { ActorRef } from "../../../src/model/index.ts";
import { quotes } from "../../../src/report/quotes.ts";
import { isAuthor } from "../../../src/report/words/format.ts";
import type { Words } from "../../../src/report/words/words.ts";
import type { Claim, DocumentRef, DossierClaim } from "../api/types.ts";

/** The articles of a page, each with the number by which every item names it, from 1, by date of publication. */
export type Articles = {
  readonly rows: readonly DocumentRef[];
  readonly numberOf: ReadonlyMap<string, number>;
};

export function articlesOf(rows: readonly DocumentRef[]): Articles {
  const dated = (row: DocumentRef): string => row.published ?? "9999";
  const sorted = [...rows].sort((a, b) =>
    dated(a) === dated(b) ? (a.id < b.id ? -1 : 1) : dated(a) < dated(b) ? -1 : 1,
  );
  return { rows: sorted, numberOf: new Map(sorted.map(({ id }, index) => [id, index + 1])) };
}

/** The same with others behind, which take the next numbers. */
export function also(articles: Articles, others: readonly DocumentRef[]): Articles {
  const rows = [...articles.rows, ...others.filter(({ id }) => !articles.numberOf.has(id))];
  return { rows, numberOf: new Map(rows.map(({ id }, index) => [id, index + 1])) };
}

export function articleOf(articles: Articles, document: string): DocumentRef | undefined {
  const number = articles.numberOf.get(document);
  return number === undefined ? undefined : articles.rows[number - 1];
}

/** The outlet of an article, its title or its address: whichever a reader knows it by. */
export function articleName(row: Pick<DocumentRef, "outlet" | "title" | "uri"> | undefined, uri = ""): string {
  return documentName(row ?? { outlet: null, title: null, uri });
}

/** The name of who speaks; an unnamed source and an article's own voice have none of their own. */
export function speakerName(words: Words, speaker: ActorRef, row: DocumentRef | undefined): string {
  if (isAuthor(speaker)) return row === undefined ? words.author : `${articleName(row)} (${words.ownVoice})`;
  return speaker.name === "unnamed" || speaker.name === "" ? words.unnamed : speaker.name;
}

/** Whether the sentence of a claim is made of an article's own words. */
export function isVerbatim({ positions, proposition }: Pick<Claim, "positions" | "proposition">): boolean {
  return positions.some(({ evidence }) => quotes(evidence.text, proposition));
}

/**
 * A claim in the shape of the dossier's, whose positions know their article's number; articles that are not at hand have
 * numbers of their own below 1.
 */
export function numbered(claim: Claim, articles: Articles): DossierClaim {
  const others = new Map<string, number>();
  const numberOf = (document: string): number => {
    const known = articles.numberOf.get(document) ?? others.get(document);
    if (known !== undefined) return known;
    const own = -1 - others.size;
    others.set(document, own);
    return own;
  };
  const positions = claim.positions.map((position, index) => ({
    ...position,
    anchor: `p${index}`,
    article: numberOf(position.document),
    mark: null,
  }));
  const found = new Set(positions.map(({ article }) => article));
  return {
    ...claim,
    anchor: claim.id,
    number: 0,
    verbatim: isVerbatim(claim),
    positions,
    articles: [...found].sort((a, b) => a - b),
  };
}

/** Where a statement is marked in its article. */
export function readerLink(document: string, statement?: string): string {
  const path = `/documents/${encodeURIComponent(document)}`;
  return statement === undefined ? path : `${path}?statement=${encodeURIComponent(statement)}`;
}

export const claimLink = (id: string): string => `/claims/${encodeURIComponent(id)}`;
export const storyLink = (id: string): string => `/stories/${encodeURIComponent(id)}`;
export const actorLink = (id: string): string => `/actors/${encodeURIComponent(id)}`;
