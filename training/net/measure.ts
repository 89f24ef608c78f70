import { distanceGroup } from "../../src/analysis/engine/net/distance.ts";
import { bestTree } from "../../src/analysis/engine/net/tree.ts";
import { batchOf, type Sentence, type Vectors } from "./data.ts";
import { forward, type Outputs, type Parameters } from "./model.ts";
import { type Arena, type Matrix, Tape } from "./tape.ts";

const none = { word: 0, layer: 0, head: 0 };
const never = { form: 0, vector: 0, style: 0 };

function highest(scores: Float32Array, at: number, count: number): number {
  let best = 0;
  for (let j = 1; j < count; j++) if (scores[at + j]! > scores[at + best]!) best = j;
  return best;
}

/** Scores of every head for every word of the sentence that begins at row `from`. */
function arcScores(out: Outputs, from: number, n: number): Float32Array {
  const a = out.arcDependents.columns;
  const scores = new Float32Array((n + 1) * (n + 1));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= n; j++) {
      const other = j === 0 ? out.arcRoot.data : out.arcHeads.data;
      const h = j === 0 ? 0 : (from + j - 1) * a;
      let sum = j === 0 ? 0 : out.distances.data[(from + i) * out.distances.columns + distanceGroup(i, j - 1)]!;
      for (let q = 0; q < a; q++) sum += out.arcDependents.data[(from + i) * a + q]! * other[h + q]!;
      scores[(i + 1) * (n + 1) + j] = sum;
    }
  return scores;
}

function labelOf(out: Outputs, weights: Matrix, bias: Matrix, word: number, head: number, count: number): number {
  const r = out.relationDependents.columns;
  const other = head === -1 ? out.relationRoot.data : out.relationHeads.data;
  const h = head === -1 ? 0 : head * r;
  const scores = bias.data.slice(0, count);
  for (let q = 0; q < r; q++) {
    const z = out.relationDependents.data[word * r + q]! + other[h + q]!;
    if (z > 0) for (let l = 0; l < count; l++) scores[l]! += z * weights.data[q * weights.columns + l]!;
  }
  return highest(scores, 0, count);
}

/** Percent of tags, heads, and heads with universal relations that are right. */
export function measure(
  arena: Arena,
  parameters: Parameters,
  sentences: readonly Sentence[],
  vectors: Vectors,
  tags: readonly string[],
  labels: readonly string[],
): { upos: string; uas: string; las: string } {
  const coarse = (names: readonly string[], by: string) => names.map((name) => name.split(by)[0]);
  const [upos, universal] = [coarse(tags, "|"), coarse(labels, ":")];
  const [weights, bias] = [parameters.dense.get("labels")!, parameters.dense.get("labels.bias")!];
  let [words, tagged, attached, labelled] = [0, 0, 0, 0];
  for (let first = 0; first < sentences.length; first += 50) {
    const some = sentences.slice(first, first + 50);
    arena.reset();
    const batch = batchOf(some, vectors, never, () => 0);
    const out = forward(new Tape(arena), parameters, batch, none, () => 0);
    some.forEach((sentence, s) => {
      const from = batch.starts[s]!;
      const n = sentence.length;
      const heads = new Int32Array(n + 1);
      bestTree(arcScores(out, from, n), n, n + 1, heads);
      for (let i = 0; i < n; i++) {
        words++;
        const tag = highest(out.tags.data, (from + i) * out.tags.columns, tags.length);
        if (sentence.tags[i]! >= 0 && upos[tag] === upos[sentence.tags[i]!]) tagged++;
        if (heads[i + 1] !== sentence.heads[i]) continue;
        attached++;
        const head = heads[i + 1]! === 0 ? -1 : from + heads[i + 1]! - 1;
        const label = labelOf(out, weights, bias, from + i, head, labels.length);
        if (universal[label] === universal[sentence.labels[i]!]) labelled++;
      }
    });
  }
  const percent = (count: number) => ((100 * count) / words).toFixed(2);
  return { upos: percent(tagged), uas: percent(attached), las: percent(labelled) };
}
