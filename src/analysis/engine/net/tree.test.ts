import { expect, test } from "vitest";
import { bestTree } from "./tree.ts";

/** All trees with one root over n words, by trying every choice of heads. */
function bestByTrial(scores: Float32Array, n: number): number {
  const heads = new Array<number>(n + 1).fill(0);
  let most = Number.NEGATIVE_INFINITY;
  const isTree = () => {
    if (heads.filter((head, i) => i > 0 && head === 0).length !== 1) return false;
    for (let i = 1; i <= n; i++) {
      let at = i;
      for (let steps = 0; at !== 0; steps++) {
        if (steps > n) return false;
        at = heads[at] ?? 0;
      }
    }
    return true;
  };
  const choose = (i: number, sum: number) => {
    if (i > n) {
      if (sum > most && isTree()) most = sum;
      return;
    }
    for (let j = 0; j <= n; j++) {
      if (j === i) continue;
      heads[i] = j;
      choose(i + 1, sum + (scores[i * (n + 1) + j] ?? 0));
    }
  };
  choose(1, 0);
  return most;
}

const random = (() => {
  let state = 7;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
})();

test("no tree with one root is better", () => {
  for (let trial = 0; trial < 300; trial++) {
    const n = 1 + (trial % 5);
    const scores = Float32Array.from({ length: (n + 1) * (n + 1) }, () => Math.round(random() * 64) / 8);
    const heads = new Int32Array(n + 1);
    bestTree(scores, n, n + 1, heads);
    let sum = 0;
    for (let i = 1; i <= n; i++) sum += scores[i * (n + 1) + (heads[i] ?? 0)] ?? 0;
    expect(sum).toBeCloseTo(bestByTrial(scores, n), 6);
    expect([...heads].filter((head, i) => i > 0 && head === 0)).toHaveLength(1);
  }
});

test("many words whose best heads run in rings become one tree", () => {
  const n = 200;
  const scores = Float32Array.from({ length: (n + 1) * (n + 1) }, () => random());
  for (let i = 1; i <= n; i++) scores[i * (n + 1) + ((i % n) + 1)] = 5;
  const heads = new Int32Array(n + 1);
  bestTree(scores, n, n + 1, heads);
  for (let i = 1; i <= n; i++) {
    let [at, steps] = [i, 0];
    while (at !== 0 && steps <= n) {
      at = heads[at] ?? 0;
      steps++;
    }
    expect(at).toBe(0);
  }
  expect([...heads].filter((head, i) => i > 0 && head === 0)).toHaveLength(1);
});
