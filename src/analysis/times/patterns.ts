import type { Language } from "../../languages/index.ts";
import { rows } from "../../languages/lexicon.ts";
import { remembered } from "../../text/remembered.ts";
import { mayBeginNumber, numeralAt, own } from "../quantities/numerals.ts";
import type { Token } from "../surface.ts";

/** What the classes of a pattern matched, in order of their places. */
export type Captures = {
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
};
export type Match = {
  readonly from: number;
  readonly to: number;
  readonly action: string;
  readonly argument: string;
  readonly captures: Captures;
};

type Element =
  | { readonly kind: "literal"; readonly words: readonly string[] }
  | { readonly kind: "class"; readonly name: string };
type Pattern = {
  readonly context: number;
  readonly elements: readonly Element[];
  readonly action: string;
  readonly argument: string;
};
type Compiled = {
  readonly byWord: ReadonlyMap<string, readonly Pattern[]>;
  readonly byClass: ReadonlyMap<string, readonly Pattern[]>;
  /** The classes of `byClass` that a word may open, by its key: none for nearly all words. */
  readonly opened: (key: string) => readonly (readonly [string, readonly Pattern[]])[];
};

const none: readonly Pattern[] = [];
const compiled = new WeakMap<Language, Compiled>();

/** Patterns of a language by what they begin with, every optional word written out. */
export function patternsOf(language: Language): Compiled {
  const ready = compiled.get(language);
  if (ready !== undefined) return ready;
  const byWord = new Map<string, Pattern[]>();
  const byClass = new Map<string, Pattern[]>();
  const put = (map: Map<string, Pattern[]>, key: string, pattern: Pattern) => {
    const same = map.get(key);
    if (same === undefined) map.set(key, [pattern]);
    else same.push(pattern);
  };
  for (const [line, action = "none", argument = "-"] of rows(language.times.patterns))
    for (const variant of variants(line.split(" "))) {
      const context = variant.filter((part) => part.startsWith("^")).length;
      const elements = variant.map((part) => elementOf(part.replace(/^\^/, "")));
      const pattern = { context, elements, action, argument };
      const first = elements[0];
      if (first?.kind === "class") put(byClass, first.name, pattern);
      else for (const word of first?.words ?? []) put(byWord, word, pattern);
    }
  const result = {
    byWord,
    byClass,
    opened: remembered((key) => [...byClass].filter(([name]) => mayOpen(name, key, language))),
  };
  compiled.set(language, result);
  return result;
}

function variants(parts: readonly string[]): string[][] {
  let all: string[][] = [[]];
  for (const part of parts) {
    const optional = part.endsWith("?");
    const bare = optional ? part.slice(0, -1) : part;
    all = all.flatMap((left) => (optional ? [[...left, bare], left] : [[...left, bare]]));
  }
  return all;
}

const elementOf = (part: string): Element =>
  part.startsWith("{") ? { kind: "class", name: part.slice(1, -1) } : { kind: "literal", words: part.split("|") };

type Hit = { readonly to: number; readonly number?: number; readonly word?: string };

/** Whether a class may begin with a word; what stands around it is left to `classAt`. */
function mayOpen(name: string, key: string, language: Language): boolean {
  const { times } = language;
  switch (name) {
    case "wd":
      return own(times.weekdays, key) !== undefined;
    case "mo":
      return own(times.months, key) !== undefined;
    case "n":
      return mayBeginNumber(key, language);
    case "unit":
      return own(times.units, key) !== undefined;
    case "part":
      return own(times.parts, key) !== undefined;
    case "season":
      return own(times.seasons, key) !== undefined;
    case "clock":
      return /^(?:midi|noon|minuit|midnight)$/.test(key);
    case "few":
      return times.few.includes(key);
    case "one":
      return times.one.includes(key);
    case "mimo":
      return /^mi?d?-/.test(key);
    case "century":
      return /^[ivx]+e$/.test(key);
    case "day":
    case "year":
    case "date":
    case "decade":
      return false;
    default:
      return true;
  }
}

