import type { Actors, Ground } from "../../languages/actors.ts";
import type { Analysis, Span, TextSpan } from "../../model/index.ts";
import { lower, sentenceAt } from "./words.ts";

/**
 * What the speaker's word rests on, where the sentence of the source or cue tells it outside the content:
 * `selon des documents consultés par` → document; not `le maire a vu le pont`, which rests on nothing told.
 */
export function groundOf(
  analysis: Analysis,
  actors: Actors,
  near: Span,
  content: readonly Span[],
): { readonly kind: Ground; readonly span: TextSpan } | null {
  const sentence = sentenceAt(analysis, near.start);
  if (!sentence || sentence.end - sentence.start > 2000) return null;
  const text = lower(analysis.text.slice(sentence.start, sentence.end));
  for (const [phrase, kind] of actors.groundPhrases) {
    const at = text.indexOf(phrase);
    if (at < 0) continue;
    const start = sentence.start + at;
    const end = start + phrase.length;
    if (content.some((span) => span.start <= start && end <= span.end)) continue;
    return { kind, span: { start, end, text: analysis.text.slice(start, end) } };
  }
  return null;
}
