import { DISTANCES } from "../../src/analysis/engine/net/distance.ts";
import type { Sizes } from "../../src/analysis/engine/net/weights.ts";
import { beside, dropout, linear, plus, recurrent, relu } from "./layers.ts";
import { arcLoss, classLoss, joined } from "./losses.ts";
import { type Arena, type Matrix, padded, Tape } from "./tape.ts";

export type Parameters = {
  readonly sizes: Sizes;
  readonly table: Matrix;
  readonly dense: ReadonlyMap<string, Matrix>;
};

/** Words of several sentences one after another. */
export type Batch = {
  readonly words: number;
  readonly starts: readonly number[];
  /** Rows of features of word i: `features[offsets[i]]` to `features[offsets[i + 1] - 1]`. */
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  /** Published vectors, `sizes.vector` cells a word. */
  readonly vectors: Float32Array;
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
};

/** The layer whose output the tags are read from (counted from 1). */
const TAGGED = 2;

/** Parameters before any lesson: Glorot's uniform distribution. */
export function newParameters(arena: Arena, sizes: Sizes, random: () => number): Parameters {
  const dense = new Map<string, Matrix>();
  const uniform = (cells: Float32Array, range: number) => {
    for (let i = 0; i < cells.length; i++) cells[i] = (2 * random() - 1) * range;
  };
  const table = arena.matrix(sizes.features, sizes.word);
  uniform(table.data, 0.1);
  const put = (name: string, rows: number, columns: number) => {
    const weights = arena.matrix(rows, columns);
    uniform(weights.data, Math.sqrt(6 / (rows + columns)));
    dense.set(name, weights);
    dense.set(`${name}.bias`, arena.matrix(1, columns));
  };
  const { width, word } = sizes;
  put("vector", sizes.vector, word);
  for (let layer = 1; layer <= sizes.layers; layer++) {
    const below = layer === 1 ? word : 2 * width;
    const columns = 6 * width;
    put(`layer${layer}`, below + (layer === TAGGED + 1 ? sizes.tagHidden : 0), columns);
    uniform(dense.get(`layer${layer}`)!.data, Math.sqrt(3 / below));
    const bias = dense.get(`layer${layer}.bias`)!.data;
    // Some cells forget at once and some keep for fifty words, from the start (Tallec and Ollivier 2018).
    for (let direction = 0; direction < 2; direction++)
      for (let j = 0; j < width; j++) bias[direction * 3 * width + width + j] = -0.5 + (4.5 * j) / width;
  }
  put("tagHidden", 2 * width, sizes.tagHidden);
  put("tags", sizes.tagHidden, padded(sizes.tags));
  put("arcDependent", 2 * width, sizes.arc);
  put("arcHead", 2 * width, sizes.arc);
  put("arcForm", sizes.arc, sizes.arc);
  put("distance", sizes.arc, DISTANCES);
  put("arcRoot", 1, sizes.arc);
  put("relationDependent", 2 * width, sizes.relation);
  put("relationHead", 2 * width, sizes.relation);
  put("relationRoot", 1, sizes.relation);
  put("labels", sizes.relation, padded(sizes.labels));
  return { sizes, table, dense };
}

/** How much is dropped at random in training; none when measuring. */
export type Dropping = { readonly word: number; readonly layer: number; readonly head: number };

export type Outputs = {
  readonly tags: Matrix;
  readonly arcDependents: Matrix;
  readonly arcHeads: Matrix;
  readonly arcRoot: Matrix;
  readonly distances: Matrix;
  readonly relationDependents: Matrix;
  readonly relationHeads: Matrix;
  readonly relationRoot: Matrix;
};

/** Sums of feature rows and projected vectors. */
function words(tape: Tape, { sizes, table, dense }: Parameters, batch: Batch): Matrix {
  const rows = padded(batch.words);
  const width = sizes.word;
  const vectors = tape.arena.matrix(rows, sizes.vector);
  vectors.data.set(batch.vectors);
  const out = linear(tape, vectors, dense.get("vector")!, dense.get("vector.bias")!);
  for (let i = 0; i < batch.words; i++)
    for (let f = batch.offsets[i]!; f < batch.offsets[i + 1]!; f++) {
      const from = batch.features[f]! * width;
      for (let j = 0; j < width; j++) out.data[i * width + j]! += table.data[from + j]!;
    }
  tape.record(() => {
    for (let i = 0; i < batch.words; i++)
      for (let f = batch.offsets[i]!; f < batch.offsets[i + 1]!; f++) {
        const from = batch.features[f]! * width;
        for (let j = 0; j < width; j++) table.gradient[from + j]! += out.gradient[i * width + j]!;
      }
  });
  return out;
}

/** The network from words to scores. */
export function forward(
  tape: Tape,
  parameters: Parameters,
  batch: Batch,
  drop: Dropping,
  random: () => number,
): Outputs {
  const { sizes, dense } = parameters;
  const apply = (name: string, x: Matrix) => linear(tape, x, dense.get(name)!, dense.get(`${name}.bias`)!);
  const hidden = (name: string, x: Matrix) => dropout(tape, relu(tape, apply(name, x)), drop.head, random);
  let x = dropout(tape, relu(tape, words(tape, parameters, batch)), drop.word, random);
  let tags: Matrix | null = null;
  let below: Matrix | null = null;
  for (let layer = 1; layer <= sizes.layers; layer++) {
    const y = recurrent(tape, apply(`layer${layer}`, x), batch.starts, sizes.width);
    const sum = dropout(tape, below === null ? y : plus(tape, y, below), drop.layer, random);
    below = sum;
    x = sum;
    if (layer === TAGGED) {
      const tagged = hidden("tagHidden", sum);
      tags = apply("tags", tagged);
      x = beside(tape, [sum, tagged]);
    }
  }
  const top = below!;
  const dependents = hidden("arcDependent", top);
  return {
    tags: tags!,
    arcDependents: apply("arcForm", dependents),
    arcHeads: hidden("arcHead", top),
    arcRoot: dense.get("arcRoot")!,
    distances: apply("distance", dependents),
    relationDependents: apply("relationDependent", top),
    relationHeads: apply("relationHead", top),
    relationRoot: dense.get("relationRoot")!,
  };
}

/** Loss of a batch, a word; its gradients are added to the parameters' own. */
export function learnBatch(
  arena: Arena,
  parameters: Parameters,
  batch: Batch,
  drop: Dropping,
  random: () => number,
): { tags: number; arcs: number; labels: number } {
  const tape = new Tape(arena);
  const { sizes, dense } = parameters;
  const out = forward(tape, parameters, batch, drop, random);
  const pairs = dropout(
    tape,
    relu(tape, joined(tape, out.relationDependents, out.relationHeads, out.relationRoot, batch.starts, batch.heads)),
    drop.head,
    random,
  );
  const labels = linear(tape, pairs, dense.get("labels")!, dense.get("labels.bias")!);
  const weight = 1 / batch.words;
  const loss = {
    tags: classLoss(out.tags, batch.tags, sizes.tags, weight) / batch.words,
    arcs:
      arcLoss(out.arcDependents, out.arcHeads, out.arcRoot, out.distances, batch.starts, batch.heads, weight) /
      batch.words,
    labels: classLoss(labels, batch.labels, sizes.labels, weight) / batch.words,
  };
  tape.back();
  return loss;
}
