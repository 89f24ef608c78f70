import type { Segmentation } from "../languages/segmentation.ts";
import { isDigitAt, isLetterAt, isUpperAt } from "../text/characters.ts";
import { lookupForm } from "../text/normal.ts";
import type { Role } from "./quotations.ts";
import type { Token } from "./tokens.ts";

/** No sentence has more tokens than this; a longer stretch is cut, at a semicolon or comma where there is one. */
export const LONGEST = 200;

/** Cuts the tokens of one paragraph into sentences. */
export function sentencesOf(
  text: string,
  tokens: readonly Token[],
  roles: ReadonlyMap<number, Role>,
  rules: Segmentation,
): Token[][] {
  const sentences: Token[][] = [];
  let from = 0;
  let i = 0;
  while (i < tokens.length) {
    const end = boundaryAfter(text, tokens, i, from, roles, rules);
    if (end === -1) {
      i++;
      continue;
    }
    add(text, sentences, tokens.slice(from, end));
    from = end;
    i = end;
  }
  if (from < tokens.length) add(text, sentences, tokens.slice(from));
  return sentences.flatMap(bounded);
}

/** A stretch without any word (a stray `. .`) belongs to the sentence before it. */
function add(text: string, sentences: Token[][], sentence: Token[]): void {
  const last = sentences.at(-1);
  const worded = sentence.some((token) => isLetterAt(text, token.start) || isDigitAt(text, token.start));
  if (!worded && last !== undefined) for (const token of sentence) last.push(token);
  else sentences.push(sentence);
}

/** What a token that ends a sentence ends with. */
const mayStop: ReadonlySet<string> = new Set(".!?…。！？");

/** The index after the last token of the sentence that ends with the token at `i`, or -1. */
function boundaryAfter(
  text: string,
  tokens: readonly Token[],
  i: number,
  from: number,
  roles: ReadonlyMap<number, Role>,
  rules: Segmentation,
): number {
  const token = tokens[i] as Token;
  if (!mayStop.has(token.form.slice(-1))) return -1;
  const abbreviation = token.form.length > 1 && token.form.endsWith(".") && isLetterAt(text, token.start);
  const full = /^(?:[.!?…。！？]|\.{2,}|[!?]{2,})$/u.test(token.form);
  if (!abbreviation && !full) return -1;
  if (abbreviation && !mayEnd(text, tokens, i, rules)) return -1;
  // `1. Le contexte`: the number of a heading.
  if (token.form === "." && i - from === 1 && /^\p{N}{1,3}$/u.test((tokens[from] as Token).form)) return -1;
  let end = i + 1;
  while (end < tokens.length && end - i < 12 && trails(tokens[end] as Token, tokens[end - 1] as Token, roles)) end++;
  const next = tokens[end];
  if (next === undefined) return end;
  return begins(text, next, tokens[end + 1], token.form, roles) ? end : -1;
}

/** Closing marks, brackets and further stops that go with the end of a sentence. */
function trails(token: Token, before: Token, roles: ReadonlyMap<number, Role>): boolean {
  if (/^(?:[.!?…)\]}]|\.{2,}|[!?]{2,})$/u.test(token.form)) return true;
  const role = roles.get(token.start);
  if (role !== undefined) return role === "close";
  return /^[»”"’›]$/.test(token.form) && token.start === before.end;
}

function begins(
  text: string,
  token: Token,
  after: Token | undefined,
  stop: string,
  roles: ReadonlyMap<number, Role>,
): boolean {
  if (roles.get(token.start) === "open") return after === undefined || startsHigh(text, after) || stop === ".";
  if (/^[—–\-•·*▪►(["'“«]$/.test(token.form)) return after !== undefined && startsHigh(text, after);
  if (/^[¿¡@#]/.test(token.form)) return true;
  return startsHigh(text, token);
}

/** A capital, a digit, or a letter of a script that knows no case. */
function startsHigh(text: string, token: Token): boolean {
  const { start } = token;
  if (isDigitAt(text, start) || isUpperAt(text, start)) return true;
  const first = text.slice(start, start + 1);
  return isLetterAt(text, start) && first.toLowerCase() === first.toUpperCase();
}

function mayEnd(text: string, tokens: readonly Token[], i: number, rules: Segmentation): boolean {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (next === undefined) return true;
  const form = lookupForm(token.form);
  const kind = rules.abbreviations.get(form);
  const starter = rules.starters.has(lookupForm(next.form).replace(/'$/, "")) && isUpperAt(text, next.start);
  if (kind === "before" && token.form.length > 2) return false;
  return starter;
}

function bounded(sentence: Token[]): Token[][] {
  if (sentence.length <= LONGEST) return [sentence];
  const parts: Token[][] = [];
  let from = 0;
  while (sentence.length - from > LONGEST) {
    let cut = from + LONGEST;
    for (const sign of [";", ","]) {
      const at = from + sentence.slice(from, from + LONGEST).findLastIndex((token) => token.form === sign);
      if (at > from + LONGEST / 2) {
        cut = at + 1;
        break;
      }
    }
    while (cut > from + 1 && sentence[cut]?.joined) cut--;
    parts.push(sentence.slice(from, cut));
    from = cut;
  }
  parts.push(sentence.slice(from));
  return parts;
}
