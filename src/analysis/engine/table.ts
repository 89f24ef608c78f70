import type { Section, Sections } from "./container.ts";

/** What scores features: the shipped tables and, in training, the growing ones. */
export type Scorer = {
  /** Adds the weights of the first `count` feature hashes to `scores`, one cell a class. */
  score(features: Int32Array, count: number, scores: Float32Array): void;
};

/** Bits that are set. */
function population(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Hashes in ascending (unsigned) order. Their upper bits choose a cell of two numbers: 32 flags, one for each value of
 * the next five bits, and the position of the cell's first hash. Most features of a text have no row, which a flag
 * tells at the price of one look; the flags set below it tell nearly always where its row is.
 */
export class HashIndex {
  readonly size: number;
  private readonly shift: number;
  private readonly mask: number;
  private readonly cells: Int32Array;
  private readonly rest: Uint16Array;

  constructor(deltas: Uint8Array, size: number) {
    this.size = size;
    let bits = 16;
    while (bits < 20 && 1 << (bits + 2) < size) bits++;
    this.shift = 32 - bits;
    this.mask = (1 << this.shift) - 1;
    this.cells = new Int32Array(2 * ((1 << bits) + 1));
    this.rest = new Uint16Array(size);
    let hash = 0;
    let at = 0;
    let cell = 0;
    const { cells, rest, shift, mask } = this;
    const five = shift - 5;
    for (let i = 0; i < size; i++) {
      // A delta takes two bytes (planes for compression), 0xffff announces four more.
      let delta = deltas[i]! | (deltas[size + i]! << 8);
      if (delta === 0xffff) {
        const from = 2 * size + at;
        delta =
          (deltas[from]! | (deltas[from + 1]! << 8) | (deltas[from + 2]! << 16) | (deltas[from + 3]! << 24)) >>> 0;
        at += 4;
      }
      hash = (hash + delta) >>> 0;
      const own = hash >>> shift;
      while (cell < own) cells[2 * ++cell + 1] = i;
      cells[2 * own]! |= 1 << ((hash >>> five) & 31);
      rest[i] = hash & mask;
    }
    while (cell < 1 << bits) cells[2 * ++cell + 1] = size;
  }

  /** Position of the hash, or -1. */
  find(hash: number): number {
    const { cells, rest, shift, mask } = this;
    const cell = 2 * (hash >>> shift);
    const flags = cells[cell]!;
    const flag = 1 << ((hash >>> (shift - 5)) & 31);
    if ((flags & flag) === 0) return -1;
    const own = hash & mask;
    const end = cells[cell + 3]!;
    for (let i = cells[cell + 1]! + population(flags & (flag - 1)); i < end; i++) if (rest[i] === own) return i;
    return -1;
  }
}

/** Deltas of sorted hashes as `HashIndex` reads them. */
export function packHashes(sorted: Uint32Array): Uint8Array {
  const size = sorted.length;
  const escaped: number[] = [];
  const planes = new Uint8Array(2 * size);
  for (let i = 0; i < size; i++) {
    const delta = sorted[i]! - (i === 0 ? 0 : sorted[i - 1]!);
    const low = Math.min(delta, 0xffff);
    planes[i] = low & 255;
    planes[size + i] = low >>> 8;
    if (low === 0xffff) escaped.push(delta & 255, (delta >>> 8) & 255, (delta >>> 16) & 255, delta >>> 24);
  }
  const packed = new Uint8Array(planes.length + escaped.length);
  packed.set(planes);
  packed.set(escaped, planes.length);
  return packed;
}

/** Weights are kept as the square roots of their sizes, in a signed byte. */
function squared(byte: number): number {
  const root = (byte << 24) >> 24;
  return root < 0 ? -root * root : root * root;
}

/** Rows with few classes each. */
export class SparseTable implements Scorer {
  private readonly index: HashIndex;
  private readonly offsets: Int32Array;
  /** Class and weight in turn. */
  private readonly pairs: Int16Array;

  constructor(sections: Sections, name: string) {
    const lengths = need(sections, `${name}.lengths`);
    this.index = new HashIndex(need(sections, `${name}.hashes`), lengths.length >> 1);
    const size = this.index.size;
    this.offsets = new Int32Array(size + 1);
    for (let i = 0; i < size; i++) this.offsets[i + 1] = this.offsets[i]! + (lengths[i]! | (lengths[size + i]! << 8));
    const classes = need(sections, `${name}.classes`);
    const count = classes.length >> 1;
    const weights = need(sections, `${name}.weights`);
    this.pairs = new Int16Array(2 * count);
    for (let i = 0; i < count; i++) {
      this.pairs[2 * i] = classes[i]! | (classes[count + i]! << 8);
      this.pairs[2 * i + 1] = squared(weights[i]!);
    }
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { index, offsets, pairs } = this;
    for (let f = 0; f < count; f++) {
      const row = index.find(features[f]!);
      if (row === -1) continue;
      const end = 2 * offsets[row + 1]!;
      for (let i = 2 * offsets[row]!; i < end; i += 2) scores[pairs[i]!]! += pairs[i + 1]!;
    }
  }
}

/** Hashes of words with a 16-bit value each: lexicon classes, clusters, lemma scripts. */
export class WordTable {
  private readonly index: HashIndex;
  private readonly values: Uint16Array;

  constructor(sections: Sections, name: string) {
    const planes = need(sections, `${name}.values`);
    const size = planes.length >> 1;
    this.index = new HashIndex(need(sections, `${name}.hashes`), size);
    this.values = new Uint16Array(size);
    for (let i = 0; i < size; i++) this.values[i] = planes[i]! | (planes[size + i]! << 8);
  }

  /** The value of the word with this hash, or -1. */
  get(hash: number): number {
    const row = this.index.find(hash);
    return row === -1 ? -1 : this.values[row]!;
  }
}

function need(sections: Sections, name: string): Section {
  const section = sections.get(name);
  if (section === undefined) throw new Error(`the weights have no section ${name}`);
  return section;
}
