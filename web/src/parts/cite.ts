import { formatDate } from "../../../src/report/words/format.ts";
import type { Words } from "../../../src/report/words/words.ts";
import type { Claim, DocumentRef } from "../api/types.ts";
import { type Articles, articleName, articleOf, claimLink, readerLink, speakerName } from "./articles.ts";

type Position = Claim["positions"][number];

/** The whole address of a page of the app, to be kept. */
export const permalink = (path: string): string => new URL(path, window.location.origin).href;

/** Where a position stands on the page of its claim. */
export const positionLink = (claim: string, statement: string): string =>
  `${claimLink(claim)}?position=${encodeURIComponent(statement)}`;

/** An article as one cites it: paper, title, date, address. */
export function citedArticle(words: Words, row: DocumentRef | undefined, uri: string): string {
  const [open, close] = words.quote;
  const title = row?.title == null || row.outlet == null ? "" : `, ${open}${row.title}${close}`;
  const date = row?.published == null ? words.noDate : formatDate(words, row.published);
  return `${articleName(row, uri)}${title}, ${date}, ${row?.uri ?? uri}`;
}

/** `Ana Bel affirms: “…” (La Rive, “…”, 4 May 2031, https://…)`, with the address of the mark. */
export function citedPosition(words: Words, articles: Articles, position: Position): string {
  const row = articleOf(articles, position.document);
  const [open, close] = words.quote;
  const name = speakerName(words, position.speaker, row);
  const link = permalink(readerLink(position.document, position.statement));
  return `${name} ${words.positions[position.position]}${words.colon}${open}${position.evidence.text}${close} (${citedArticle(words, row, position.uri)}) ${link}`;
}

export function citedClaim(words: Words, articles: Articles, claim: Claim): string {
  const lines = claim.positions.map((position) => `- ${citedPosition(words, articles, position)}`);
  return `${claim.proposition}\n${lines.join("\n")}\n${permalink(claimLink(claim.id))}\n`;
}
