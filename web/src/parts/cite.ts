import { valueText } from "../../../src/report/sentences.ts";
import { formatDate } from "../../../src/report/words/format.ts";
import type { Words } from "../../../src/report/words/words.ts";
import type { Claim, DocumentRef, FigureGroup, Source } from "../api/types.ts";
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

/** `at least 17 dead, Civil Protection (La Rive, “…”, 4 May 2031, https://…)`, with the address of the mark. */
export function citedFigure(words: Words, articles: Articles, figure: FigureGroup["members"][number]): string {
  const row = articleOf(articles, figure.document);
  const [open, close] = words.quote;
  const link = permalink(readerLink(figure.document, figure.statement ?? undefined));
  const said = `${valueText(figure, words)} ${figure.what}, ${speakerName(words, figure.speaker, row)}`;
  return `${said}${words.colon}${open}${figure.text}${close} (${citedArticle(words, row, figure.uri)}) ${link}`;
}

/** A source with how it is rated and how often it is root, carrier and copy. */
export function citedSource(
  words: Words,
  roles: Readonly<Record<"root" | "carrier" | "copy", string>>,
  source: Source,
): string {
  const { name, rating, documents } = source;
  const code = rating === null ? "" : `, ${rating.reliability ?? "–"}${rating.credibility ?? "–"}`;
  const counts = (["root", "carrier", "copy"] as const).map((role) => `${roles[role]} ${source[role]}`).join(", ");
  return `${name === "" ? words.notKnown : name}${code}${words.colon}${words.articlesCount(documents)}, ${counts}. ${permalink("/sources")}`;
}

export function citedClaim(words: Words, articles: Articles, claim: Claim): string {
  const lines = claim.positions.map((position) => `- ${citedPosition(words, articles, position)}`);
  return `${claim.proposition}\n${lines.join("\n")}\n${permalink(claimLink(claim.id))}\n`;
}
