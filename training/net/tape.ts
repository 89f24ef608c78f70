import { instantiate, type Memory, newMemory } from "../../src/analysis/engine/net/assembler.ts";
import { COLUMNS } from "../../src/analysis/engine/net/kernels.ts";
import { kernels } from "./kernels.ts";

/** Rows of 32-bit floats in the arena, with their gradient. Columns are a multiple of eight. */
export type Matrix = {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
  readonly gradient: Float32Array;
};

/** The least multiple of eight that is no less. */
export const padded = (count: number): number => Math.ceil(count / COLUMNS) * COLUMNS;

/** Rows of the second matrix of a product at most: eight columns of them are laid together at the arena's beginning. */
const LONGEST = 16_384;

/** Memory of a training: parameters first and for good, then what one batch needs, over and over. */
export class Arena {
  private readonly memory: Memory;
  readonly kernels: Record<(typeof kernels)[number]["name"], (...values: number[]) => void>;
  private at = 16 + 32 * LONGEST;
  private kept = 16 + 32 * LONGEST;

  constructor(megabytes: number) {
    this.memory = newMemory(megabytes * 16);
    this.kernels = instantiate(kernels, this.memory);
  }

  floats(count: number): Float32Array {
    const from = this.at;
    this.at += Math.ceil(count / 4) * 16;
    if (this.at > this.memory.buffer.byteLength) throw new Error("the arena is full");
    const cells = new Float32Array(this.memory.buffer, from, count);
    cells.fill(0);
    return cells;
  }

  matrix(rows: number, columns: number): Matrix {
    return { rows, columns, data: this.floats(rows * columns), gradient: this.floats(rows * columns) };
  }

  /** What was taken so far stays; what is taken later goes at `reset`. */
  keep(): void {
    this.kept = this.at;
  }

  reset(): void {
    this.at = this.kept;
  }

  /** Adds A (n × k) times B (k × m) to C; k must divide by four, m by eight. */
  multiply(a: Float32Array, b: Float32Array, c: Float32Array, n: number, k: number, m: number): void {
    if (k > LONGEST) throw new Error("a product over too long rows");
    this.kernels.multiply(a.byteOffset, b.byteOffset, c.byteOffset, n, k, m, 16);
  }

  transposed(a: Float32Array, rows: number, columns: number): Float32Array {
    const out = this.floats(rows * columns);
    const block = 16;
    for (let r0 = 0; r0 < rows; r0 += block)
      for (let c0 = 0; c0 < columns; c0 += block) {
        const [r1, c1] = [Math.min(rows, r0 + block), Math.min(columns, c0 + block)];
        for (let r = r0; r < r1; r++) for (let c = c0; c < c1; c++) out[c * rows + r] = a[r * columns + c]!;
      }
    return out;
  }
}

/** Remembers how to take gradients back through what was computed. */
export class Tape {
  readonly arena: Arena;
  private readonly steps: (() => void)[] = [];

  constructor(arena: Arena) {
    this.arena = arena;
  }

  record(step: () => void): void {
    this.steps.push(step);
  }

  back(): void {
    for (let i = this.steps.length - 1; i >= 0; i--) this.steps[i]!();
    this.steps.length = 0;
  }
}
