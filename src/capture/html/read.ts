import type { Diagnostic } from "../../model/index.ts";
import type { Content } from "../capture.ts";
import { mainText } from "./article.ts";
import { authorNames } from "./authors.ts";
import { metadataOf } from "./metadata.ts";
import { type Scanned, scan } from "./scan.ts";

/** A page: title, then the main text, as paragraphs between blank lines; metadata from what the page says of itself. */
export function readHtml(source: string, uri: string, before: readonly Diagnostic[]): Content {
  const scanned = scan(source);
  const { diagnostics, ...metadata } = metadataOf(scanned.facts, uri);
  const { paragraphs, byline, found } = body(scanned);
  const title = metadata.title;
  const text = (
    title === null || (paragraphs[0] !== undefined && plain(paragraphs[0]) === plain(title))
      ? paragraphs
      : [title, ...paragraphs]
  ).join("\n\n");
  return {
    ...metadata,
    text,
    authors: metadata.authors.length > 0 || byline === null ? metadata.authors : authorNames([byline]),
    diagnostics: [...before, ...diagnostics, ...found],
  };
}

function body(scanned: Scanned): {
  paragraphs: readonly string[];
  byline: string | null;
  found: readonly Diagnostic[];
} {
  const article = scanned.cut ? null : mainText(scanned.clean);
  if (article !== null) return { ...article, found: [] };
  if (scanned.blocks.length === 0) {
    const message = "The page holds no text; it may need its scripts to run to show any.";
    return { paragraphs: [], byline: null, found: [{ code: "no-text", message }] };
  }
  const message = scanned.cut
    ? "The page is too large to tell its article apart; all its text was taken."
    : "No main text could be told apart; all the text of the page was taken.";
  return { paragraphs: scanned.blocks, byline: null, found: [{ code: "no-article", message }] };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
