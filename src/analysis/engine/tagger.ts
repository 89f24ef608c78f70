import { feature } from "./hash.ts";
import { type Encoded, PAD } from "./lookups.ts";
import type { Scorer } from "./table.ts";

/** Room for every feature of one word. */
export const TAG_FEATURES = 80;

/** Features of a word that do not depend on the tags before it; the rest is added by `historyFeatures`. */
export function wordFeatures(s: Encoded, i: number, out: Int32Array): number {
  const { words: w, lexicon: x, clusters: c, shapes: q } = s;
  const at = i + PAD;
  const w0 = w[at]!;
  const wp = w[at - 1]!;
  const wn = w[at + 1]!;
  const wpp = w[at - 2]!;
  const wnn = w[at + 2]!;
  const x0 = x[at]!;
  const xp = x[at - 1]!;
  const xn = x[at + 1]!;
  const xnn = x[at + 2]!;
  const xpp = x[at - 2]!;
  const c0 = c[at]!;
  const cp = c[at - 1]!;
  const cn = c[at + 1]!;
  const cnn = c[at + 2]!;
  const q0 = q[at]!;
  const start = i === 0 || (i === 1 && q[at - 1] === 4) ? 1 : 0;
  const { affixes, ending2: s2, ending3: s3 } = s.known[i]!;
  let n = 0;
  out[n++] = feature(1, w0);
  out[n++] = feature(2, q0, start);
  out[n++] = feature(3, w0, q0, start);
  for (let k = 0; k < affixes.length; k++) out[n++] = affixes[k]!;
  out[n++] = feature(6, s3, q0, start);
  out[n++] = feature(7, wp);
  out[n++] = feature(8, wn);
  out[n++] = feature(9, wpp);
  out[n++] = feature(10, wnn);
  out[n++] = feature(11, wp, w0);
  out[n++] = feature(12, w0, wn);
  out[n++] = feature(13, wpp, wp);
  out[n++] = feature(14, wn, wnn);
  out[n++] = feature(15, wp, wn);
  const sn = s.known[i + 1]?.ending3 ?? 0;
  const sp = s.known[i - 1]?.ending3 ?? 0;
  out[n++] = feature(16, sn);
  out[n++] = feature(17, sp);
  out[n++] = feature(18, s2, sn);
  out[n++] = feature(19, q0, q[at + 1]!, q[at - 1]!);
  out[n++] = feature(20, x0);
  out[n++] = feature(21, x0, q0, start);
  out[n++] = feature(22, xp, x0);
  out[n++] = feature(23, x0, xn);
  out[n++] = feature(24, xn);
  out[n++] = feature(25, xn, xnn);
  out[n++] = feature(26, xp, x0, xn);
  out[n++] = feature(27, x0, xn, xnn);
  out[n++] = feature(28, xp);
  out[n++] = feature(29, xpp, xp, x0);
  out[n++] = feature(30, x0, s3);
  out[n++] = feature(31, w0, xn);
  out[n++] = feature(32, w0, xp);
  out[n++] = feature(33, c0);
  out[n++] = feature(34, c0, q0, start);
  out[n++] = feature(35, cp, c0);
  out[n++] = feature(36, c0, cn);
  out[n++] = feature(37, cp);
  out[n++] = feature(38, cn);
  out[n++] = feature(39, cnn);
  out[n++] = feature(40, w0, cn);
  out[n++] = feature(41, w0, cp);
  out[n++] = feature(42, x0, cn);
  out[n++] = feature(43, s.quoted[at]!, q0);
  return n;
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
  for (let c = 1; c < count; c++) if (scores[c]! > scores[at]!) at = c;
  return at;
}

const features = new Int32Array(TAG_FEATURES);

/** Tags a sentence from left to right; fills `tags` and `upos`. */
export function tag(s: Encoded, model: Scorer, uposOfTag: Int32Array, scores: Float32Array): void {
  for (let i = 0; i < s.length; i++) {
    scores.fill(0);
    const count = historyFeatures(s, i, wordFeatures(s, i, features), features);
    model.score(features, count, scores);
    const chosen = best(scores, uposOfTag.length);
    s.tags[i + PAD] = chosen;
    s.upos[i + PAD] = uposOfTag[chosen]!;
  }
}
