/** Disjoint sets over indexes; each member is turned relative to the others, or not. */
export class Groups {
  readonly #parent: number[];
  readonly #members: number[][];
  readonly #turned: boolean[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
    this.#members = Array.from({ length: size }, (_, index) => [index]);
    this.#turned = new Array<boolean>(size).fill(false);
  }

  find(index: number): number {
    let at = index;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at] ?? at] ?? at;
      at = this.#parent[at] ?? at;
    }
    return at;
  }

  members(index: number): readonly number[] {
    return this.#members[this.find(index)] ?? [];
  }

  /** Whether two members of one group say contraries. */
  areTurned(a: number, b: number): boolean {
    return this.#turned[a] !== this.#turned[b];
  }

  /** Makes one group of two; with `turned`, what one of the two says is the contrary of what the other says. */
  join(a: number, b: number, turned = false): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return;
    const [large, small] = this.members(x).length >= this.members(y).length ? [x, y] : [y, x];
    if (this.areTurned(a, b) !== turned)
      for (const member of this.members(small)) this.#turned[member] = this.#turned[member] !== true;
    this.#parent[small] = large;
    this.#members[large]?.push(...(this.#members[small] ?? []));
    this.#members[small] = [];
  }

  /** Every group, members in ascending order, by first member. */
  all(): number[][] {
    const groups = this.#members
      .filter((members) => members.length > 0)
      .map((members) => [...members].sort((a, b) => a - b));
    return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  }
}

/** Items that are compared with every other item of a bucket; beyond it, with the first ones and their neighbours. */
const full = 60;
const window = 12;

/**
 * Pairs of indexes that share a key. In a crowded bucket each item meets the first ones and those next to it, so the
 * count stays linear. With `asking`, only pairs in which exactly one of the two is asked about.
 */
export function candidatePairs(
  keys: readonly (readonly string[])[],
  asking?: (index: number) => boolean,
): [number, number][] {
  const buckets = new Map<string, number[]>();
  keys.forEach((own, index) => {
    for (const key of new Set(own)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [index]);
      else bucket.push(index);
    }
  });
  const seen = new Set<number>();
  const pairs: [number, number][] = [];
  const size = keys.length;
  for (const bucket of distinct(buckets.values())) {
    for (let j = 1; j < bucket.length; j++) {
      for (let i = 0; i < j; i++) {
        if (i >= full && j - i > window) {
          i = j - window - 1;
          continue;
        }
        const [a, b] = [bucket[i] ?? 0, bucket[j] ?? 0];
        if (asking !== undefined && asking(a) === asking(b)) continue;
        const code = a * size + b;
        if (seen.has(code)) continue;
        seen.add(code);
        pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

/** Buckets of which no two hold the same: the keys of a large story are shared by all of it. */
function* distinct(buckets: Iterable<readonly number[]>): Generator<readonly number[]> {
  const known = new Map<string, (readonly number[])[]>();
  for (const bucket of buckets) {
    if (bucket.length < full) {
      yield bucket;
      continue;
    }
    const mark = `${bucket.length} ${bucket[0]} ${bucket[bucket.length >> 1]} ${bucket.at(-1)}`;
    const alike = known.get(mark) ?? [];
    if (alike.some((other) => other.every((index, at) => index === bucket[at]))) continue;
    alike.push(bucket);
    known.set(mark, alike);
    yield bucket;
  }
}
