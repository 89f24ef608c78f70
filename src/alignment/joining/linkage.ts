/** Two items, and how likely they belong together, 0..1. */
export type Link = { readonly i: number; readonly j: number; readonly value: number };

/** When groups are joined. */
export type Terms = {
  /** By so much on average at least. */
  readonly least: number;
  /** Taken from the sum of what speaks for two groups: a single pair says less than an average of many that is as high. */
  readonly doubt: number;
};

/** What keeps the groups, and may refuse to join two of them. */
export type Joining = {
  /** The item that the group goes by in which an item is. */
  readonly find: (item: number) => number;
  /** Joins the groups of two items if it may; tells whether it did. */
  readonly join: (i: number, j: number) => boolean;
};

/**
 * Agglomerative clustering by average linkage (Sokal and Michener 1958) over the links that are given: the two groups
 * whose members belong together the most likely on average are joined first, until no two do by `least`. Pairs without a
 * link count as 0.
 *
 * An average never exceeds the larger of those it was made from, but for the doubt, which weighs less the more pairs there
 * are: so one taken from the queue is either still true or goes back with a smaller value, and where two groups had links
 * with the same third, what they have together is put into the queue. Time grows with the number of links, times its
 * logarithm twice.
 */
export function linkByAverage(size: number, links: readonly Link[], { least, doubt }: Terms, joining: Joining): void {
  const sums = new Map<number, Map<number, number>>();
  const members = new Map<number, number>();
  const from = (group: number): Map<number, number> => {
    const known = sums.get(group);
    if (known !== undefined) return known;
    const made = new Map<number, number>();
    sums.set(group, made);
    return made;
  };
  for (let item = 0; item < size; item++) {
    const group = joining.find(item);
    members.set(group, (members.get(group) ?? 0) + 1);
  }
  for (const { i, j, value } of links) {
    const [a, b] = [joining.find(i), joining.find(j)];
    if (a === b) continue;
    from(a).set(b, (from(a).get(b) ?? 0) + value);
    from(b).set(a, (from(b).get(a) ?? 0) + value);
  }
  const average = (a: number, b: number): number =>
    ((sums.get(a)?.get(b) ?? 0) - doubt) / ((members.get(a) ?? 1) * (members.get(b) ?? 1));
  const queue = new Queue();
  for (const { i, j } of links) {
    const [a, b] = [joining.find(i), joining.find(j)];
    if (a !== b && average(a, b) >= least) queue.push({ value: average(a, b), i, j });
  }
  const refused = new Set<number>();
  const waiting = new Map<number, number>();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { i, j, value } = next;
    const [a, b] = [joining.find(i), joining.find(j)];
    if (a === b) continue;
    const now = average(a, b);
    if (now < least) continue;
    const pair = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    if (refused.has(pair)) continue;
    if (now < value) {
      // Many pairs of items lead to one pair of groups: it waits once.
      if (waiting.get(pair) !== now) queue.push({ value: now, i, j });
      waiting.set(pair, now);
      continue;
    }
    if (!joining.join(i, j)) {
      refused.add(pair);
      continue;
    }
    const group = joining.find(i);
    const [large, small] = (sums.get(a)?.size ?? 0) >= (sums.get(b)?.size ?? 0) ? [a, b] : [b, a];
    const [into, out] = [from(large), from(small)];
    const common: number[] = [];
    for (const [other, sum] of out) {
      const back = from(other);
      back.delete(small);
      if (other === large) continue;
      if (into.has(other)) common.push(other);
      into.set(other, (into.get(other) ?? 0) + sum);
      back.set(large, (back.get(large) ?? 0) + sum);
    }
    into.delete(small);
    sums.delete(small);
    const count = (members.get(a) ?? 1) + (members.get(b) ?? 1);
    members.delete(a);
    members.delete(b);
    members.set(group, count);
    if (group !== large) {
      // The group goes by the other's number.
      sums.delete(large);
      sums.set(group, into);
      for (const other of into.keys()) {
        const back = from(other);
        back.set(group, back.get(large) ?? 0);
        back.delete(large);
      }
    }
    // What both had links with may now be surer than it was with either.
    for (const other of common) {
      const value = average(group, other);
      if (value >= least) queue.push(group < other ? { value, i: group, j: other } : { value, i: other, j: group });
    }
  }
}

/** Links, the likeliest first; of two as likely, the one with the smaller numbers. */
class Queue {
  readonly #heap: Link[] = [];

  push(link: Link): void {
    const heap = this.#heap;
    let at = heap.push(link) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!comesBefore(heap[at] as Link, heap[up] as Link)) return;
      [heap[at], heap[up]] = [heap[up] as Link, heap[at] as Link];
      at = up;
    }
  }

  pop(): Link | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && comesBefore(heap[child] as Link, heap[least] as Link)) least = child;
      if (least === at) return first;
      [heap[at], heap[least]] = [heap[least] as Link, heap[at] as Link];
      at = least;
    }
  }
}

const comesBefore = (a: Link, b: Link): boolean =>
  a.value !== b.value ? a.value > b.value : a.i !== b.i ? a.i < b.i : a.j < b.j;