/**
 * The longest pattern that begins at `at`, or null. Where words of context come first, what stands behind them may be
 * longer by itself: `dans la nuit de lundi à mardi` is more than `dans` + `la nuit`.
 */
export function matchAt(tokens: readonly Token[], at: number, language: Language): Match | null {
  const match = longestAt(tokens, at, language);
  if (match === null || match.from === at) return match;
  const inner = longestAt(tokens, match.from, language);
  return inner !== null && inner.to > match.to ? inner : match;
}

function longestAt(tokens: readonly Token[], at: number, language: Language): Match | null {
  const { byWord, byClass, opened } = patternsOf(language);
  const first = tokens[at];
  if (first === undefined) return null;
  let best: Match | null = null;
  const attempt = (pattern: Pattern) => {
    const match = follow(tokens, at, pattern, language);
    if (match !== null && (best === null || match.to > best.to || (match.to === best.to && match.from < best.from)))
      best = match;
  };
  for (const pattern of byWord.get(first.key) ?? none) attempt(pattern);
  if (first.kind === "mark") return best;
  for (const [name, patterns] of first.kind === "word" ? opened(first.key) : byClass)
    if (classAt(name, tokens, at, language) !== null) for (const pattern of patterns) attempt(pattern);
  return best;
}

/** Whether the words that open a pattern stand here: most patterns fail on the second of them. */
function literalsFit(tokens: readonly Token[], at: number, elements: readonly Element[]): boolean {
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (element?.kind !== "literal") return true;
    const token = tokens[at + i];
    if (token === undefined || !element.words.includes(token.key)) return false;
  }
  return true;
}

function follow(tokens: readonly Token[], at: number, pattern: Pattern, language: Language): Match | null {
  if (!literalsFit(tokens, at, pattern.elements)) return null;
  let position = at;
  let from = at;
  const numbers: Record<string, number[]> = {};
  const words: Record<string, string[]> = {};
  for (const [i, element] of pattern.elements.entries()) {
    if (i === pattern.context) from = position;
    const token = tokens[position];
    if (token === undefined) return null;
    if (element.kind === "literal") {
      if (!element.words.includes(token.key)) return null;
      position++;
      continue;
    }
    const hit = classAt(element.name, tokens, position, language);
    if (hit === null) return null;
    if (hit.number !== undefined) numbers[element.name] = [...(numbers[element.name] ?? []), hit.number];
    if (hit.word !== undefined) words[element.name] = [...(words[element.name] ?? []), hit.word];
    position = hit.to;
  }
  return { from, to: position, action: pattern.action, argument: pattern.argument, captures: { numbers, words } };
}

const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function romanOf(text: string): number | null {
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const [value, next] = [roman[text[i] ?? ""], roman[text[i + 1] ?? ""] ?? 0];
    if (value === undefined) return null;
    total += value < next ? -value : value;
  }
  return total > 0 && total < 30 ? total : null;
}

