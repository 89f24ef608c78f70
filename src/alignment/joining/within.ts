import { Groups } from "../groups.ts";
import type { Node } from "../node.ts";
import type { Bench } from "./bench.ts";
import { linkGroups, type Terms } from "./linkage.ts";
import { byMean, byUnion, staying } from "./staying.ts";
import {
  chanceOfUnion,
  leastAsked,
  leastMean,
  leastOfUnion,
  leastTaken,
  meanChance,
  measuresOfUnion,
  type Tie,
} from "./union.ts";
import { surveyable, weigh } from "./weighing.ts";

/**
 * Joins the propositions of one affair by how likely each two groups of them are one claim, the likeliest first. In an
 * affair much is alike and little is certain, so that no single likeness decides, nor a single veto; what in the end hangs on
 * the others of its group by little is left out again.
 */
export function joinWithin(bench: Bench, members: readonly number[]): void {
  const { own, copyOf, watch } = bench;
  const copies = Map.groupBy(own, (_, index) => copyOf[index]);
  const { ties, contrary, size } = weigh(bench, members);
  const nodesOf = (items: readonly number[]): readonly Node[] => items.flatMap((item) => own[members[item] ?? 0] ?? []);
  const learnt: Terms = {
    chance: (a, b, sums, at) => {
      const measures = measuresOfUnion(a, b, sums, at);
      watch?.union?.(nodesOf(a.members), nodesOf(b.members), measures);
      return watch?.byMean ? meanChance(a, b, sums, at) : chanceOfUnion(measures);
    },
    least: leastOfUnion(size),
    leastAsked,
  };
  // Of a claim that stays, only some is at hand.
  const isPart = members.some((index) => bench.isSettled(index));
  const isWhole = size <= surveyable && !isPart;
  const terms = isWhole ? learnt : { chance: meanChance, least: isPart ? leastTaken : leastMean, leastAsked };
  const { local, settled } = begun(bench, members);
  linkGroups({ documents: members.map((index) => own[index]?.reading), ties }, terms, {
    find: (item) => local.find(item),
    join: (i, j) => {
      const [x, y] = [settled.has(local.find(i)), settled.has(local.find(j))];
      if (x && y) return false;
      local.join(i, j);
      if (x || y) settled.add(local.find(i));
      return true;
    },
  });
  const inside = new Map<number, Map<number, Tie>>();
  for (const tie of ties) {
    if (local.find(tie.i) !== local.find(tie.j)) continue;
    for (const [one, other] of [
      [tie.i, tie.j],
      [tie.j, tie.i],
    ] as const) {
      const own = inside.get(one) ?? new Map<number, Tie>();
      inside.set(one, own.set(other, tie));
    }
  }
  const chanceOf = (one: number, other: number): number => inside.get(one)?.get(other)?.chance ?? 0;
  for (const group of local.all()) {
    const rest = staying(
      group,
      inside,
      (item) => own[members[item] ?? 0]?.reading,
      isWhole && !watch?.byMean ? byUnion : byMean,
    );
    if (rest.length > 1)
      for (const one of rest) {
        const sum = rest.reduce((total, other) => total + chanceOf(one, other), 0);
        for (const copy of copies.get(copyOf[members[one] ?? 0] ?? 0) ?? [])
          bench.held.set(copy, Math.max(0, sum / (rest.length - 1)));
      }
    for (const [i, j] of tree(rest, chanceOf))
      bench.join(members[i] ?? 0, members[j] ?? 0, contrary.has(Math.min(i, j) * members.length + Math.max(i, j)));
  }
}

/** The groups that there are before anything is joined, and those of claims that stay. */
function begun(
  { groups, isSettled }: Bench,
  members: readonly number[],
): { readonly local: Groups; readonly settled: Set<number> } {
  const local = new Groups(members.length);
  const first = new Map<number, number>();
  members.forEach((index, at) => {
    const before = first.get(groups.find(index));
    if (before === undefined) first.set(groups.find(index), at);
    else local.join(before, at);
  });
  return { local, settled: new Set(members.flatMap((index, at) => (isSettled(index) ? [local.find(at)] : []))) };
}

/** The likeliest pairs by which all of a group hang together (Prim 1957). */
function tree(
  group: readonly number[],
  chanceOf: (one: number, other: number) => number,
): readonly (readonly [number, number])[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const best = new Map(others.map((one) => [one, { from: first, value: chanceOf(one, first) }]));
  const pairs: (readonly [number, number])[] = [];
  while (best.size > 0) {
    const [next, { from }] = [...best].reduce((most, one) => (one[1].value > most[1].value ? one : most));
    pairs.push([from, next]);
    best.delete(next);
    for (const [other, link] of best) {
      const value = chanceOf(next, other);
      if (value > link.value) best.set(other, { from: next, value });
    }
  }
  return pairs;
}
