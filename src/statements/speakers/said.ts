import type { Analysis, Span } from "../../model/index.ts";
import type { RawAttribution } from "../attribution.ts";
import { sentenceAt } from "./words.ts";

const within = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * When it was said: the value of a time expression that hangs on the cue (`a déclaré lundi que`), not one inside the content.
 * `times` sorted by start.
 */
export function saidWhen(analysis: Analysis, raw: RawAttribution): string | null {
  const cue = raw.cue.span;
  if (!cue) return null;
  const sentence = sentenceAt(analysis, cue.start);
  if (!sentence) return null;
  let low = 0;
  let high = analysis.times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((analysis.times[middle]?.end ?? 0) <= sentence.start) low = middle + 1;
    else high = middle;
  }
  let best: string | null = null;
  let nearest = 12;
  for (let at = low; at < analysis.times.length && at < low + 20; at++) {
    const time = analysis.times[at];
    if (!time || time.start >= sentence.end) break;
    if (time.value === null || time.value.startsWith("P") || raw.content.some((content) => within(content, time)))
      continue;
    const word = sentence.words.find(({ start, end }) => start >= time.start && end <= time.end && end > start);
    const head = raw.cue.head && word ? ancestorsHold(sentence.words, word.index, raw.cue.head.word) : false;
    const distance = head ? 0 : Math.max(time.start - cue.end, cue.start - time.end, 0);
    if (distance < nearest) {
      nearest = distance;
      best = time.value;
    }
  }
  return best;
}

/** The word hangs on the cue within three steps. */
function ancestorsHold(words: readonly { readonly head: number }[], from: number, cue: number): boolean {
  let at = from;
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    at = words[at]?.head ?? -1;
    if (at === cue) return true;
  }
  return false;
}
