import { distanceGroup } from "../../src/analysis/engine/net/distance.ts";
import { exp } from "./activation.ts";
import type { Matrix, Tape } from "./tape.ts";

/**
 * Cross-entropy of a row of scores against the class `right`, over the first `count` of them. Writes the gradient
 * (times `weight`) into `gradient` from `at` and returns the loss.
 */
export function crossEntropy(
  scores: Float32Array,
  gradient: Float32Array,
  at: number,
  count: number,
  right: number,
  weight: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < count; j++) if (scores[at + j]! > most) most = scores[at + j]!;
  let sum = 0;
  for (let j = 0; j < count; j++) {
    const e = exp(scores[at + j]! - most);
    gradient[at + j] = e;
    sum += e;
  }
  const own = gradient[at + right]! / sum;
  const scale = weight / sum;
  for (let j = 0; j < count; j++) gradient[at + j]! *= scale;
  gradient[at + right]! -= weight;
  return own > 1e-30 ? -Math.log(own) : 70;
}

/** Cross-entropy of each row against its class; classes below zero teach nothing. Returns the summed loss. */
export function classLoss(scores: Matrix, classes: Int32Array, count: number, weight: number): number {
  let loss = 0;
  for (let i = 0; i < classes.length; i++)
    if (classes[i]! >= 0)
      loss += crossEntropy(scores.data, scores.gradient, i * scores.columns, count, classes[i]!, weight);
  return loss;
}

/**
 * Loss of choosing each word's head. The score of head j (0 is the root) for word i is d(i)·h(j) + distance(i, j-i):
 * `dependents` (n × a) are already multiplied by the bilinear form, `heads` (n × a) score as heads, `root` is one row
 * for no head, `distances` (n × DISTANCES) what a word thinks of how far away its head is.
 */
export function arcLoss(
  dependents: Matrix,
  heads: Matrix,
  root: Matrix,
  distances: Matrix,
  starts: readonly number[],
  right: Int32Array,
  weight: number,
): number {
  const a = dependents.columns;
  let loss = 0;
  const longest = starts.reduce((most, start, s) => Math.max(most, start - (starts[s - 1] ?? 0)), 0);
  const scores = new Float32Array(longest + 1);
  const slopes = new Float32Array(longest + 1);
  for (let s = 0; s + 1 < starts.length; s++) {
    const [from, to] = [starts[s]!, starts[s + 1]!];
    const n = to - from;
    for (let i = 0; i < n; i++) {
      if (right[from + i]! < 0) continue;
      const d = (from + i) * a;
      for (let j = 0; j <= n; j++) {
        if (j === i + 1) {
          scores[j] = -1e9;
          continue;
        }
        const other = j === 0 ? root.data : heads.data;
        const h = j === 0 ? 0 : (from + j - 1) * a;
        let sum = j === 0 ? 0 : distances.data[(from + i) * distances.columns + distanceGroup(i, j - 1)]!;
        for (let q = 0; q < a; q++) sum += dependents.data[d + q]! * other[h + q]!;
        scores[j] = sum;
      }
      loss += crossEntropy(scores, slopes, 0, n + 1, right[from + i]!, weight);
      for (let j = 0; j <= n; j++) {
        const slope = slopes[j]!;
        if (j === i + 1 || (slope < 1e-7 && slope > -1e-7)) continue;
        const other = j === 0 ? root : heads;
        const h = j === 0 ? 0 : (from + j - 1) * a;
        if (j > 0) distances.gradient[(from + i) * distances.columns + distanceGroup(i, j - 1)]! += slope;
        for (let q = 0; q < a; q++) {
          dependents.gradient[d + q]! += slope * other.data[h + q]!;
          other.gradient[h + q]! += slope * dependents.data[d + q]!;
        }
      }
    }
  }
  return loss;
}

/** Each word's row plus its head's row; a word at the root takes the row of `root`. Words without a head teach nothing. */
export function joined(
  tape: Tape,
  dependents: Matrix,
  heads: Matrix,
  root: Matrix,
  starts: readonly number[],
  headOf: Int32Array,
): Matrix {
  const m = dependents.columns;
  const out = tape.arena.matrix(dependents.rows, m);
  const place = new Int32Array(dependents.rows).fill(-1);
  for (let s = 0; s + 1 < starts.length; s++)
    for (let i = starts[s]!; i < starts[s + 1]!; i++) place[i] = headOf[i]! > 0 ? starts[s]! + headOf[i]! - 1 : -1;
  for (let i = 0; i < dependents.rows; i++) {
    const other = place[i] === -1 ? root.data : heads.data;
    const h = place[i] === -1 ? 0 : place[i]! * m;
    for (let q = 0; q < m; q++) out.data[i * m + q] = dependents.data[i * m + q]! + other[h + q]!;
  }
  tape.record(() => {
    for (let i = 0; i < dependents.rows; i++) {
      const other = place[i] === -1 ? root.gradient : heads.gradient;
      const h = place[i] === -1 ? 0 : place[i]! * m;
      for (let q = 0; q < m; q++) {
        const slope = out.gradient[i * m + q]!;
        dependents.gradient[i * m + q]! += slope;
        other[h + q]! += slope;
      }
    }
  });
  return out;
}
