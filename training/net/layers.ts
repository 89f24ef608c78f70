import type { Matrix, Tape } from "./tape.ts";

/** x·W + b. Rows of x must be padded to a multiple of four. */
export function linear(tape: Tape, x: Matrix, weights: Matrix, bias: Matrix | null): Matrix {
  const { arena } = tape;
  const [n, k, m] = [x.rows, weights.rows, weights.columns];
  const y = arena.matrix(n, m);
  if (bias !== null) for (let i = 0; i < n; i++) y.data.set(bias.data, i * m);
  arena.multiply(x.data, weights.data, y.data, n, k, m);
  tape.record(() => {
    arena.multiply(y.gradient, arena.transposed(weights.data, k, m), x.gradient, n, m, k);
    arena.multiply(arena.transposed(x.data, n, k), y.gradient, weights.gradient, k, n, m);
    if (bias === null) return;
    for (let i = 0, at = 0; i < n; i++) for (let j = 0; j < m; j++) bias.gradient[j]! += y.gradient[at++]!;
  });
  return y;
}

/** max(0, x), in place. */
export function relu(tape: Tape, x: Matrix): Matrix {
  const { data, gradient } = x;
  for (let i = 0; i < data.length; i++) if (data[i]! < 0) data[i] = 0;
  tape.record(() => {
    for (let i = 0; i < data.length; i++) if (data[i] === 0) gradient[i] = 0;
  });
  return x;
}

/** Sets cells to zero at random and scales the others up, in place; the mask is drawn from `random`. */
export function dropout(tape: Tape, x: Matrix, rate: number, random: () => number): Matrix {
  if (rate === 0) return x;
  const { data, gradient } = x;
  const scale = 1 / (1 - rate);
  const factors = new Float32Array(data.length);
  // One random number serves two cells, by its upper and its middle bits.
  for (let i = 0; i < data.length; i += 2) {
    const drawn = random() * 65536;
    const upper = Math.floor(drawn);
    factors[i] = upper < rate * 65536 ? 0 : scale;
    factors[i + 1] = drawn - upper < rate ? 0 : scale;
  }
  for (let i = 0; i < data.length; i++) data[i]! *= factors[i]!;
  tape.record(() => {
    for (let i = 0; i < data.length; i++) gradient[i]! *= factors[i]!;
  });
  return x;
}

/** Columns of several matrices side by side. */
export function beside(tape: Tape, parts: readonly Matrix[]): Matrix {
  const rows = parts[0]!.rows;
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  const out = tape.arena.matrix(rows, columns);
  let from = 0;
  const places = parts.map((part) => {
    const place = from;
    from += part.columns;
    return place;
  });
  parts.forEach((part, p) => {
    for (let i = 0; i < rows; i++)
      out.data.set(part.data.subarray(i * part.columns, (i + 1) * part.columns), i * columns + places[p]!);
  });
  tape.record(() => {
    parts.forEach((part, p) => {
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < part.columns; j++)
          part.gradient[i * part.columns + j]! += out.gradient[i * columns + places[p]! + j]!;
    });
  });
  return out;
}

/** a + b, of one shape. */
export function plus(tape: Tape, a: Matrix, b: Matrix): Matrix {
  const out = tape.arena.matrix(a.rows, a.columns);
  for (let i = 0; i < out.data.length; i++) out.data[i] = a.data[i]! + b.data[i]!;
  tape.record(() => {
    for (let i = 0; i < out.data.length; i++) {
      a.gradient[i]! += out.gradient[i]!;
      b.gradient[i]! += out.gradient[i]!;
    }
  });
  return out;
}

/**
 * A simple recurrent unit in both directions (after Lei et al. 2018, without the state in its gates): for the
 * pre-activations z (candidate), f (keep) and r (output) of each direction,
 * c(t) = σ(f)·c(t-1) + (1 - σ(f))·z and h = σ(r)·tanh(c). Gates lie as [z f r] of the forward direction, then the
 * backward one, `width` columns each. `starts` are the first rows of the sentences and the end of the last one.
 */
export function recurrent(tape: Tape, gates: Matrix, starts: readonly number[], width: number): Matrix {
  const { rows } = gates;
  const { kernels } = tape.arena;
  const out = tape.arena.matrix(rows, 2 * width);
  const before = tape.arena.floats(rows * 2 * width);
  /** Bytes from the first row to the part of a row that a direction works on. */
  const place = (row: number, direction: number, columns: number) => 4 * (row * 2 * columns + direction * columns);
  for (let s = 0; s + 1 < starts.length; s++)
    for (let direction = 0; direction < 2; direction++) {
      const [from, to] = [starts[s]!, starts[s + 1]!];
      const first = direction === 0 ? from : to - 1;
      kernels.recur(
        to - from,
        width,
        direction === 0 ? 1 : -1,
        gates.data.byteOffset + place(first, direction, 3 * width),
        before.byteOffset + place(first, direction, width),
        out.data.byteOffset + place(first, direction, width),
        0,
      );
    }
  tape.record(() => {
    for (let s = 0; s + 1 < starts.length; s++)
      for (let direction = 0; direction < 2; direction++) {
        const [from, to] = [starts[s]!, starts[s + 1]!];
        const last = direction === 0 ? to - 1 : from;
        kernels.recurBack(
          to - from,
          width,
          direction === 0 ? -1 : 1,
          gates.data.byteOffset + place(last, direction, 3 * width),
          before.byteOffset + place(last, direction, width),
          out.gradient.byteOffset + place(last, direction, width),
          gates.gradient.byteOffset + place(last, direction, 3 * width),
        );
      }
  });
  return out;
}
