import type { Batch, Parameters } from "./model.ts";
import type { Arena, Matrix } from "./tape.ts";

type Cells = Float32Array;
type Moments = { readonly first: Float32Array; readonly second: Float32Array; readonly mean: Float32Array };

const FIRST = 0.9;
const SECOND = 0.98;
const TINY = 1e-8;

/**
 * Adam (Kingma and Ba 2015) with clipped gradients. Rows of the feature table move only when a batch has them. Keeps
 * a running mean of the parameters, which is what ships.
 */
export class Adam {
  private readonly moments = new Map<Matrix, Moments>();
  private readonly arena: Arena;
  private readonly constants: Float32Array;
  private readonly parameters: Parameters;
  private readonly decay: number;
  private time = 0;
  /** Until which step the mean of each feature row is kept. */
  private readonly told: Int32Array;

  constructor(arena: Arena, parameters: Parameters, decay: number) {
    this.arena = arena;
    this.parameters = parameters;
    this.constants = arena.floats(32);
    this.decay = decay;
    this.told = new Int32Array(parameters.table.rows);
    for (const matrix of [parameters.table, ...parameters.dense.values()]) {
      const [first, second, mean] = [1, 2, 3].map(() => arena.floats(matrix.data.length)) as [Cells, Cells, Cells];
      mean.set(matrix.data);
      this.moments.set(matrix, { first, second, mean });
    }
  }

  /** One step along the gradients, which are then zero again. */
  step(rate: number, batch: Batch, most: number): void {
    const { table, dense, sizes } = this.parameters;
    this.time++;
    const rows = [...new Set(batch.features)].sort((a, b) => a - b);
    let sum = 0;
    for (const { gradient } of dense.values()) for (let i = 0; i < gradient.length; i++) sum += gradient[i]! ** 2;
    for (const row of rows)
      for (let i = row * sizes.word; i < (row + 1) * sizes.word; i++) sum += table.gradient[i]! ** 2;
    const norm = Math.sqrt(sum);
    const scale = norm > most ? most / norm : 1;
    // The mean forgets its beginnings sooner than its later years.
    const keep = Math.min(this.decay, (1 + this.time) / (10 + this.time));
    const speed = (rate * Math.sqrt(1 - SECOND ** this.time)) / (1 - FIRST ** this.time);
    [scale, FIRST, 1 - FIRST, SECOND, 1 - SECOND, speed, TINY, keep].forEach((value, i) => {
      this.constants.fill(value, 4 * i, 4 * i + 4);
    });
    for (const matrix of dense.values()) this.move(matrix, 0, matrix.data.length);
    for (const row of rows) {
      this.tell(row, this.time - 1);
      this.told[row] = this.time;
      this.move(table, row * sizes.word, sizes.word);
    }
  }

  /** Brings the mean of a feature row, which did not move meanwhile, up to a step. */
  private tell(row: number, until: number): void {
    const gap = until - this.told[row]!;
    if (gap <= 0) return;
    const { table, sizes } = this.parameters;
    const { mean } = this.moments.get(table)!;
    const keep = Math.min(this.decay, (1 + until) / (10 + until)) ** gap;
    for (let i = row * sizes.word; i < (row + 1) * sizes.word; i++)
      mean[i] = keep * mean[i]! + (1 - keep) * table.data[i]!;
    this.told[row] = until;
  }

  private move(matrix: Matrix, from: number, count: number): void {
    const { data, gradient } = matrix;
    const { first, second, mean } = this.moments.get(matrix)!;
    const at = (cells: Cells) => cells.byteOffset + 4 * from;
    this.arena.kernels.adam(count, at(data), at(gradient), at(first), at(second), at(mean), this.constants.byteOffset);
  }

  /** Exchanges the parameters and their running mean. */
  exchange(): void {
    for (let row = 0; row < this.told.length; row++) this.tell(row, this.time);
    for (const [matrix, { mean }] of this.moments) {
      const held = matrix.data.slice();
      matrix.data.set(mean);
      mean.set(held);
    }
  }
}
