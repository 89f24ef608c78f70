import { type Language, languageOf } from "../languages/index.ts";
import type { Reading } from "../model/index.ts";
import { nameKey } from "../statements/speakers/fold.ts";
import { bodyOffset } from "../text/head.ts";

/** What one sentence says that any language and any rewriting keeps: names by their sound, numbers, times, concepts. */
export type Facts = { readonly tokens: ReadonlyMap<string, number>; readonly weight: number };

/** Sentences of an article that are looked at: keeps one long text from costing more than many short ones. */
const most = 150;
const longest = 60_000;

const ending = /[.!?…]["»”’)]*\s+(?=["«“‘(—–-]*[\p{Lu}\p{N}«“"])|\n+/gu;

/** Where sentences begin and end, roughly and fast: the parse is not kept with a reading. */
function sentencesOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const match of text.slice(0, longest).matchAll(ending)) {
    found.push([from, match.index + match[0].length]);
    from = match.index + match[0].length;
    if (found.length === most) return found;
  }
  if (from < Math.min(text.length, longest)) found.push([from, Math.min(text.length, longest)]);
  return found;
}

const knownIn = new Map<string, ReadonlySet<string>>();

/** Concepts that the lexicon knows, so that they are the same in every language. */
function knownConcepts({ code, events }: Language): ReadonlySet<string> {
  const known = knownIn.get(code) ?? new Set(events.concepts.values());
  knownIn.set(code, known);
  return known;
}

/** The facts of a reading, sentence by sentence, in the order of the text; sentences without any are left out. */
export function factsOf(reading: Reading): Facts[] {
  const { text, language } = reading.document;
  const pack = languageOf(language);
  const known = pack === null ? new Set<string>() : knownConcepts(pack);
  const spans = sentencesOf(text);
  const tokens = spans.map(() => new Map<string, number>());
  const put = (at: number, token: string, weight: number): void => {
    const into = tokens[placeOf(spans, at)];
    if (into !== undefined && !into.has(token)) into.set(token, weight);
  };
  const dated = reading.times.filter(({ start }) => start < longest);
  const inTime = (at: number): boolean => {
    const index = placeOf(
      dated.map(({ start, end }): [number, number] => [start, end]),
      at,
    );
    const time = dated[index];
    return time !== undefined && time.start <= at && at < time.end;
  };
  for (const { start, value } of dated) if (value !== null) put(start, `t:${value.slice(0, 10)}`, 1);
  for (const { start, value, upper } of reading.figures) {
    if (start >= longest) break;
    put(start, `n:${value}`, value > 2 ? 2 : 1);
    if (upper !== null) put(start, `n:${upper}`, 2);
  }
  for (const match of text.slice(0, longest).matchAll(/\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?/gu)) {
    const value = numberOf(match[0]);
    if (value !== null && !inTime(match.index)) put(match.index, `n:${value}`, value > 2 ? 2 : 1);
  }
  for (const match of text
    .slice(0, longest)
    .matchAll(/(?<=[\p{L}\p{N},;:»”"'’)-]\s?["«“'’(]?\s?)\p{Lu}[\p{L}]{2,}(?:[ -]\p{Lu}[\p{L}]{2,}){0,3}/gu)) {
    if (inTime(match.index)) continue;
    // `Piotr Lenk` here is `Lenk` there, and one fact in both.
    const key = nameKey(match[0]).at(-1) ?? "";
    if (key.length > 2) put(match.index, `m:${key}`, 2);
  }
  for (const { evidence, lemmas } of reading.propositions) {
    for (const lemma of lemmas) {
      if (known.has(lemma) || lemma.startsWith("@")) put(evidence.start, lemma, 1);
      else if (lemma.length > 3 && !/^\d/.test(lemma)) put(evidence.start, `${language.slice(0, 2)}:${lemma}`, 1);
    }
  }
  // Paper, day and headline: all who were there share those.
  const head = bodyOffset(text);
  return tokens
    .filter((_, at) => (spans[at]?.[0] ?? 0) >= head)
    .map((own) => ({
      tokens: own,
      weight: [...own].reduce((sum, [token, weight]) => sum + (isLocal(token) ? 0 : weight), 0),
    }))
    .filter(({ weight }) => weight > 0);
}

/** A word of one language that no list maps to a concept: it can only speak for a text of that language. */
const isLocal = (token: string): boolean => /^[a-z]{2}:/.test(token);

/** Digits with whichever marks: `8 200`, `8,200`, `5,80`, `5.80`. */
function numberOf(written: string): number | null {
  const grouped = /^\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+$/.test(written);
  const value = Number(
    grouped ? written.replace(/\D/gu, "") : written.replace(/[\u00a0\u202f ]/gu, "").replace(",", "."),
  );
  return Number.isFinite(value) ? value : null;
}

/** Index of the last stretch that begins at or before an offset. */
function placeOf(spans: readonly (readonly [number, number])[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Keys under which retellings of one text find each other: names and numbers that stand beside one another, whichever
 * comes first. Accounts of one event share names, but seldom which number stands beside which name.
 */
export function retellingKeys(facts: readonly Facts[]): string[] {
  const keys = new Set<string>();
  let before: string[] = [];
  for (const { tokens } of facts) {
    const strong = [...tokens.keys()].filter((token) => /^[mn]:/.test(token) && !/^n:[0-2]$/.test(token));
    for (const [at, token] of strong.entries()) {
      for (const other of strong.slice(at + 1, at + 4)) keys.add([token, other].sort().join("|"));
      if (at < 2) for (const other of before.slice(-2)) keys.add([token, other].sort().join("|"));
    }
    before = strong;
    if (keys.size > 200) break;
  }
  return [...keys];
}
