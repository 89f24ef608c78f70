import { threshold } from "../similarity.ts";
import { type Bench, delegates } from "./bench.ts";

/** Two propositions that are alike by the rules, and whether one says the contrary of the other. */
export type Edge = { readonly i: number; readonly j: number; readonly score: number; readonly turned: boolean };

/** How alike the members of two groups are at least on average when they are joined, so that no chain drifts. */
const leastOnAverage = 0.3;
/** How much less alike each member is at least to its likest in the other group. */
const slack = 0.08;

/**
 * Joins what is alike by the rules alone, the likest first, as long as the average inside holds and no veto stands
 * between two members. It is for what no story, or a story of a few sentences, tells: words have to be much the same.
 */
export function joinAcross(bench: Bench, edges: readonly Edge[]): void {
  const order = [...edges].sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  for (const edge of order) if (holds(bench, edge)) bench.join(edge.i, edge.j, edge.turned);
}

function holds(bench: Bench, { i, j, turned }: Edge): boolean {
  const { groups, own, compare, areApart } = bench;
  if (groups.find(i) === groups.find(j) || (bench.isSettled(i) && bench.isSettled(j))) return false;
  const [left, right] = [delegates(bench, i), delegates(bench, j)];
  const best = new Map<number, number>();
  let all = 0;
  for (const a of left) {
    for (const b of right) {
      const [x, y] = [own[a], own[b]];
      if (x === undefined || y === undefined) continue;
      const { score, conflict, turned: contrary } = compare(x, y);
      if (conflict !== null || areApart(x, y)) return false;
      const implied = (groups.areTurned(a, i) !== groups.areTurned(j, b)) !== turned;
      if (score >= threshold && contrary !== implied) return false;
      for (const one of [a, b]) best.set(one, Math.max(best.get(one) ?? 0, Math.min(1, score)));
      all += Math.min(1, score);
    }
  }
  const sum = [...best.values()].reduce((one, score) => one + score, 0);
  return sum / best.size >= threshold - slack && all / (left.length * right.length) >= leastOnAverage;
}
