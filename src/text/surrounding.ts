import type { Span } from "../model/span.ts";

/** A sentence is looked for so far to either side. */
const reach = 600;

const ends = /[.!?…](?:\s?["»”’)])?\s+$/u;
const begins = /^(?:["«“‘(]\s?)?[\p{Lu}\p{N}]/u;

/**
 * The sentence a stretch of a text stands in, as far as full stops and lines tell it: for whatever has a document's text
 * and not its analysis. Never more than 600 characters to either side; spaces are made one.
 */
export function sentenceAround(text: string, { start, end }: Span): string {
  let from = start;
  while (from > 0 && start - from < reach && text[from - 1] !== "\n" && !startsAt(text, from)) from -= 1;
  let to = end;
  while (to < text.length && to - end < reach && text[to] !== "\n" && !startsAt(text, to)) to += 1;
  return text.slice(from, to).replace(/\s+/g, " ").trim();
}

/** Whether a sentence begins here: a capital behind a full stop and a space. */
const startsAt = (text: string, at: number): boolean =>
  ends.test(text.slice(Math.max(0, at - 5), at)) && begins.test(text.slice(at, at + 4));
