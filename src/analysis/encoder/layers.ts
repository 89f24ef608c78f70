import { instantiate, newMemory } from "../engine/net/assembler.ts";
import { HEAD, kernels, LARGEST, LOWERED } from "./kernels.ts";
import { Pieces } from "./pieces.ts";
import type { Dense, EncoderWeights, Norm } from "./weights.ts";

/** Tokens worked on at once, of as many texts as fit. */
const ROWS = 256;
/** A dense layer and a norm in the kernels' memory. */
type Placed = {
  readonly at: number;
  readonly incoming: number;
  readonly scales: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
};
type PlacedNorm = { readonly gain: number; readonly shift: number; readonly constants: number };
type PlacedLayer = {
  readonly joined: Placed;
  readonly context: Placed;
  readonly middle: PlacedNorm;
  readonly inner: Placed;
  readonly outer: Placed;
  readonly end: PlacedNorm;
};

/**
 * Turns texts into vectors: a transformer (Vaswani et al. 2017; each sum is normalised, as in BERT) whose tokens' mean is
 * the text's vector. Products are of whole numbers, row by row, so that a text has the same vector whatever stands beside it.
 */
export class Encoder {
  readonly width: number;
  private readonly weights: EncoderWeights;
  private readonly pieces: Pieces;
  private readonly kernels: Record<(typeof kernels)[number]["name"], (...values: number[]) => void>;
  private readonly floats: Float32Array;
  private readonly bytes: Uint8Array;
  private top = 64;
  private readonly begin: PlacedNorm;
  private readonly layers: readonly PlacedLayer[];
  private readonly at: {
    readonly rows: number;
    readonly sums: number;
    readonly narrow: number;
    readonly wide: number;
    readonly wideNarrow: number;
    readonly scores: number;
    readonly totals: number;
  };

  constructor(weights: EncoderWeights) {
    const { sizes } = weights;
    const { hidden, inner, heads, tokens } = sizes;
    if (hidden !== heads * HEAD) throw new Error(`the encoder's heads have ${hidden / heads} cells, not ${HEAD}`);
    if (tokens > ROWS) throw new Error(`the encoder's texts have ${tokens} tokens, more than ${ROWS}`);
    this.weights = weights;
    this.width = sizes.output;
    this.pieces = new Pieces(weights.vocabulary);
    const wide = Math.max(3 * hidden, inner);
    const perLayer = 4 * hidden * hidden + 2 * hidden * inner + 128 * hidden + 32 * inner + 4096;
    const need = weights.layers.length * perLayer + ROWS * (9 * hidden + 5 * wide + 4) + 64 * hidden + (1 << 16);
    const memory = newMemory(Math.ceil(need / 65536));
    this.floats = new Float32Array(memory.buffer);
    this.bytes = new Uint8Array(memory.buffer);
    this.kernels = instantiate(kernels, memory);
    const none = new Float32Array(hidden);
    const norm = (of: Norm, next: Dense | undefined): PlacedNorm => ({
      gain: this.placeFloats(of.gain),
      shift: this.placeFloats(of.shift),
      constants: this.placeFloats(Float32Array.of(1 / hidden, sizes.epsilon, 0, 0, ...(next?.incoming ?? none))),
    });
    this.begin = norm(weights.begin, weights.layers[0]?.joined);
    this.layers = weights.layers.map((layer, n) => ({
      joined: this.place(layer.joined, hidden),
      context: this.place(layer.context),
      middle: norm(layer.middle, layer.inner),
      inner: this.place(layer.inner),
      outer: this.place(layer.outer, 0, LOWERED),
      end: norm(layer.end, weights.layers[n + 1]?.joined),
    }));
    this.at = {
      rows: this.take(4 * ROWS * hidden),
      sums: this.take(4 * ROWS * hidden),
      narrow: this.take(ROWS * hidden),
      wide: this.take(4 * ROWS * wide),
      wideNarrow: this.take(ROWS * wide),
      scores: this.take(4 * tokens + 64),
      totals: this.take(4 * ROWS),
    };
  }

  private take(bytes: number): number {
    const at = this.top;
    this.top += Math.ceil(bytes / 64) * 64;
    if (this.top > this.floats.byteLength) throw new Error("the encoder's memory is too small");
    return at;
  }

  private placeFloats(values: Float32Array): number {
    const at = this.take(values.byteLength);
    this.floats.set(values, at >> 2);
    return at;
  }

