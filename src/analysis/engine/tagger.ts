import { feature } from "./hash.ts";
import { type Encoded, type Known, nothing, PAD } from "./lookups.ts";
import type { Scorer } from "./table.ts";

/** Room for every feature of one word. */
export const TAG_FEATURES = 80;

/** Features of a word by itself, in its shape and with or without a sentence's start before it. */
function ownFeatures(word: Known, shape: number, start: number, out: Int32Array): number {
  const { hash, lexicon, cluster, affixes, ending3 } = word;
  let n = 0;
  out[n++] = feature(1, hash);
  out[n++] = feature(2, shape, start);
  out[n++] = feature(3, hash, shape, start);
  for (let k = 0; k < affixes.length; k++) out[n++] = affixes[k]!;
  out[n++] = feature(6, ending3, shape, start);
  out[n++] = feature(20, lexicon);
  out[n++] = feature(21, lexicon, shape, start);
  out[n++] = feature(30, lexicon, ending3);
  out[n++] = feature(33, cluster);
  out[n++] = feature(34, cluster, shape, start);
  return n;
}

/** Features of one neighbour alone, by its distance. */
function neighbourFeatures(word: Known, distance: number, from: number, out: Int32Array): number {
  let n = from;
  if (distance === -1) {
    out[n++] = feature(7, word.hash);
    out[n++] = feature(17, word.ending3);
    out[n++] = feature(28, word.lexicon);
    out[n++] = feature(37, word.cluster);
  } else if (distance === 1) {
    out[n++] = feature(8, word.hash);
    out[n++] = feature(16, word.ending3);
    out[n++] = feature(24, word.lexicon);
    out[n++] = feature(38, word.cluster);
  } else if (distance === -2) out[n++] = feature(9, word.hash);
  else {
    out[n++] = feature(10, word.hash);
    out[n++] = feature(39, word.cluster);
  }
  return n;
}

/** Features of a word together with its neighbours. */
function joinedFeatures(s: Encoded, i: number, from: number, out: Int32Array): number {
  const { words: w, lexicon: x, clusters: c, shapes: q } = s;
  const at = i + PAD;
  const w0 = w[at]!;
  const wp = w[at - 1]!;
  const wn = w[at + 1]!;
  const x0 = x[at]!;
  const xp = x[at - 1]!;
  const xn = x[at + 1]!;
  const xnn = x[at + 2]!;
  const c0 = c[at]!;
  const cp = c[at - 1]!;
  const cn = c[at + 1]!;
  const q0 = q[at]!;
  let n = from;
  out[n++] = feature(11, wp, w0);
  out[n++] = feature(12, w0, wn);
  out[n++] = feature(13, w[at - 2]!, wp);
  out[n++] = feature(14, wn, w[at + 2]!);
  out[n++] = feature(15, wp, wn);
  out[n++] = feature(18, s.known[i]!.ending2, s.known[i + 1]?.ending3 ?? 0);
  out[n++] = feature(19, q0, q[at + 1]!, q[at - 1]!);
  out[n++] = feature(22, xp, x0);
  out[n++] = feature(23, x0, xn);
  out[n++] = feature(25, xn, xnn);
  out[n++] = feature(26, xp, x0, xn);
  out[n++] = feature(27, x0, xn, xnn);
  out[n++] = feature(29, x[at - 2]!, xp, x0);
  out[n++] = feature(31, w0, xn);
  out[n++] = feature(32, w0, xp);
  out[n++] = feature(35, cp, c0);
  out[n++] = feature(36, c0, cn);
  out[n++] = feature(40, w0, cn);
  out[n++] = feature(41, w0, cp);
  out[n++] = feature(42, x0, cn);
  out[n++] = feature(43, s.quoted[at]!, q0);
  return n;
}

const outside = nothing();
const distances = [-1, 1, -2, 2] as const;
const startsAt = (s: Encoded, i: number): number => (i === 0 || (i === 1 && s.shapes[PAD] === 4) ? 1 : 0);

/** Features of a word that do not depend on the tags before it; the rest is added by `historyFeatures`. */
export function wordFeatures(s: Encoded, i: number, out: Int32Array): number {
  let n = ownFeatures(s.known[i]!, s.shapes[i + PAD]!, startsAt(s, i), out);
  for (const distance of distances) n = neighbourFeatures(s.known[i + distance] ?? outside, distance, n, out);
  return joinedFeatures(s, i, n, out);
}

