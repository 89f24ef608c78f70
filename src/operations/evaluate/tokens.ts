import type { Span } from "../../model/index.ts";
import { fold } from "./names.ts";

const word = /[\p{L}\p{N}]+/gu;
const functionWords = new Set(
  "le la les l un une de des du d et a au aux que qu en se s ce the a an of to and that in".split(" "),
);

/** Where the content words within spans begin. Positions, not strings: two spans are compared in place. */
export function contentWords(text: string, spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const { start, end } of spans)
    for (const match of text.slice(start, end).matchAll(word))
      if (!functionWords.has(fold(match[0]))) found.add(start + match.index);
  return found;
}

/** Where every word of the text begins, in order. */
export function wordStarts(text: string): number[] {
  return [...text.matchAll(word)].map(({ index }) => index);
}

/** Those of the sorted `starts` that lie within spans. */
export function within(starts: readonly number[], spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const { start, end } of spans) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    for (let n = low; n < starts.length; n += 1) {
      const at = starts[n] ?? end;
      if (at >= end) break;
      found.add(at);
    }
  }
  return found;
}