/** Whether a class stands at a position, what it means and where it ends. */
export function classAt(name: string, tokens: readonly Token[], at: number, language: Language): Hit | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const { times } = language;
  const to = at + 1;
  const dotted = tokens[to]?.text === "." && tokens[to]?.glued ? to + 1 : to;
  const next = tokens[to];
  switch (name) {
    case "wd": {
      const number = own(times.weekdays, token.key);
      return number === undefined || (times.capitalised && !token.capital) ? null : { to, number };
    }
    case "mo": {
      const number = own(times.months, token.key);
      if (number === undefined || (times.capitalised && !token.capital)) return null;
      return { to: token.key.length < 5 && number !== 5 && tokens[dotted]?.kind === "number" ? dotted : to, number };
    }
    case "mimo": {
      const match = /^mi?d?-(\p{L}+)$/u.exec(token.key);
      const number = match === null ? undefined : own(times.months, match[1] ?? "");
      return number === undefined ? null : { to, number };
    }
    case "day": {
      if (token.kind !== "number" || !/^(?:0?[1-9]|[12]\d|3[01])$/.test(token.text)) return null;
      const suffix = next?.glued && times.ordinalSuffixes.includes(next.key) ? 1 : 0;
      return { to: to + suffix, number: Number(token.text) };
    }
    case "year":
      return token.kind === "number" && /^(?:1\d|20)\d\d$/.test(token.text) ? { to, number: Number(token.text) } : null;
    case "n": {
      const numeral = numeralAt(tokens, at, language);
      return numeral === null || numeral.value > 1e5 ? null : { to: numeral.to, number: numeral.value };
    }
    case "few":
      return times.few.includes(token.key) ? { to } : null;
    case "one":
      return times.one.includes(token.key) ? { to, number: 1 } : null;
    case "unit": {
      const word = own(times.units, token.key);
      return word === undefined ? null : { to, word };
    }
    case "part": {
      const word = own(times.parts, token.key);
      return word === undefined ? null : { to, word };
    }
    case "season": {
      const word = own(times.seasons, token.key);
      return word === undefined ? null : { to, word };
    }
    case "date":
      return token.kind === "date" ? { to, word: token.text } : null;
    case "decade":
      return token.kind === "number" && /^(?:1\d|20)?\d0$/.test(token.text) && next?.glued && /^'?s$/.test(next.key)
        ? { to: to + 1, number: Number(token.text) }
        : null;
    case "century": {
      const match = /^([ivx]+)e$/.exec(token.key);
      if (match !== null && token.capital) return numbered(romanOf(match[1] ?? ""), to);
      if (token.kind === "number" && next?.glued && /^(?:st|nd|rd|th|e)$/.test(next.key))
        return numbered(Number(token.text), to + 1);
      return null;
    }
    case "clock":
      return clockAt(tokens, at, language);
    default:
      return null;
  }
}

const numbered = (number: number | null, to: number): Hit | null => (number === null ? null : { to, number });

/** `10h20`, `10:20`, `10 heures 20`, `midi`, `5 p.m.`, `10.30 am`: minutes of the day. */
function clockAt(tokens: readonly Token[], at: number, language: Language): Hit | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const { hourWords, halves } = language.times;
  const plain = (hours: number, minutes: number, to: number): Hit | null =>
    hours < 25 && minutes < 60 ? { to, number: hours * 60 + minutes } : null;
  if (/^(?:midi|noon)$/.test(token.key)) return { to: at + 1, number: 720 };
  if (/^(?:minuit|midnight)$/.test(token.key)) return { to: at + 1, number: 0 };
  const half = (to: number): { add: number; to: number } | null => {
    const word = tokens[to];
    const add = word === undefined ? undefined : (own(halves, word.key) ?? own(halves, word.key.replace(/\.$/, "")));
    if (add !== undefined) return { add, to: to + 1 };
    const spelled = `${word?.key}.${tokens[to + 2]?.key}`;
    return tokens[to + 1]?.text === "." && own(halves, spelled) !== undefined
      ? { add: own(halves, spelled) ?? 0, to: to + 3 }
      : null;
  };
  if (token.kind === "clock") {
    const [hours, minutes] = token.text.split(/[hH:]/);
    const part = half(at + 1);
    const base = Number(hours);
    return plain(part === null ? base : (base % 12) + part.add, Number(minutes || 0), part?.to ?? at + 1);
  }
  if (token.kind !== "number") return null;
  const written = /^(\d{1,2})(?:\.(\d\d))?$/.exec(token.text);
  if (written === null) return null;
  const [, hours, minutes] = written;
  const part = half(at + 1);
  if (part !== null && Number(hours) <= 12)
    return plain((Number(hours) % 12) + part.add, Number(minutes ?? 0), part.to);
  if (minutes === undefined && hourWords.includes(tokens[at + 1]?.key ?? "")) {
    const before = tokens[at - 1]?.key ?? "";
    if (!/^(?:à|vers|dès|avant|jusqu'à)$/.test(before) && !/^[0-5]\d$/.test(tokens[at + 2]?.text ?? "")) return null;
    const more = /^[0-5]\d$/.test(tokens[at + 2]?.text ?? "") ? Number(tokens[at + 2]?.text) : null;
    return plain(Number(hours), more ?? 0, more === null ? at + 2 : at + 3);
  }
  return null;
}
