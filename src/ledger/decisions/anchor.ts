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
 * most of what stood around them, the nearest of equals; null where they are gone.
 */
export function spanOf(anchor: Anchor, text: string): Span | null {
  const [{ start, end }, { exact, prefix, suffix }] = anchor.selector;
  if (text.slice(start, end) === exact) return { start, end };
  let best: { at: number; fit: number; away: number } | null = null;
  let at = text.indexOf(exact);
  for (let seen = 0; at !== -1 && seen < most; seen += 1) {
    const fit =
      sameEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) +
      sameStart(text.slice(at + exact.length, at + exact.length + suffix.length), suffix);
    const away = Math.abs(at - start);
    if (best === null || fit > best.fit || (fit === best.fit && away < best.away)) best = { at, fit, away };
    at = text.indexOf(exact, at + 1);
  }
  return best === null ? null : { start: best.at, end: best.at + exact.length };
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
