import type { Span } from "../model/span.ts";

/** So much of a line is looked at to either side. */
const reach = 600;

/** The line, a paragraph mostly, that a stretch of a text stands in: never more than 600 characters to either side. */
export function lineAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - reach), start);
  const behind = text.slice(end, end + reach);
  const [from, to] = [before.lastIndexOf("\n") + 1, behind.indexOf("\n")];
  return { start: start - before.length + from, end: end + (to < 0 ? behind.length : to) };
}
