import { describe, expect, test } from "vitest";
import { SparseTable } from "../src/analysis/engine/table.ts";
import { Perceptron, packed } from "./perceptron.ts";

describe("the perceptron", () => {
  test("learns, and its packed mean decides the same", () => {
    const model = new Perceptron();
    const scores = new Float32Array(2);
    for (let i = 0; i < 40; i++) {
      const features = Int32Array.of(i % 2 === 0 ? 1001 : -1002, 77);
      scores.fill(0);
      model.score(features, 2, scores);
      const guess = scores[1]! > scores[0]! ? 1 : 0;
      if (guess !== i % 2) model.update(features, 2, i % 2, guess);
      model.time++;
    }
    const table = new SparseTable(new Map([...packed(model)].map(([k, v]) => [`m.${k}`, v])), "m");
    for (const [feature, label] of [
      [1001, 0],
      [-1002, 1],
    ] as const) {
      scores.fill(0);
      table.score(Int32Array.of(feature, 77), 2, scores);
      expect(scores[label]!).toBeGreaterThan(scores[1 - label]!);
    }
  });
});
