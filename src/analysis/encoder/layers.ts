import { instantiate, newMemory } from "../engine/net/assembler.ts";
import { HEAD, kernels, LARGEST, LOWERED } from "./kernels.ts";
import { normalForm, type Piece, Pieces } from "./pieces.ts";
import type { Dense, EncoderWeights, Layer, Norm, StanceWeights } from "./weights.ts";

/** Tokens worked on at once, of as many texts as fit. */
const ROWS = 256;
/** A stretch of a text, in code units: what of the text its vector is made of. */
export type Stretch = { readonly text: string; readonly start: number; readonly end: number };

/** What is made of a stretch. */
export type Encoded = {
  /** Of length one. */
  readonly vector: Float32Array;
  /** How likely its words affirm what is at issue, deny it, leave it open: three numbers that add up to one; or null. */
  readonly leaning: readonly number[] | null;
};

/** Tokens of a text, and of each stretch of it whose vector is asked for, its number, its first token and the one behind. */
type Sequence = {
  readonly tokens: readonly number[];
  readonly asked: { readonly at: number; readonly from: number; readonly to: number }[];
};

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
 * Turns stretches of texts into vectors: a transformer (Vaswani et al. 2017; each sum is normalised, as in BERT) reads the
 * text, and the mean of the stretch's tokens is its vector. Products are of whole numbers, row by row, so that a stretch has
 * the same vector whatever is worked on beside its text.
 */
export class Encoder {
  readonly width: number;
  private readonly weights: EncoderWeights;
  private readonly pieces: Pieces;
  private lately: { readonly text: string; readonly pieces: readonly Piece[] } | null = null;
  private readonly kernels: Record<(typeof kernels)[number]["name"], (...values: number[]) => void>;
  private readonly floats: Float32Array;
  private readonly bytes: Uint8Array;
  private top = 64;
  private readonly begin: PlacedNorm;
  private readonly layers: readonly PlacedLayer[];
  private readonly stance: readonly PlacedLayer[];
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
    const count = weights.layers.length + (weights.stance?.layers.length ?? 0);
    const need = count * perLayer + ROWS * (9 * hidden + 5 * wide + 4) + 64 * hidden + (1 << 16);
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
    const placed = (layers: readonly Layer[]): PlacedLayer[] =>
      layers.map((layer, n) => ({
        joined: this.place(layer.joined, hidden),
        context: this.place(layer.context),
        middle: norm(layer.middle, layer.inner),
        inner: this.place(layer.inner),
        outer: this.place(layer.outer, 0, LOWERED),
        end: norm(layer.end, layers[n + 1]?.joined),
      }));
    this.layers = placed(weights.layers);
    this.stance = placed(weights.stance?.layers ?? []);
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

  /**
   * The tokens of a text from its beginning to its end, and which of them are of a stretch. Of a text that has too many
   * those around the stretch are read; there are few places at which that begins, so that stretches have them in common.
   */
  tokens({ text, start, end }: Stretch): { readonly tokens: number[]; readonly from: number; readonly to: number } {
    const { tokens: most, begin, end: last } = this.weights.sizes;
    // Stretches of one text come one after the other.
    if (this.lately?.text !== text) this.lately = { text, pieces: this.pieces.cut(text) };
    const { pieces } = this.lately;
    const [first, behind] = [lengthOf(text.slice(0, start)), lengthOf(text.slice(0, end))];
    const inside = pieces.flatMap((piece, at) => (piece.end > first && piece.start < behind ? [at] : []));
    // A stretch of blanks, or beyond what is looked at, stands for all of its text.
    const [from, to] = [inside[0] ?? 0, (inside.at(-1) ?? pieces.length - 1) + 1];
    const room = most - 2;
    const at = windowAt(from, to, pieces.length, room);
    const kept = pieces.slice(at, at + room).map(({ id }) => id);
    return { tokens: [begin, ...kept, last], from: 1 + from - at, to: 1 + Math.min(to - at, kept.length) };
  }

  /** What is made of each stretch; those of one text stand together, so that it is read once. */
  encode(stretches: readonly Stretch[]): Encoded[] {
    const sequences = new Map<string, Sequence>();
    stretches.forEach((stretch, at) => {
      const { tokens, from, to } = this.tokens(stretch);
      const key = tokens.join(" ");
      const known = sequences.get(key) ?? { tokens, asked: [] };
      known.asked.push({ at, from, to });
      sequences.set(key, known);
    });
    const found: Encoded[] = [];
    let batch: Sequence[] = [];
    let rows = 0;
    const finish = () => {
      if (batch.length > 0) this.batch(batch, found);
      batch = [];
      rows = 0;
    };
    for (const sequence of sequences.values()) {
      if (rows + sequence.tokens.length > ROWS) finish();
      batch.push(sequence);
      rows += sequence.tokens.length;
    }
    finish();
    return found;
  }

