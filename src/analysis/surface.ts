import type { Sentence, Upos, Word } from "../model/index.ts";

/**
 * A token as it stands on the page, independent of the syntactic words: names, times and quantities are found on
 * these, so that they hold where tags are wrong. One lexer serves all languages; what differs is passed in.
 */
export type Token = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Lower case, curly apostrophe straightened. */
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

const lexer =
  /(?<date>\b(?:1[0-9]|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])|\b\d{1,2}[/]\d{1,2}[/](?:\d{4}|\d{2})(?!\d))|(?<clock>\b\d{1,2}[hH:][0-5]\d(?![\d\p{L}])|\b\d{1,2}[hH](?![\p{L}\d]))|(?<grouped>\d{1,3}(?:[\u00a0\u202f\u2009\u0020]\d{3})+(?:[.,]\d+)?(?!\d))|(?<number>\d+(?:[.,]\d+)*)|(?<initials>(?:\p{Lu}\.){2,})|(?<word>\p{L}[\p{L}\p{M}\d]*(?:[-\u2010\u2011][\p{L}\p{M}\d]+)*)|(?<mark>[^\s\p{Cc}])/gu;

const spaced = /\u0020/;
const apostrophe = (char: string | undefined) => char === "'" || char === "’" || char === "ʼ";

export const straight = (text: string): string => text.replaceAll("’", "'").replaceAll("ʼ", "'");
export const keyOf = (text: string): string => straight(text).toLowerCase().replaceAll(/[‐‑]/g, "-");

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

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
  let last = 0;
  let at = 0;
  const push = (kind: Token["kind"], from: number, to: number) => {
    const start = sentence.start + from;
    const end = sentence.start + to;
    while (cursor + 1 < words.length && (words[cursor]?.end ?? 0) <= start) cursor++;
    const covering = words[cursor];
    const word = covering !== undefined && covering.start < end && covering.end > start ? covering : null;
    const raw = text.slice(start, end);
    const gap = piece.slice(last, from);
    tokens.push({
      text: raw,
      start,
      end,
      key: keyOf(raw),
      kind,
      capital: isCapital(raw),
      glued: gap === "" && tokens.length > 0,
      newline: gap.includes("\n"),
      word,
      upos: word?.upos ?? null,
    });
    last = to;
    at = to;
  };
  while (at < piece.length) {
    lexer.lastIndex = at;
    const match = lexer.exec(piece);
    if (match === null) break;
    const groups = match.groups ?? {};
    const from = match.index;
    const to = from + match[0].length;
    if (groups.date !== undefined) push("date", from, to);
    else if (groups.clock !== undefined) push("clock", from, to);
    else if (groups.grouped !== undefined) {
      if (options.spaceGroups || !spaced.test(match[0])) push("number", from, to);
      else push("number", from, from + (/^\d+/.exec(match[0])?.[0].length ?? 1));
    } else if (groups.number !== undefined) push("number", from, to);
    else if (groups.word !== undefined) pushWord(from, to);
    else push(groups.initials === undefined ? "mark" : "word", from, to);
  }
  return tokens;

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
