import type { Name, Sentence, Span, TimeExpression } from "../../model/index.ts";
import type { Reader } from "./reader.ts";

export type Scope = { readonly place: string | null; readonly time: string | null };

/**
 * Where and when a quantity holds: the place of its sentence that follows it most closely after a preposition of
 * place (`34 drones dans la région de Moscou`), else the nearest before it; the nearest time of its sentence that is
 * no mere duration, as its value where it has one.
 */
export function scopesOf(
  text: string,
  names: readonly Name[],
  times: readonly TimeExpression[],
  reader: Reader,
): (sentence: Sentence, span: Span) => Scope {
  const placesBySentence = new Map<number, Name[]>();
  for (const name of names) {
    if (name.kind !== "place" && name.kind !== "state") continue;
    const same = placesBySentence.get(name.sentence);
    if (same === undefined) placesBySentence.set(name.sentence, [name]);
    else same.push(name);
  }
  const datings = times.filter(({ value }) => value === null || !value.startsWith("P"));
  let cursor = 0;
  return (sentence, span) => {
    while (cursor < datings.length && (datings[cursor]?.end ?? 0) <= sentence.start) cursor++;
    let time: TimeExpression | null = null;
    for (let i = cursor; i < datings.length && (datings[i]?.start ?? 0) < sentence.end; i++) {
      const next = datings[i];
      if (next !== undefined && (time === null || distance(next, span) < distance(time, span))) time = next;
    }
    const places = placesBySentence.get(sentence.index) ?? [];
    const holds = (name: Name): boolean => located(text, name, sentence, reader);
    const place =
      places.find((name) => name.start >= span.end && holds(name)) ??
      places.findLast((name) => name.end <= span.start && holds(name));
    return { place: place?.text ?? null, time: time === null ? null : (time.value ?? time.text) };
  };
}

const distance = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end);

/** Whether a preposition of place stands within the few words before a name (`dans la région de Moscou`). */
function located(text: string, name: Name, sentence: Sentence, reader: Reader): boolean {
  const left = text.slice(Math.max(sentence.start, name.start - 40), name.start).toLowerCase();
  const words = left
    .split(/[\s,;:]+/)
    .filter((word) => word !== "")
    .slice(-5);
  return words.some((word) => reader.placePrepositions.has(word) || /^(?:au|aux|sur|on)$/.test(word));
}