  private apply({ at, scales, bias, rows, columns }: Placed, from: number, to: number, n: number): void {
    this.kernels.product(from, at, to, n, rows, columns, scales, bias, this.at.totals);
  }

  private normalise(norm: PlacedNorm, n: number): void {
    const { at, kernels, weights } = this;
    kernels.normalise(at.rows, at.sums, at.narrow, n, weights.sizes.hidden, norm.gain, norm.shift, norm.constants);
  }

  private batch(texts: readonly Sequence[], found: Encoded[]): void {
    const { at, weights, floats, bytes } = this;
    const { hidden } = weights.sizes;
    let n = 0;
    for (const { tokens } of texts)
      for (const [place, token] of tokens.entries()) {
        weights.word(token, floats, (at.rows >> 2) + n * hidden);
        const row = weights.positions.subarray(place * hidden, (place + 1) * hidden);
        floats.set(row, (at.sums >> 2) + n * hidden);
        n++;
      }
    this.normalise(this.begin, n);
    const after = weights.stance?.after ?? this.layers.length;
    this.run(this.layers.slice(0, after), texts, n);
    // From here on the stance has layers of its own, which begin with what the others begin with.
    const [first, size] = [at.rows >> 2, n * hidden];
    const rows = floats.slice(first, first + size);
    const narrow = bytes.slice(at.narrow, at.narrow + size);
    this.run(this.layers.slice(after), texts, n);
    const vectors = this.means(texts).map((mean) => unit(this.projected(mean)));
    const { stance } = weights;
    let leanings: readonly (readonly number[])[] = [];
    if (stance !== null) {
      floats.set(rows, first);
      bytes.set(narrow, at.narrow);
      this.run(this.stance, texts, n);
      leanings = this.means(texts).map((mean) => this.leaning(mean, stance));
    }
    const numbers = texts.flatMap(({ asked }) => asked.map(({ at: number }) => number));
    for (const [k, number] of numbers.entries())
      found[number] = { vector: vectors[k] ?? new Float32Array(), leaning: leanings[k] ?? null };
  }

  /** Takes the rows of some texts through layers. */
  private run(layers: readonly PlacedLayer[], texts: readonly Sequence[], n: number): void {
    const { at, kernels, weights } = this;
    const { hidden, inner } = weights.sizes;
    for (const layer of layers) {
      this.apply(layer.joined, at.narrow, at.wide, n);
      let from = 0;
      for (const { tokens } of texts) {
        const { length } = tokens;
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
  }

  /** The mean of the rows of each stretch that is asked for, in the order of texts. */
  private means(texts: readonly Sequence[]): Float64Array[] {
    const { hidden } = this.weights.sizes;
    let first = this.at.rows >> 2;
    return texts.flatMap(({ tokens, asked }) => {
      const own = asked.map(({ from, to }) =>
        meanOf(this.floats.subarray(first + from * hidden, first + to * hidden), hidden),
      );
      first += tokens.length * hidden;
      return own;
    });
  }

  private leaning(mean: Float64Array, { weights, bias }: StanceWeights): readonly number[] {
    const scores = Array.from(bias, (begin, stance) =>
      mean.reduce((sum, cell, j) => sum + cell * weights[stance * mean.length + j]!, begin),
    );
    const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
    const all = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / all);
  }

  private projected(mean: Float64Array): Float64Array {
    const { projection, sizes } = this.weights;
    if (projection === null) return mean;
    const out = new Float64Array(sizes.output);
    for (let i = 0; i < out.length; i++) {
      let cell = 0;
      for (let j = 0; j < mean.length; j++) cell += projection[i * mean.length + j]! * mean[j]!;
      out[i] = cell;
    }
    return out;
  }
}

/** How much of a normal form the beginning of a text takes. */
function lengthOf(text: string): number {
  const { length } = normalForm(text);
  // Of nothing it is a lone space, which belongs to what comes next.
  return length > 1 ? length : 0;
}

/** Where `room` pieces of `count` begin that have those from `from` to `to` in their midst: at a half of the room or so. */
function windowAt(from: number, to: number, count: number, room: number): number {
  const within = (at: number): number => Math.max(0, Math.min(at, count - room));
  const [half, ideal] = [room >> 1, ((from + to) >> 1) - (room >> 1)];
  const at = within(Math.floor((ideal + (half >> 1)) / half) * half);
  return from >= at && to <= at + room ? at : within(Math.min(from, ideal));
}

function meanOf(rows: Float32Array, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let row = 0; row < rows.length; row += width) for (let j = 0; j < width; j++) mean[j]! += rows[row + j]!;
  const count = Math.max(1, rows.length / width);
  return mean.map((cell) => cell / count);
}

function unit(vector: Float64Array): Float32Array {
  let square = 0;
  for (const cell of vector) square += cell * cell;
  const by = square > 0 ? 1 / Math.sqrt(square) : 0;
  return Float32Array.from(vector, (cell) => cell * by);
}
