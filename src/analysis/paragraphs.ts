import type { Span } from "../model/index.ts";
import { isLetterAt, isUpperAt } from "../text/characters.ts";
import { trimmed } from "../text/spans.ts";

/**
 * Paragraphs, white space trimmed. A blank line ends one; so does a single line break, unless the text is wrapped at
 * a fixed width (old newswire, mail) or the next line plainly goes on with the sentence (`… le ministre\nrusse a dit`).
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const wrapped = looksWrapped(lines);
  const paragraphs: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const line of lines) {
    if (line.end === line.start) open = null;
    else if (open !== null && (wrapped || goesOn(text, open.end, line))) open.end = line.end;
    else {
      open = { start: line.start, end: line.end };
      paragraphs.push(open);
    }
  }
  return paragraphs;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029\u000b\u000c\u0085]/g;
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    lines.push(trimmed(text, { start, end: match.index }));
    start = match.index + match[0].length;
  }
  lines.push(trimmed(text, { start, end: text.length }));
  return lines;
}

/** Lines that are followed by another one are nearly all of one width, and that width is a terminal's. */
function looksWrapped(lines: readonly Span[]): boolean {
  const inner: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i] as Span, lines[i + 1] as Span];
    if (line.end > line.start && next.end > next.start) inner.push(line.end - line.start);
  }
  if (inner.length < 5) return false;
  const widest = inner.reduce((a, b) => Math.max(a, b), 0);
  return widest <= 100 && inner.filter((width) => width >= widest * 0.75).length >= inner.length * 0.8;
}

function goesOn(text: string, end: number, next: Span): boolean {
  const last = text[end - 1] ?? "";
  if (/[.!?…:;»”"’)\]]/.test(last)) return false;
  return isLetterAt(text, next.start) && !isUpperAt(text, next.start) && /[\p{L},]/u.test(last);
}
