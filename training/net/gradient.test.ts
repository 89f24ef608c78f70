import { expect, test } from "vitest";
import type { Sizes } from "../../src/analysis/engine/net/weights.ts";
import { randomFrom } from "../treebank.ts";
import { type Batch, learnBatch, newParameters } from "./model.ts";
import { Arena } from "./tape.ts";

const sizes: Sizes = {
  features: 20,
  word: 16,
  vector: 8,
  width: 16,
  layers: 3,
  tagHidden: 8,
  arc: 8,
  relation: 8,
  tags: 5,
  labels: 4,
};
const none = { word: 0, layer: 0, head: 0 };

function batchOf(random: () => number): Batch {
  const words = 7;
  const draw = (below: number) => Math.floor(random() * below);
  return {
    words,
    starts: [0, 3, 7],
    features: Int32Array.from({ length: 2 * words }, () => draw(sizes.features)),
    offsets: Int32Array.from({ length: words + 1 }, (_, i) => 2 * i),
    vectors: Float32Array.from({ length: words * sizes.vector }, () => random() - 0.5),
    tags: Int32Array.of(0, 1, 2, 3, 4, -1, 1),
    heads: Int32Array.of(2, 0, 2, 2, 4, 0, 1),
    labels: Int32Array.of(0, 1, 2, 3, 2, 1, 0),
  };
}

test("gradients are the slopes of the loss", () => {
  const random = randomFrom(3);
  const arena = new Arena(16);
  const parameters = newParameters(arena, sizes, random);
  for (const cells of parameters.dense.values()) for (let i = 0; i < cells.data.length; i++) cells.data[i]! *= 1.2;
  const batch = batchOf(random);
  arena.keep();
  const loss = () => {
    arena.reset();
    const { tags, arcs, labels } = learnBatch(arena, parameters, batch, none, random);
    return tags + arcs + labels;
  };
  loss();
  const all = [["table", parameters.table] as const, ...parameters.dense];
  const slopes = new Map(all.map(([name, matrix]) => [name, matrix.gradient.slice()]));
  let looked = 0;
  for (const [name, matrix] of all)
    for (let trial = 0; trial < 12; trial++) {
      const i = Math.floor(random() * matrix.data.length);
      const slope = slopes.get(name)?.[i] ?? 0;
      const kept = matrix.data[i]!;
      // A small step drowns in rounding, a large one may cross a corner of max(0, x): one of them must do.
      const apart = [4e-3, 1e-3, 2.5e-4].map((h) => {
        matrix.data[i] = kept + h;
        const above = loss();
        matrix.data[i] = kept - h;
        const below = loss();
        return Math.abs((above - below) / (2 * h) - slope);
      });
      matrix.data[i] = kept;
      expect(Math.min(...apart), `${name}[${i}]`).toBeLessThan(1.5e-3 + 0.02 * Math.abs(slope));
      if (Math.abs(slope) > 5e-3) looked++;
    }
  expect(looked).toBeGreaterThan(60);
});
