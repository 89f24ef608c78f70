import type { Span, TextSpan } from "../model/index.ts";
import { isSpaceAt } from "./characters.ts";

/** The span with the characters it covers. */
export const textSpan = (text: string, span: Span): TextSpan => ({
  start: span.start,
  end: span.end,
  text: text.slice(span.start, span.end),
});

/** The span without white space at its ends; an empty span at its start when there is nothing else. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpaceAt(text, start)) start++;
  while (end > start && isSpaceAt(text, end - 1)) end--;
  return { start, end };
}

/** True when `inner` lies within `outer`; equal spans do. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** True when the spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
