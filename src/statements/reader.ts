import type { Attribution, FrameEntry } from "../languages/attribution.ts";
import type { Language } from "../languages/language.ts";
import type { Analysis, Name, Quotation, Span, TimeExpression } from "../model/index.ts";
import { isLetterAt } from "../text/characters.ts";
import { lower } from "../text/normal.ts";
import { cuesOf, type LocatedCue } from "./cues.ts";
import { type Tree, treeOf } from "./tree.ts";

/** What every rule reads: the analysis, the language's cues, trees, cues in their places, quotations in order. */
export type Reader = {
  readonly analysis: Analysis;
  readonly text: string;
  /** The whole language pack. */
  readonly pack: Language;
  /** Its cues. */
  readonly language: Attribution;
  readonly frames: ReadonlyMap<string, readonly FramePattern[]>;
  readonly frameList: readonly FrameEntry[];
  readonly trees: readonly Tree[];
  /** Cues by sentence, in text order. */
  readonly cues: readonly (readonly LocatedCue[])[];
  /** Outermost quotations in text order, pieces of one broken quotation joined. */
  readonly quotations: readonly Quote[];
  /** Names in text order. */
  readonly names: readonly Name[];
};

/** A quotation as a reader takes it: broken pieces joined. */
export type Quote = {
  readonly outer: Span;
  readonly inner: Span;
  readonly closed: boolean;
  /** Speech rather than a fragment: has several words and stands as a sentence or clause of its own. */
  readonly index: number;
};

/** A frame as a pattern over lower-case text; `index` points into `Reader.frameList`. */
export type FramePattern = { readonly pattern: RegExp; readonly index: number };

const compiled = new WeakMap<Attribution, { frames: Map<string, FramePattern[]>; list: FrameEntry[] }>();

function framesOf(language: Attribution) {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const frames = new Map<string, FramePattern[]>();
  const list: FrameEntry[] = [];
  for (const entries of language.frames.values()) {
    for (const entry of entries) {
      const phrase = entry.entry.lemma;
      const key = /^\p{L}+'?/u.exec(phrase)?.[0] ?? "";
      const source = phrase.replace(/ de$/, " (?:de|du|des|d')").replaceAll(" ", "[\\s\u00a0]+");
      const bound = phrase.endsWith(" de") ? "(?:(?<=')|(?=$|[^\\p{L}]))" : "(?=$|[^\\p{L}])";
      const patterns = frames.get(key) ?? [];
      patterns.push({ pattern: new RegExp(`^${source}${bound}`, "u"), index: list.length });
      frames.set(key, patterns);
      list.push(entry);
    }
  }
  const length = (pattern: FramePattern) => list[pattern.index]?.entry.lemma.length ?? 0;
  for (const patterns of frames.values()) patterns.sort((a, b) => length(b) - length(a));
  const result = { frames, list };
  compiled.set(language, result);
  return result;
}

export function readerOf(analysis: Analysis, pack: Language): Reader {
  const language = pack.attribution;
  const { frames, list } = framesOf(language);
  const trees = analysis.sentences.map(treeOf);
  return {
    analysis,
    text: analysis.text,
    pack,
    language,
    frames,
    frameList: list,
    trees,
    cues: trees.map((tree) => cuesOf(language, tree)),
    quotations: quotesOf(analysis.text, analysis.quotations),
    names: [...analysis.names].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** Joins an unclosed quotation with one that opens right after it: `«C'est faux. “Non”, dit-il`. */
function quotesOf(text: string, quotations: readonly Quotation[]): Quote[] {
  const quotes: Quote[] = [];
  for (const { outer, inner, depth, closed } of quotations) {
    if (depth > 0 || inner.end <= inner.start) continue;
    const last = quotes.at(-1);
    if (
      last !== undefined &&
      !last.closed &&
      text.slice(last.outer.end, outer.start).trim() === "" &&
      !text.slice(last.outer.end, outer.start).includes("\n")
    )
      quotes[quotes.length - 1] = {
        ...last,
        outer: { start: last.outer.start, end: outer.end },
        inner: { start: last.inner.start, end: inner.end },
        closed,
      };
    else quotes.push({ outer, inner, closed, index: quotes.length });
  }
  return quotes.map((quote, index) => ({ ...quote, index }));
}

/** Index of the first quotation that ends after this position. */
export function quoteFrom(reader: Reader, position: number): number {
  let low = 0;
  let high = reader.quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reader.quotations[middle] as Quote).outer.end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The quotation that covers a position, if any. */
export function quoteAt(reader: Reader, position: number): Quote | null {
  const quote = reader.quotations[quoteFrom(reader, position)];
  return quote !== undefined && quote.outer.start <= position ? quote : null;
}

/** Index of the sentence that covers a position (the one before it when none does). */
export function sentenceAt(reader: Reader, position: number): number {
  const { sentences } = reader.analysis;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, sentences.length - 1);
}

/** The name that covers a position, if any. */
export function nameAt(reader: Reader, position: number): Name | null {
  const { names } = reader;
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as Name).end <= position) low = middle + 1;
    else high = middle;
  }
  const name = names[low];
  return name !== undefined && name.start <= position ? name : null;
}

/** The time expression that covers a position, if any. */
export function timeAt(reader: Reader, position: number): TimeExpression | null {
  const { times } = reader.analysis;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  const time = times[low];
  return time !== undefined && time.start <= position ? time : null;
}

/** Longest frame, in characters. */
const LONGEST = 48;

/** Length of a frame's opening words at a position (`selon`, `aux yeux du`), or 0. */
export function frameAt(reader: Reader, position: number): { length: number; index: number } | null {
  const { text } = reader;
  let end = position;
  while (end < position + LONGEST && isLetterAt(text, end)) end++;
  if (end === position) return null;
  if (text[end] === "'" || text[end] === "’") end++;
  const entries = reader.frames.get(lower(text.slice(position, end)));
  if (entries === undefined) return null;
  const slice = text
    .slice(position, position + LONGEST)
    .toLowerCase()
    .replaceAll("’", "'");
  for (const { pattern, index } of entries) {
    const match = pattern.exec(slice);
    if (match !== null) return { length: match[0].length, index };
  }
  return null;
}
