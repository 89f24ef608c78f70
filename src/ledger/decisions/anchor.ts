import type { Anchor, DocumentId, Span } from "../../model/index.ts";

/** How much of what stands around is kept with a quotation, in UTF-16 code units. */
const around = 32;
/** Occurrences that are weighed against each other; a text that repeats itself more often gives the nearest of these. */
const most = 2_000;

/** The anchor of a span: its position, and its words with what stands around them. */
export function anchorOf(document: DocumentId, text: string, { start, end }: Span): Anchor {
  return {
    source: document,
    selector: [
      { type: "TextPositionSelector", start, end },
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: whole(text.slice(Math.max(0, start - around), start)),
        suffix: whole(text.slice(end, end + around)),
      },
    ],
  };
}

/** Without a half of a character at either end, which could not be written as UTF-8. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}

/**
 * Where an anchor stands in a text: at its position where the words are still there; else where they are found with the
 * most of what stood around them, the nearest of equals; null where they are gone. White space may have changed: another
 * reader of pages breaks lines elsewhere.
 */
export function spanOf(anchor: Anchor, text: string): Span | null {
  const [{ start, end }, { exact, prefix, suffix }] = anchor.selector;
  if (text.slice(start, end) === exact) return { start, end };
  let best: { readonly span: Span; readonly fit: number; readonly away: number } | null = null;
  let seen = 0;
  for (const span of occurrences(exact, text)) {
    const fit =
      sameEnd(text.slice(Math.max(0, span.start - prefix.length), span.start), prefix) +
      sameStart(text.slice(span.end, span.end + suffix.length), suffix);
    const away = Math.abs(span.start - start);
    if (best === null || fit > best.fit || (fit === best.fit && away < best.away)) best = { span, fit, away };
    seen += 1;
    if (seen >= most) break;
  }
  return best?.span ?? null;
}

/** Where words stand in a text: as they are, or, where they do so nowhere, with other white space between them. */
function* occurrences(exact: string, text: string): Generator<Span> {
  let at = text.indexOf(exact);
  if (at === -1) {
    const words = exact.split(/\s+/u).filter((word) => word !== "");
    if (words.length === 0) return;
    const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s+"), "g");
    for (const found of text.matchAll(pattern)) yield { start: found.index, end: found.index + found[0].length };
  }
  for (; at !== -1; at = text.indexOf(exact, at + 1)) yield { start: at, end: at + exact.length };
}

function sameStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return same;
}

function sameEnd(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1;
  return same;
}
