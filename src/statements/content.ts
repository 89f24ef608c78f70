import type { Mode, Span } from "../model/index.ts";
import { type Quote, quoteAt, quoteFrom, type Reader } from "./reader.ts";

const opening = /[\s,;:–—·•.…-]/;
const closing = /[\s,;:–—·•«“„-]/;

/** Closing note of a dispatch. */
const closingNote = /\s*\(\s*(?:suite|fin|à suivre|end|ends|more|continued)\s*\)[\s.]*$/iu;

/** Cuts white space, commas, dashes and, outside quotations, the final full stop; and marks that quote the whole. */
export function trimContent(reader: Reader, span: Span): Span {
  const { text } = reader;
  let { start, end } = span;
  const closing_ = closingNote.exec(text.slice(Math.max(start, end - 30), end));
  if (closing_ !== null) end -= closing_[0].length;
  for (let changed = true; changed; ) {
    changed = false;
    while (start < end && opening.test(text[start] as string)) start++;
    while (end > start && closing.test(text[end - 1] as string)) end--;
    if (
      end > start &&
      text[end - 1] === "." &&
      quoteAt(reader, end - 1) === null &&
      !/\p{Lu}\.\p{Lu}\.$/u.test(text.slice(Math.max(start, end - 6), end))
    ) {
      end--;
      changed = true;
    }
    const quote = quoteAt(reader, start);
    if (quote === null) continue;
    if (quote.outer.start === start && quote.outer.end >= end) {
      const inner = { start: quote.inner.start, end: Math.min(end, quote.inner.end) };
      if (inner.start > start || inner.end < end) changed = true;
      start = inner.start;
      end = Math.max(start, inner.end);
    } else if (quote.inner.start > start && quote.inner.start < end && quote.outer.start < start)
      start = quote.inner.start;
    else if (
      quote.inner.start <= start &&
      quote.outer.start < start &&
      quote.inner.end < end &&
      end <= quote.outer.end
    ) {
      // `dénonce « un procès à charge »`: what began behind the opening mark ends before the closing one.
      end = quote.inner.end;
      changed = true;
    }
  }
  return { start, end };
}

/** Quotation fragments inside the content, and the mode that they make. */
export function quotedIn(reader: Reader, content: readonly Span[], cue: Span | null): { mode: Mode; quoted: Span[] } {
  const quoted: Span[] = [];
  let direct = content.length > 0;
  for (const span of content) {
    const around = quoteAt(reader, span.start);
    const whole = around !== null && around.outer.start <= span.start && around.outer.end >= span.end;
    if (whole) {
      const insideToo = cue !== null && cue.start >= around.outer.start && cue.end <= around.outer.end;
      if (insideToo) direct = false;
      else quoted.push(span);
      continue;
    }
    direct = false;
    for (let at = quoteFrom(reader, span.start); at < reader.quotations.length; at++) {
      const { inner, outer } = reader.quotations[at] as Quote;
      if (outer.start >= span.end) break;
      const start = Math.max(inner.start, span.start);
      const end = Math.min(inner.end, span.end);
      if (end > start) quoted.push({ start, end });
    }
  }
  return { mode: direct ? "direct" : quoted.length > 0 ? "mixed" : "indirect", quoted };
}
