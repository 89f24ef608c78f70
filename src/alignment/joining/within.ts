import { Groups } from "../groups.ts";
import type { Bench } from "./bench.ts";
import { doubt, leastChance, leastFirm, leastKept } from "./chance.ts";
import { linkByAverage } from "./linkage.ts";
import { weigh } from "./weighing.ts";

/**
 * Joins the propositions of one affair by how likely each two are one claim: the two groups that are so the most on
 * average first. In an affair much is alike and little is certain, so that no single likeness decides, nor a single veto;
 * what in the end hangs on the others of its group by little is left out again.
 */
export function joinWithin(bench: Bench, members: readonly number[]): void {
  const { groups, own, copyOf } = bench;
  const copies = Map.groupBy(own, (_, index) => copyOf[index]);
  const { links, contrary, size } = weigh(bench, members);
  const local = new Groups(members.length);
  const first = new Map<number, number>();
  members.forEach((index, at) => {
    const before = first.get(groups.find(index));
    if (before === undefined) first.set(groups.find(index), at);
    else local.join(before, at);
  });
  const settled = new Set(members.flatMap((index, at) => (bench.isSettled(index) ? [local.find(at)] : [])));
  linkByAverage(
    members.length,
    links,
    { least: leastChance(size), doubt },
    {
      find: (item) => local.find(item),
      join: (i, j) => {
        const [x, y] = [settled.has(local.find(i)), settled.has(local.find(j))];
        if (x && y) return false;
        local.join(i, j);
        if (x || y) settled.add(local.find(i));
        return true;
      },
    },
  );
  const chances = new Map<number, Map<number, number>>();
  for (const { i, j, value } of links) {
    if (local.find(i) !== local.find(j)) continue;
    for (const [one, other] of [
      [i, j],
      [j, i],
    ] as const) {
      const own = chances.get(one) ?? new Map<number, number>();
      chances.set(one, own.set(other, value));
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