/** Features with the tags of the words before. */
export function historyFeatures(s: Encoded, i: number, from: number, out: Int32Array): number {
  const at = i + PAD;
  const { words: w, lexicon: x, tags: t, upos: u, clusters: c } = s;
  const t1 = t[at - 1]!;
  const t2 = t[at - 2]!;
  const u1 = u[at - 1]!;
  const u2 = u[at - 2]!;
  let n = from;
  out[n++] = feature(60, t1);
  out[n++] = feature(61, t1, t2);
  out[n++] = feature(62, t1, w[at]!);
  out[n++] = feature(63, t1, w[at + 1]!);
  out[n++] = feature(64, t1, x[at]!);
  out[n++] = feature(65, t1, t2, x[at]!);
  out[n++] = feature(66, t1, x[at]!, x[at + 1]!);
  out[n++] = feature(67, u1, u2, w[at]!);
  out[n++] = feature(68, t2);
  out[n++] = feature(69, t1, c[at]!);
  out[n++] = feature(70, t1, w[at - 1]!, w[at]!);
  out[n++] = feature(71, u1, x[at]!, w[at + 1]!);
  out[n++] = feature(72, u1, u2, u[at - 3] ?? -1, x[at]!);
  out[n++] = feature(73, t1, s.shapes[at]!, s.shapes[at + 1]!);
  out[n++] = feature(74, t2, w[at - 1]!, x[at]!);
  return n;
}

/** Highest-scoring class. */
export function best(scores: Float32Array, count: number): number {
  let at = 0;
  let most = scores[0]!;
  for (let c = 1; c < count; c++) {
    const score = scores[c]!;
    if (score > most) {
      most = score;
      at = c;
    }
  }
  return at;
}

const features = new Int32Array(TAG_FEATURES);

/** Places in a word's memory: its own features by start and shape, then each distance as a neighbour. */
const PLACES = 4 + distances.length;

/** A sum and its class in one number: at most 32 weights below 2^14 leave 12 bits. */
const CLASS_BITS = 12;
const CLASSES = 1 << CLASS_BITS;

/** The sums that a word's features alone make at one place. Weights are whole numbers, so the order does not matter. */
function sumsOf(word: Known, place: number, shape: number, model: Scorer, scores: Float32Array): Int32Array {
  if (word.memory?.model !== model) word.memory = { model, sums: new Array(PLACES).fill(null) };
  const kept = word.memory.sums[place];
  if (kept !== null && kept !== undefined) return kept;
  const count =
    place < 4
      ? ownFeatures(word, shape, place & 1, features)
      : neighbourFeatures(word, distances[place - 4]!, 0, features);
  scores.fill(0);
  model.score(features, count, scores);
  const packed: number[] = [];
  for (let c = 0; c < scores.length; c++) if (scores[c] !== 0) packed.push(scores[c]! * CLASSES + c);
  const sums = Int32Array.from(packed);
  word.memory.sums[place] = sums;
  return sums;
}

function add(sums: Int32Array, scores: Float32Array): void {
  for (let i = 0; i < sums.length; i++) {
    const packed = sums[i]!;
    scores[packed & (CLASSES - 1)]! += packed >> CLASS_BITS;
  }
}

/** Tags a sentence from left to right; fills `tags` and `upos`. The model's weights are whole and final. */
export function tag(s: Encoded, model: Scorer, uposOfTag: Int32Array, scores: Float32Array): void {
  const { known, length } = s;
  if (uposOfTag.length > CLASSES) throw new Error(`more than ${CLASSES} tags`);
  for (let i = 0; i < length; i++) {
    const word = known[i]!;
    const shape = s.shapes[i + PAD]!;
    const own = sumsOf(word, startsAt(s, i) + (shape === word.shape ? 0 : 2), shape, model, scores);
    const before = sumsOf(known[i - 1] ?? outside, 4, 0, model, scores);
    const after = sumsOf(known[i + 1] ?? outside, 5, 0, model, scores);
    const before2 = sumsOf(known[i - 2] ?? outside, 6, 0, model, scores);
    const after2 = sumsOf(known[i + 2] ?? outside, 7, 0, model, scores);
    scores.fill(0);
    add(own, scores);
    add(before, scores);
    add(after, scores);
    add(before2, scores);
    add(after2, scores);
    model.score(features, historyFeatures(s, i, joinedFeatures(s, i, 0, features), features), scores);
    const chosen = best(scores, uposOfTag.length);
    s.tags[i + PAD] = chosen;
    s.upos[i + PAD] = uposOfTag[chosen]!;
  }
}
