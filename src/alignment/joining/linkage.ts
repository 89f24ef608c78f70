import { known, type Tie } from "./union.ts";

/** A group while it grows. */
export type Group = {
  readonly members: number[];
  size: number;
  within: number;
  readonly documents: Map<unknown, number>;
};

/** What is joined: items by number, the document of each, and what is known of pairs of them. */
export type Items = { readonly documents: readonly unknown[]; readonly ties: readonly Tie[] };

/** When groups are joined. */
export type Terms = {
  /** How likely two groups are one, 0..1, by them and by what their ties show together, from a place on. */
  readonly chance: (a: Readonly<Group>, b: Readonly<Group>, sums: Float64Array, at: number) => number;
  /** At and above this they are joined. */
  readonly least: number;
  /** Groups whose pairs' chances are less than this on average are not asked about. */
  readonly leastAsked: number;
};

/** What keeps the groups, and may refuse to join two of them. */
export type Joining = {
  /** The item that the group goes by in which an item is. */
  readonly find: (item: number) => number;
  /** Joins the groups of two items if it may; tells whether it did. */
  readonly join: (i: number, j: number) => boolean;
};

/**
 * Agglomerative clustering that weighs groups as wholes (as Clark and Manning 2015 do for coreference, "Entity-centric
 * coreference resolution with model stacking"): the two groups that are one the most likely are joined first, until none
 * are by `least`; what their ties show is summed, and whatever the new group has ties with is weighed anew. Time grows
 * with the number of ties, and with how often the group at their other end grows.
 */
export function linkGroups({ documents, ties }: Items, { chance, least, leastAsked }: Terms, joining: Joining): void {
  const groups = new Map<number, Group>();
  documents.forEach((document, item) => {
    const own = joining.find(item);
    const group: Group = groups.get(own) ?? { members: [], size: 0, within: 0, documents: new Map() };
    group.members.push(item);
    group.size += 1;
    group.documents.set(document, (group.documents.get(document) ?? 0) + 1);
    groups.set(own, group);
  });
  const sums = new Sums(ties);
  const between = new Map<number, Map<number, number>>();
  const from = (group: number): Map<number, number> => {
    const before = between.get(group);
    if (before !== undefined) return before;
    const made = new Map<number, number>();
    between.set(group, made);
    return made;
  };
  ties.forEach(({ i, j, chance }, tie) => {
    const [a, b] = [joining.find(i), joining.find(j)];
    if (a === b) {
      (groups.get(a) as Group).within += chance;
      return;
    }
    const place = tie * known;
    const before = from(a).get(b);
    if (before === undefined) {
      from(a).set(b, place);
      from(b).set(a, place);
    } else sums.add(before, place);
  });
  const likely = (a: number, b: number): number => {
    const place = between.get(a)?.get(b);
    const [x, y] = [groups.get(a), groups.get(b)];
    if (place === undefined || x === undefined || y === undefined) return 0;
    return sums.chanceAt(place) < leastAsked * x.size * y.size ? 0 : chance(x, y, sums.cells, place);
  };
  const queue = new Queue();
  const ask = (a: number, b: number): void => {
    // Always in one order: added up in another, a chance may differ in its last digit, and the entry would be held for old.
    const [i, j] = a < b ? [a, b] : [b, a];
    const value = likely(i, j);
    if (value >= least) queue.push({ value, i, j });
  };
  for (const [a, others] of between) for (const b of others.keys()) if (a < b) ask(a, b);
  const refused = new Set<number>();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [a, b] = [joining.find(next.i), joining.find(next.j)];
    const pair = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    // Of groups that have changed since, there is a later entry.
    if (a === b || refused.has(pair) || likely(a, b) !== next.value) continue;
    if (!joining.join(a, b)) {
      refused.add(pair);
      continue;
    }
    const group = joining.find(a);
    const [large, small] = from(a).size >= from(b).size ? [a, b] : [b, a];
    const [into, out] = [from(large), from(small)];
    const inner = sums.chanceAt(into.get(small) as number);
    for (const [other, place] of out) {
      const back = from(other);
      back.delete(small);
      if (other === large) continue;
      const own = into.get(other);
      if (own !== undefined) sums.add(own, place);
      else {
        into.set(other, place);
        back.set(large, place);
      }
    }
    into.delete(small);
    between.delete(small);
    const [x, y] = [groups.get(large) as Group, groups.get(small) as Group];
    groups.delete(small);
    for (const member of y.members) x.members.push(member);
    x.size += y.size;
    x.within += y.within + inner;
    for (const [document, count] of y.documents) x.documents.set(document, (x.documents.get(document) ?? 0) + count);
    if (group !== large) {
      // The group goes by the other's number.
      groups.delete(large);
      groups.set(group, x);
      between.delete(large);
      between.set(group, into);
      for (const [other, place] of into) {
        const back = from(other);
        back.delete(large);
        back.set(group, place);
      }
    }
    for (const other of into.keys()) ask(group, other);
  }
}

/** What ties show, summed by pairs of groups: each pair has the place of its first tie. */
class Sums {
  readonly cells: Float64Array;

  constructor(ties: readonly Tie[]) {
    this.cells = new Float64Array(known * ties.length);
    ties.forEach(({ shown }, tie) => {
      this.cells.set(shown, tie * known);
    });
  }

  add(place: number, other: number): void {
    for (let at = 0; at < known; at++)
      this.cells[place + at] = (this.cells[place + at] as number) + (this.cells[other + at] as number);
  }

  /** The chances of the pairs of two groups, summed. */
  chanceAt(place: number): number {
    return this.cells[place] as number;
  }
}

/** Two groups by numbers of theirs, and how likely they are one. */
type Entry = { readonly value: number; readonly i: number; readonly j: number };

/** Pairs of groups, the likeliest first; of two as likely, the one with the smaller numbers. */
class Queue {
  readonly #heap: Entry[] = [];

  push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!comesBefore(heap[at] as Entry, heap[up] as Entry)) return;
      [heap[at], heap[up]] = [heap[up] as Entry, heap[at] as Entry];
      at = up;
    }
  }

  pop(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && comesBefore(heap[child] as Entry, heap[least] as Entry)) least = child;
      if (least === at) return first;
      [heap[at], heap[least]] = [heap[least] as Entry, heap[at] as Entry];
      at = least;
    }
  }
}

const comesBefore = (a: Entry, b: Entry): boolean =>
  a.value !== b.value ? a.value > b.value : a.i !== b.i ? a.i < b.i : a.j < b.j;
