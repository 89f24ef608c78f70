import type { Analysis, Name, Sentence, Span, Word } from "../../model/index.ts";
import { lower } from "../../text/normal.ts";

export { lower };

/** Position of the first item that ends after `offset`, in items sorted by start that do not overlap. */
function firstEndingAfter(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence at `offset`, or the next one; undefined past the last. */
export function sentenceAt(analysis: Analysis, offset: number): Sentence | undefined {
  return analysis.sentences[firstEndingAfter(analysis.sentences, offset)];
}

/** The words that stand wholly in a span of one sentence (that of its start), at most `limit`. */
export function wordsIn(analysis: Analysis, span: Span, limit = 60): Word[] {
  const sentence = sentenceAt(analysis, span.start);
  if (!sentence) return [];
  const found: Word[] = [];
  for (let at = firstEndingAfter(sentence.words, span.start); at < sentence.words.length; at++) {
    const word = sentence.words[at];
    if (!word || word.start >= span.end || found.length >= limit) break;
    if (word.start >= span.start && word.end <= span.end) found.push(word);
  }
  return found;
}

/** The names that touch a span (which may be cut within a name); `names` sorted by start. */
export function namesIn(names: readonly Name[], span: Span): Name[] {
  const found: Name[] = [];
  for (let at = firstEndingAfter(names, span.start); at < names.length; at++) {
    const name = names[at];
    if (!name || name.start >= span.end) break;
    found.push(name);
  }
  return found;
}

/** Lemma where the tagger gave one, else the form, in lower case. */
export const lemmaOf = (word: Word): string => lower(word.lemma === "" || word.lemma === "_" ? word.form : word.lemma);
