import type { Sentence, Upos, Word } from "../model/index.ts";
import { isLetterAt, isUpperAt } from "../text/characters.ts";
import { remembered } from "../text/remembered.ts";

/**
 * A token as it stands on the page, independent of the syntactic words: names, times and quantities are found on
 * these, so that they hold where tags are wrong. One lexer serves all languages; what differs is passed in.
 */
export type Token = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its characters, curly apostrophe straightened. */
  readonly plain: string;
  /** The same in lower case. */
  readonly key: string;
  readonly kind: "word" | "number" | "clock" | "date" | "mark";
  /** Starts with an upper-case letter. */
  readonly capital: boolean;
  /** No white space before it. */
  readonly glued: boolean;
  /** A line break stands before it. */
  readonly newline: boolean;
  /** The syntactic word that covers it, where the sentence has words. */
  readonly word: Word | null;
  /** Its tag, null where the sentence has no words. */
  readonly upos: Upos | null;
};

export type SurfaceOptions = {
  /** Words that lose their vowel before an apostrophe (`l`, `d`, `qu`), without the apostrophe. */
  readonly elided: ReadonlySet<string>;
  /** True where digits are grouped by an ordinary space (`1 000`). */
  readonly spaceGroups: boolean;
};

/** What begins with a digit, in order; tried where one stands. */
const date =
  /\b(?:1[0-9]|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])|\b\d{1,2}[/]\d{1,2}[/](?:\d{4}|\d{2})(?!\d)/uy;
const clock = /\b\d{1,2}[hH:][0-5]\d(?![\d\p{L}])|\b\d{1,2}[hH](?![\p{L}\d])/uy;
const dated = [
  ["date", date],
  ["clock", clock],
] as const;
const figures = /\d+/y;
const grouped = /\d{1,3}(?:[\u00a0\u202f\u2009\u0020]\d{3})+(?:[.,]\d+)?(?!\d)/uy;
const number = /\d+(?:[.,]\d+)*/uy;
/** What begins with a letter. */
const initials = /(?:\p{Lu}\.){2,}/uy;
const letters = /\p{L}[\p{L}\p{M}\d]*(?:[-\u2010\u2011][\p{L}\p{M}\d]+)*/uy;

const spaced = /\u0020/;

/** Where a pattern that stands at a position ends, or -1. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const wideGaps: ReadonlySet<number> = new Set([
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000, 0xfeff,
]);

/** White space and control characters, which stand between tokens. */
const isGap = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code <= 0x20 || (code >= 0x7f && code <= 0xa0) || (code > 0x167f && wideGaps.has(code));
};

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};
const apostrophe = (char: string | undefined) => char === "'" || char === "’" || char === "ʼ";

export const straight = (text: string): string => text.replaceAll("’", "'").replaceAll("ʼ", "'");
export const keyOf = (text: string): string => straight(text).toLowerCase().replaceAll(/[‐‑]/g, "-");

/** What a token's characters tell by themselves. */
const shapeOf = remembered((text) => ({
  text,
  plain: straight(text),
  key: keyOf(text),
  capital: /^\p{Lu}/u.test(text),
}));

const optionsMade = new WeakMap<readonly string[], SurfaceOptions>();

/** A language's options, one object for all who ask, from its elided words: a language that elides groups by spaces. */
export function surfaceOptionsOf(elided: readonly string[]): SurfaceOptions {
  let options = optionsMade.get(elided);
  if (options === undefined) {
    options = { elided: new Set(elided), spaceGroups: elided.length > 0 };
    optionsMade.set(elided, options);
  }
  return options;
}

type Split = { readonly text: string; readonly options: SurfaceOptions; readonly tokens: readonly Token[] };
const splits = new WeakMap<Sentence, Split>();

/** The tokens of one sentence, in order, with the syntactic word that covers each; kept while the sentence is. */
export function surfaceOf(text: string, sentence: Sentence, options: SurfaceOptions): readonly Token[] {
  const kept = splits.get(sentence);
  if (kept !== undefined && kept.text === text && kept.options === options) return kept.tokens;
  const tokens = split(text, sentence, options);
  splits.set(sentence, { text, options, tokens });
  return tokens;
}

/** Linear in the sentence's length. */
function split(text: string, sentence: Sentence, options: SurfaceOptions): Token[] {
  const tokens: Token[] = [];
  const piece = text.slice(sentence.start, sentence.end);
  const { words } = sentence;
  let cursor = 0;
  let at = 0;
  let glued = false;
  let newline = false;
  const push = (kind: Token["kind"], from: number, to: number) => {
    const start = sentence.start + from;
    const end = sentence.start + to;
    while (cursor + 1 < words.length && (words[cursor]?.end ?? 0) <= start) cursor++;
    const covering = words[cursor];
    const word = covering !== undefined && covering.start < end && covering.end > start ? covering : null;
    const { text: raw, plain, key, capital } = shapeOf(piece.slice(from, to));
    const upos = word === null ? null : word.upos;
    tokens.push({ text: raw, start, end, plain, key, kind, capital, glued, newline, word, upos });
    at = to;
    glued = true;
    newline = false;
  };
  while (at < piece.length) {
    if (isGap(piece, at)) {
      if (piece[at] === "\n") newline = true;
      glued = false;
      at++;
    } else if (isDigit(piece, at)) pushNumber(at);
    else if (isLetterAt(piece, at)) {
      const short = isUpperAt(piece, at) ? endOf(initials, piece, at) : -1;
      if (short === -1) pushWord(at, endOf(letters, piece, at));
      else push("word", at, short);
    } else push("mark", at, at + ((piece.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
  }
  return tokens;

  function pushNumber(from: number): void {
    for (const [kind, pattern] of dated) {
      const to = endOf(pattern, piece, from);
      if (to !== -1) {
        push(kind, from, to);
        return;
      }
    }
    const group = endOf(grouped, piece, from);
    if (group === -1) push("number", from, endOf(number, piece, from));
    else if (options.spaceGroups || !spaced.test(piece.slice(from, group))) push("number", from, group);
    else push("number", from, endOf(figures, piece, from));
  }

  /** `l’Élysée` is two tokens, `aujourd’hui` and `O’Brien` one, `Putin’s` two. */
  function pushWord(from: number, to: number): void {
    let end = to;
    for (;;) {
      if (!apostrophe(piece[end])) break;
      if (end - from < 12 && options.elided.has(piece.slice(from, end).toLowerCase())) {
        push("word", from, end + 1);
        return;
      }
      const rest = /^\p{L}[\p{L}\p{M}]*/u.exec(piece.slice(end + 1, end + 40));
      if (rest === null) break;
      if (/^s$/i.test(rest[0])) {
        push("word", from, end);
        push("word", end, end + 2);
        return;
      }
      end += 1 + rest[0].length;
    }
    push("word", from, end);
  }
}
