import { candidatePairs, Groups } from "../groups.ts";
import type { Node } from "../node.ts";
import type { Bench } from "./bench.ts";
import { type Bond, chanceOf, doubt, isOneSpeaker, leastChance, leastFirm, leastKept } from "./chance.ts";
import { type Closeness, closenessOf } from "./closeness.ts";
import { type Link, linkByAverage } from "./linkage.ts";

/** In an affair of so many propositions each is compared with every other. */
const surveyable = 400;
/** In a longer one with those that share a key, and with so many that lie nearest among those looked at. */
const nearest = 12;
const looked = 1500;

/** What a pair that excludes one another takes from the average of two groups. */
const against = -0.3;

/**
 * Joins the propositions of one affair by how likely each two are one claim: the two groups that are so the most on
 * average first. In an affair much is alike and little is certain, so that no single likeness decides, nor a single veto;
 * what in the end hangs on the others of its group by little is left out again.
 */
export function joinWithin(bench: Bench, members: readonly number[], keys: readonly (readonly string[])[]): void {
  const { groups, own } = bench;
  const { links, contrary } = weighed(bench, members, keys);
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
    { least: leastChance(members.length), doubt },
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
      const node = own[members[one] ?? 0];
      if (node !== undefined && sum < leastFirm * (rest.length - 1)) bench.loose.add(node);
    }
    for (const [i, j] of tree(rest, chances))
      bench.join(members[i] ?? 0, members[j] ?? 0, contrary.has(Math.min(i, j) * members.length + Math.max(i, j)));
  }
}

type Chances = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Chances of pairs, and which of the pairs say contraries. */
function weighed(
  { own, compare, areApart, isSettled, saidIn, watch }: Bench,
  members: readonly number[],
  keys: readonly (readonly string[])[],
): { readonly links: readonly Link[]; readonly contrary: ReadonlySet<number> } {
  const nodes = members.flatMap((index) => own[index] ?? []);
  const around = [...new Set(nodes.map(({ reading }) => reading))].flatMap(saidIn);
  const near = closenessOf(nodes, around);
  // Where some claims stay, only a part of the affair is at hand.
  const size = members.some(isSettled) ? Number.POSITIVE_INFINITY : around.length;
  const links: Link[] = [];
  const contrary = new Set<number>();
  for (const [i, j] of pairsOf(nodes, keys, near)) {
    const [a, b] = [nodes[i], nodes[j]];
    if (a === undefined || b === undefined) continue;
    const likeness = compare(a, b);
    if (likeness.conflict !== null || areApart(a, b)) {
      links.push({ i, j, value: against });
      continue;
    }
    const bond: Bond = {
      likeness,
      oneDocument: a.reading === b.reading,
      oneSpeaker: isOneSpeaker(a, b),
      cosine: near.cosine(i, j),
      closeness: near.closeness(i, j),
      size,
    };
    watch?.bond?.(a, b, bond);
    links.push({ i, j, value: chanceOf(bond) });
    if (likeness.turned) contrary.add(i * members.length + j);
  }
  return { links, contrary };
}

/** Pairs that are compared, each once, the smaller index first. */
function pairsOf(
  nodes: readonly Node[],
  keys: readonly (readonly string[])[],
  { cosine }: Closeness,
): readonly (readonly [number, number])[] {
  if (nodes.length <= surveyable) return nodes.flatMap((_, j) => Array.from({ length: j }, (_, i) => [i, j] as const));
  const size = nodes.length;
  const known = new Set<number>();
  const pairs: [number, number][] = [];
  const add = (a: number, b: number): void => {
    const [i, j] = a < b ? [a, b] : [b, a];
    if (i === j || known.has(i * size + j)) return;
    known.add(i * size + j);
    pairs.push([i, j]);
  };
  for (const [i, j] of candidatePairs(keys)) add(i, j);
  const step = Math.max(1, Math.ceil(size / looked));
  for (let a = 0; a < size; a++) {
    const values: { readonly b: number; readonly value: number }[] = [];
    for (let b = 0; b < size; b += step) if (b !== a) values.push({ b, value: cosine(a, b) });
    values.sort((x, y) => y.value - x.value || x.b - y.b);
    for (const { b } of values.slice(0, nearest)) add(a, b);
  }
  return pairs.sort(([a, b], [c, d]) => b - d || a - c);
}

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