  /**
   * Lays a matrix as the product takes it. The first `questions` cells that come out are what heads ask; what comes in
   * is `lowered` by so much, which the bias makes up for.
   */
  private place(
    { rows: columns, columns: rows, incoming, cells, scales, bias }: Dense,
    questions = 0,
    lowered = 0,
  ): Placed {
    const at = this.take(cells.length);
    const { bytes } = this;
    const sums = new Float64Array(columns);
    for (let j = 0; j < columns; j++) {
      const panel = at + (j >> 3) * 8 * rows + 4 * (j & 7);
      for (let i = 0; i < rows; i++) {
        const cell = cells[j * rows + i]!;
        if (cell > LARGEST || cell < -LARGEST) throw new Error(`the encoder's weights have a cell of ${cell}`);
        bytes[panel + 8 * (i & ~3) + (i & 3)] = cell + LARGEST;
        sums[j]! += cell;
      }
    }
    const by = (j: number): number => (j < questions ? 1 / Math.sqrt(HEAD) : 1);
    return {
      at,
      incoming: this.placeFloats(incoming),
      scales: this.placeFloats(scales.map((scale, j) => scale * by(j))),
      bias: this.placeFloats(bias.map((value, j) => (value + lowered * scales[j]! * sums[j]!) * by(j))),
      rows,
      columns,
    };
  }

  /** The numbers of a text's pieces, from its beginning to its end. */
  tokens(text: string): number[] {
    const { prefix, tokens, begin, end } = this.weights.sizes;
    return [begin, ...this.pieces.cut(prefix + text).slice(0, tokens - 2), end];
  }

  /** A vector of length one for each text. */
  encode(texts: readonly string[]): Float32Array[] {
    const vectors: Float32Array[] = [];
    let batch: number[][] = [];
    let rows = 0;
    const finish = () => {
      if (batch.length > 0) vectors.push(...this.batch(batch));
      batch = [];
      rows = 0;
    };
    for (const text of texts) {
      const tokens = this.tokens(text);
      if (rows + tokens.length > ROWS) finish();
      batch.push(tokens);
      rows += tokens.length;
    }
    finish();
    return vectors;
  }

  private apply({ at, scales, bias, rows, columns }: Placed, from: number, to: number, n: number): void {
    this.kernels.product(from, at, to, n, rows, columns, scales, bias, this.at.totals);
  }

  private normalise(norm: PlacedNorm, n: number): void {
    const { at, kernels, weights } = this;
    kernels.normalise(at.rows, at.sums, at.narrow, n, weights.sizes.hidden, norm.gain, norm.shift, norm.constants);
  }

  private batch(texts: readonly (readonly number[])[]): Float32Array[] {
    const { at, kernels, weights, floats } = this;
    const { hidden, inner } = weights.sizes;
    let n = 0;
    for (const tokens of texts)
      for (const [place, token] of tokens.entries()) {
        weights.word(token, floats, (at.rows >> 2) + n * hidden);
        const row = weights.positions.subarray(place * hidden, (place + 1) * hidden);
        floats.set(row, (at.sums >> 2) + n * hidden);
        n++;
      }
    this.normalise(this.begin, n);
    for (const layer of this.layers) {
      this.apply(layer.joined, at.narrow, at.wide, n);
      let from = 0;
      for (const { length } of texts) {
        const to = at.narrow + from * hidden;
        kernels.attend(at.wide + 12 * from * hidden, to, length, hidden, at.scores, layer.context.incoming);
        from += length;
      }
      this.apply(layer.context, at.narrow, at.sums, n);
      this.normalise(layer.middle, n);
      this.apply(layer.inner, at.narrow, at.wide, n);
      kernels.gelu(at.wide, at.wideNarrow, n, inner, layer.outer.incoming);
      this.apply(layer.outer, at.wideNarrow, at.sums, n);
      this.normalise(layer.end, n);
    }
    let first = at.rows >> 2;
    return texts.map(({ length }) => {
      const rows = floats.subarray(first, first + length * hidden);
      first += length * hidden;
      return unit(this.projected(sumOf(rows, hidden)));
    });
  }

  private projected(sum: Float64Array): Float64Array {
    const { projection, sizes } = this.weights;
    if (projection === null) return sum;
    const out = new Float64Array(sizes.output);
    for (let i = 0; i < out.length; i++) {
      let cell = 0;
      for (let j = 0; j < sum.length; j++) cell += projection[i * sum.length + j]! * sum[j]!;
      out[i] = cell;
    }
    return out;
  }
}

function sumOf(rows: Float32Array, width: number): Float64Array {
  const sum = new Float64Array(width);
  for (let row = 0; row < rows.length; row += width) for (let j = 0; j < width; j++) sum[j]! += rows[row + j]!;
  return sum;
}

function unit(vector: Float64Array): Float32Array {
  let square = 0;
  for (const cell of vector) square += cell * cell;
  const by = square > 0 ? 1 / Math.sqrt(square) : 0;
  return Float32Array.from(vector, (cell) => cell * by);
}
