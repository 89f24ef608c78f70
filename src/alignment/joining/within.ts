import { Groups } from "../groups.ts";
import type { Node } from "../node.ts";
import type { Bench } from "./bench.ts";
import { leastFirm, leastKept } from "./chance.ts";
import { linkGroups, type Terms } from "./linkage.ts";
import { chanceOfUnion, leastAsked, leastMean, leastOfUnion, meanChance, measuresOfUnion } from "./union.ts";
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
      if (watch?.union === undefined) return chanceOfUnion(measures);
      // It is learnt from groups that were joined without what is learnt.
      watch.union(nodesOf(a.members), nodesOf(b.members), measures);
      return meanChance(a, b, sums, at);
    },
    least: leastOfUnion(size),
    leastAsked,
  };
  // Of a claim that stays, only some is at hand.
  const isWhole = size <= surveyable && !members.some((index) => bench.isSettled(index));
  const terms = isWhole ? learnt : { chance: meanChance, least: leastMean, leastAsked };
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
  const chances = new Map<number, Map<number, number>>();
  for (const { i, j, chance } of ties) {
    if (local.find(i) !== local.find(j)) continue;
    for (const [one, other] of [
      [i, j],
      [j, i],
    ] as const) {
      const own = chances.get(one) ?? new Map<number, number>();
      chances.set(one, own.set(other, chance));
    }
  }
  for (const group of local.all()) {
    const rest = held(group, chances);
    for (const one of rest) {
      const sum = rest.reduce((total, other) => total + (chances.get(one)?.get(other) ?? 0), 0);
      if (sum >= leastFirm * (rest.length - 1)) continue;
      for (const copy of copies.get(copyOf[members[one] ?? 0] ?? 0) ?? []) bench.loose.add(copy);
    }
    for (const [i, j] of tree(rest, chances))
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

type Chances = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Members of a group without those that belong to the rest by too little: the one that does the least goes first. */
function held(group: readonly number[], chances: Chances): readonly number[] {
  const sums = new Map(
    group.map((one) => [one, [...(chances.get(one)?.values() ?? [])].reduce((sum, value) => sum + value, 0)]),
  );
  while (sums.size > 2) {
    const [worst, sum] = [...sums].reduce((least, one) => (one[1] < least[1] ? one : least));
    if (sum / (sums.size - 1) >= leastKept) break;
    sums.delete(worst);
    for (const [other, value] of chances.get(worst) ?? []) {
      const before = sums.get(other);
      if (before !== undefined) sums.set(other, before - value);
    }
  }
  return [...sums.keys()];
}

/** The likeliest pairs by which all of a group hang together (Prim 1957). */
function tree(group: readonly number[], chances: Chances): readonly (readonly [number, number])[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const best = new Map(others.map((one) => [one, { from: first, value: chances.get(one)?.get(first) ?? 0 }]));
  const pairs: (readonly [number, number])[] = [];
  while (best.size > 0) {
    const [next, { from }] = [...best].reduce((most, one) => (one[1].value > most[1].value ? one : most));
    pairs.push([from, next]);
    best.delete(next);
    for (const [other, link] of best) {
      const value = chances.get(next)?.get(other) ?? 0;
      if (value > link.value) best.set(other, { from: next, value });
    }
  }
  return pairs;
}
