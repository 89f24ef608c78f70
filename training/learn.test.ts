import { describe, expect, test } from "vitest";
import { encode } from "../src/analysis/engine/lookups.ts";
import { LEFT, RIGHT, SHIFT, State } from "../src/analysis/engine/state.ts";
import { SparseTable } from "../src/analysis/engine/table.ts";
import { costs } from "./learn.ts";
import { Perceptron, packed } from "./perceptron.ts";

const unknown = { lexicon: () => -1, cluster: () => -1 };

describe("the oracle", () => {
  test("following it rebuilds a projective tree", () => {
    // The mayor denied this report: heads 2 3 0 5 3.
    const heads = Int32Array.of(-1, 2, 3, 0, 5, 3);
    const s = encode(["The", "mayor", "denied", "this", "report"], unknown);
    const state = new State(5);
    const cost = new Float64Array(3);
    while (!state.done) {
      if (state.depth === 1) {
        state.shift();
        continue;
      }
      costs(state, heads, cost);
      const action = [SHIFT, LEFT, RIGHT].find((a) => cost[a] === 0);
      expect(action).toBeDefined();
      if (action === SHIFT) state.shift();
      else state.reduce(action ?? LEFT, 0, s, new Uint8Array(1));
    }
    expect([...state.heads.slice(1, 6)]).toEqual([2, 3, 0, 5, 3]);
  });
});

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
    const table = new SparseTable(new Map([...packed([model], false)].map(([k, v]) => [`m.${k}`, v])), "m");
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
