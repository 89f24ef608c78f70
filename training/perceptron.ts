import { packHashes, type Scorer } from "../src/analysis/engine/table.ts";

/** A feature takes part once it was updated this often: rarer ones are noise and weight. */
const ACTIVE = 3;

/**
 * An averaged perceptron over hashed features with sparse rows: each feature keeps weights only for the classes it
 * was updated for.
 */
export class Perceptron implements Scorer {
  private keys = new Int32Array(1 << 20);
  private slots = new Int32Array(1 << 20).fill(-1);
  private rows = 0;
  private hashes = new Int32Array(1 << 18);
  private starts = new Int32Array(1 << 18);
  private lengths = new Uint16Array(1 << 18);
  private rooms = new Uint16Array(1 << 18);
  private updates = new Uint8Array(1 << 18);
  private used = 0;
  private classes = new Uint16Array(1 << 20);
  private weights = new Float32Array(1 << 20);
  private sums = new Float64Array(1 << 20);
  /** Steps taken: every example counts, updated or not. */
  time = 1;

  private find(hash: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
    for (;;) {
      const row = this.slots[slot]!;
      if (row === -1) return -1;
      if (this.keys[slot] === hash) return row;
      slot = (slot + 1) & mask;
    }
  }

  private add(hash: number): number {
    if (this.rows * 2 > this.keys.length) this.rehash();
    if (this.rows === this.hashes.length) {
      this.hashes = grown(this.hashes);
      this.starts = grown(this.starts);
      this.lengths = grown(this.lengths);
      this.rooms = grown(this.rooms);
      this.updates = grown(this.updates);
    }
    const row = this.rows++;
    this.hashes[row] = hash;
    this.place(hash, row);
    return row;
  }

  private place(hash: number, row: number): void {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
    while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
    this.slots[slot] = row;
    this.keys[slot] = hash;
  }

  private rehash(): void {
    const size = this.keys.length * 2;
    this.keys = new Int32Array(size);
    this.slots = new Int32Array(size).fill(-1);
    for (let row = 0; row < this.rows; row++) this.place(this.hashes[row]!, row);
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    for (let f = 0; f < count; f++) {
      const row = this.find(features[f]!);
      if (row === -1 || this.updates[row]! < ACTIVE) continue;
      const end = this.starts[row]! + this.lengths[row]!;
      for (let i = this.starts[row]!; i < end; i++) scores[this.classes[i]!]! += this.weights[i]!;
    }
  }

  /** Rewards the right class and punishes the predicted one. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let f = 0; f < count; f++) {
      let row = this.find(features[f]!);
      if (row === -1) row = this.add(features[f]!);
      if (this.updates[row]! < 255) this.updates[row]!++;
      this.change(row, right, 1);
      this.change(row, wrong, -1);
    }
  }

  private change(row: number, label: number, by: number): void {
    const start = this.starts[row]!;
    const length = this.lengths[row]!;
    let at = -1;
    for (let i = start; i < start + length; i++)
      if (this.classes[i] === label) {
        at = i;
        break;
      }
    if (at === -1) {
      if (length === this.rooms[row]!) this.widen(row);
      at = this.starts[row]! + this.lengths[row]!++;
      this.classes[at] = label;
      this.weights[at] = 0;
      this.sums[at] = 0;
    }
    this.weights[at]! += by;
    this.sums[at]! += by * this.time;
  }

  private widen(row: number): void {
    const room = this.rooms[row]! === 0 ? 2 : this.rooms[row]! * 2;
    if (this.used + room > this.classes.length) {
      this.classes = grown(this.classes);
      this.weights = grown(this.weights);
      this.sums = grown(this.sums);
    }
    const from = this.starts[row]!;
    const length = this.lengths[row]!;
    this.classes.copyWithin(this.used, from, from + length);
    this.weights.copyWithin(this.used, from, from + length);
    this.sums.copyWithin(this.used, from, from + length);
    this.starts[row] = this.used;
    this.rooms[row] = room;
    this.used += room;
  }

  /** Averaged weights, feature by feature. */
  *averaged(): Generator<{ hash: number; classes: Uint16Array; weights: Float64Array }> {
    for (let row = 0; row < this.rows; row++) {
      if (this.updates[row]! < ACTIVE) continue;
      const [from, to] = [this.starts[row]!, this.starts[row]! + this.lengths[row]!];
      const weights = new Float64Array(to - from);
      for (let i = from; i < to; i++) weights[i - from] = this.weights[i]! - this.sums[i]! / this.time;
      yield { hash: this.hashes[row]! >>> 0, classes: this.classes.slice(from, to), weights };
    }
  }
}

function grown<T extends Int32Array | Uint16Array | Uint8Array | Float32Array | Float64Array>(old: T): T {
  const made = new (old.constructor as new (size: number) => T)(old.length * 2);
  made.set(old as never);
  return made;
}

/** A perceptron's averaged weights, quantised to a byte a weight and packed for shipping. */
export function packed(model: Perceptron): Map<string, Uint8Array> {
  const all = [...model.averaged()].sort((a, b) => a.hash - b.hash);
  let most = 0;
  for (const { weights } of all) for (const weight of weights) most = Math.max(most, Math.abs(weight));
  // Weights are shipped as square roots: a byte then holds the few large ones and tells the many small ones apart.
  const scale = 127 / Math.sqrt(most || 1);
  const rows = all.flatMap(({ hash, classes, weights }) => {
    const cells = [...classes]
      .map(
        (label, i) => [label, Math.sign(weights[i]!) * Math.round(Math.sqrt(Math.abs(weights[i]!)) * scale)] as const,
      )
      .filter(([, value]) => value !== 0)
      .sort((a, b) => a[0] - b[0]);
    return cells.length === 0 ? [] : [{ hash, cells }];
  });
  const cells = rows.flatMap((row) => row.cells);
  return new Map([
    ["hashes", packHashes(Uint32Array.from(rows, ({ hash }) => hash))],
    ["lengths", planes(rows.map((row) => row.cells.length))],
    ["classes", planes(cells.map(([label]) => label))],
    ["weights", Uint8Array.from(cells, ([, value]) => value & 255)],
  ]);
}

/** 16-bit numbers as a plane of low bytes and a plane of high ones, which compresses better. */
export function planes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  values.forEach((value, i) => {
    bytes[i] = value & 255;
    bytes[values.length + i] = value >>> 8;
  });
  return bytes;
}

/** A table of hashes with a 16-bit value each. */
export function packedWords(entries: ReadonlyMap<number, number>): Map<string, Uint8Array> {
  const sorted = [...entries].map(([hash, value]) => [hash >>> 0, value] as const).sort((a, b) => a[0] - b[0]);
  return new Map([
    ["hashes", packHashes(Uint32Array.from(sorted, ([hash]) => hash))],
    ["values", planes(sorted.map(([, value]) => value))],
  ]);
}
