import type { Sentence } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import type { Token } from "../surface.ts";
import type { Reader } from "./reader.ts";

/** What is counted: where its noun phrase begins and ends among the tokens, where its head stands, and its lemma. */
export type Counted = { readonly head: number; readonly from: number; readonly to: number; readonly lemma: string };

const longest = 9;

/**
 * The noun phrase that a number at the tokens before `at` counts: `34 drones russes abattus`, `three Russian drones`.
 * The tree says where its head is; without one, the first noun in languages whose adjectives follow, the last of the
 * run where they precede. Not `Il en reste 12 depuis lundi`: a preposition opens something else.
 */
export function countedAt(tokens: readonly Token[], at: number, sentence: Sentence, reader: Reader): Counted | null {
  const first = tokens[at];
  if (first === undefined || first.kind !== "word" || reader.breaks.has(first.key) || reader.links.has(first.key))
    return null;
  if (reader.notCounted.has(first.key)) return null;
  const run = runFrom(tokens, at, reader);
  if (run === at) return null;
  const head = headIn(tokens, at, run, reader);
  if (head < 0) return null;
  const to = phraseEnd(tokens, head + 1, reader);
  const token = tokens[head] as Token;
  return { head, from: at, to: Math.max(to, head + 1), lemma: lemmaOf(token, sentence, reader) };
}

/** End of the words that can stand in the phrase before its first preposition. */
function runFrom(tokens: readonly Token[], at: number, reader: Reader): number {
  let end = at;
  while (end < tokens.length && end < at + 6) {
    const token = tokens[end];
    if (token === undefined || token.kind !== "word" || reader.breaks.has(token.key) || reader.links.has(token.key))
      break;
    if (token.text.startsWith("'") || token.text.startsWith("’")) break;
    if (end > at && isVerbal(token)) break;
    end++;
  }
  return end;
}

const isVerbal = ({ word, upos }: Token) =>
  (upos === "VERB" && word?.feats.VerbForm !== "Part") || upos === "AUX" || upos === "ADV" || upos === "PRON";

function headIn(tokens: readonly Token[], from: number, to: number, reader: Reader): number {
  let last = -1;
  for (let i = from; i < to; i++) {
    const { upos, key } = tokens[i] as Token;
    const noun =
      upos === "NOUN" ||
      upos === "PROPN" ||
      (upos === null && !/(?:ed|ing|ly)$/.test(key)) ||
      (upos === "X" && last < 0);
    // `cinq jeunes militants`: an adjective before its noun, though it may be a noun by itself (`cinq jeunes`).
    if (!reader.adjectiveFirst && noun && i + 1 < to && tokens[i + 1]?.upos === "NOUN" && reader.premodifiers.test(key))
      continue;
    if (!reader.adjectiveFirst) {
      if (
        upos === null
          ? !reader.premodifiers.test(key) || i === to - 1
          : noun || (i === to - 1 && i === from && (upos === "ADJ" || upos === "VERB"))
      )
        return i;
      continue;
    }
    if (noun) last = i;
    else if (last >= 0 || upos === null) break;
    else if (i === from && i === to - 1 && (upos === "ADJ" || upos === "VERB")) return i;
  }
  return last;
}

/** Where the phrase ends after its head: adjectives, participles, complements with `de` or `of`. */
function phraseEnd(tokens: readonly Token[], at: number, reader: Reader): number {
  let end = at;
  for (let i = at; i < tokens.length && i < at + longest; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind !== "word" || token.newline) break;
    if (reader.links.has(token.key)) {
      const next = tokens[i + 1];
      if (next === undefined || next.kind !== "word") break;
      continue;
    }
    if (
      reader.breaks.has(token.key) &&
      !(reader.links.has(tokens[i - 1]?.key ?? "") && /^(?:la|l'|les|the|le)$/.test(token.key))
    )
      break;
    if (isVerbal(token)) break;
    if (
      reader.adjectiveFirst &&
      token.upos === null &&
      !reader.links.has(tokens[i - 1]?.key ?? "") &&
      !/ed$/.test(token.key)
    )
      break;
    if (!/^(?:la|l'|les|the|le)$/.test(token.key)) end = i + 1;
  }
  return end;
}

/** The tagger's lemma; else the form without its plural. */
function lemmaOf(token: Token, _sentence: Sentence, reader: Reader): string {
  const { word, key } = token;
  if (reader.adjectiveFirst && key === "people") return "person";
  if (
    word !== null &&
    word.upos !== "VERB" &&
    word.lemma !== "" &&
    word.lemma !== "_" &&
    lowerCase(word.form) === lowerCase(token.text)
  )
    return lowerCase(word.lemma);
  if (reader.adjectiveFirst) {
    if (/(?:ss|us|is)$/.test(key)) return key;
    return key
      .replace(/ies$/, "y")
      .replace(/(ch|sh|x|ss)es$/, "$1")
      .replace(/s$/, "");
  }
  return key.replace(/aux$/, "al").replace(/s$/, "");
}
