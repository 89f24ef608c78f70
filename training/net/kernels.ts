import {
  add,
  addFloats,
  type Code,
  constant,
  divideFloats,
  each,
  floats,
  get,
  leastFloats,
  loadSplat,
  loadVector,
  loopWhile,
  mostFloats,
  multiply,
  multiplyFloats,
  noBits,
  rootFloats,
  set,
  shiftLeft,
  step,
  storeVector,
  subtract,
  subtractFloats,
} from "../../src/analysis/engine/net/assembler.ts";
import { CELLS, COLUMNS, ROWS, rowsOf } from "../../src/analysis/engine/net/kernels.ts";

const UNROLLED = 4;

/**
 * `multiply(a, b, c, n, k, m, panel)`: adds to C (n × m) the product of A (n × k) and B (k × m), all 32-bit floats in
 * rows. k must divide by four and m by eight. Four rows by eight columns of the result stay in registers; eight columns
 * of B are first laid together at `panel` (32 k bytes), which memory is read from faster.
 */
const [A, B, C, N, K, M, PANEL] = [0, 1, 2, 3, 4, 5, 6];
const [I, J, END, PB, PC, STRIDE, LENGTH, SIZE] = [7, 8, 9, 10, 11, 12, 13, 14];
const PA = 15;
const ACCUMULATORS = PA + ROWS;
const [B0, B1] = [ACCUMULATORS + 2 * ROWS, ACCUMULATORS + 2 * ROWS + 1];

function tile(rows: number): Code {
  const at = (row: number, half: number) => ACCUMULATORS + 2 * row + half;
  return [
    set(PC, add(get(C), add(multiply(get(I), get(STRIDE)), get(J)))),
    each(rows, (r) => [
      set(PA + r, r === 0 ? add(get(A), multiply(get(I), get(LENGTH))) : add(get(PA + r - 1), get(LENGTH))),
      set(at(r, 0), loadVector(get(PC))),
      set(at(r, 1), loadVector(get(PC), 16)),
      r < rows - 1 ? set(PC, add(get(PC), get(STRIDE))) : [],
    ]),
    set(PB, get(PANEL)),
    set(END, add(get(PA), get(LENGTH))),
    loopWhile(get(PA), get(END), [
      each(UNROLLED, (u) => [
        set(B0, loadVector(get(PB), 32 * u)),
        set(B1, loadVector(get(PB), 32 * u + 16)),
        each(rows, (r) => [
          set(at(r, 0), addFloats(get(at(r, 0)), multiplyFloats(loadSplat(get(PA + r), 4 * u), get(B0)))),
          set(at(r, 1), addFloats(get(at(r, 1)), multiplyFloats(loadSplat(get(PA + r), 4 * u), get(B1)))),
        ]),
      ]),
      step(PB, 32 * UNROLLED),
      each(rows, (r) => step(PA + r, 4 * UNROLLED)),
    ]),
    each(rows, (i) => {
      const r = rows - 1 - i;
      return [
        storeVector(get(PC), get(at(r, 0))),
        storeVector(get(PC), get(at(r, 1)), 16),
        r > 0 ? set(PC, subtract(get(PC), get(STRIDE))) : [],
      ];
    }),
    step(I, rows),
  ];
}

const multiplyKernel = {
  name: "multiply",
  parameters: 7,
  integers: ACCUMULATORS - 7,
  vectors: 2 * ROWS + 2,
  body: [
    set(STRIDE, shiftLeft(get(M), 2)),
    set(LENGTH, shiftLeft(get(K), 2)),
    set(J, constant(0)),
    loopWhile(get(J), get(STRIDE), [
      set(PB, add(get(B), get(J))),
      set(PC, get(PANEL)),
      set(END, add(get(PANEL), shiftLeft(get(K), 5))),
      loopWhile(get(PC), get(END), [
        storeVector(get(PC), loadVector(get(PB))),
        storeVector(get(PC), loadVector(get(PB), 16), 16),
        set(PB, add(get(PB), get(STRIDE))),
        step(PC, 32),
      ]),
      rowsOf(I, N, SIZE, tile),
      step(J, 4 * COLUMNS),
    ]),
  ],
} as const;

/** tanh's stand-in and its slope at x (`activation.ts`); all arguments but x are vector locals. */
const tanhAt = (x: Code, value: number, slope: number, square: number, below: number): Code => [
  set(value, leastFloats(mostFloats(x, floats(-3)), floats(3))),
  set(square, multiplyFloats(get(value), get(value))),
  set(below, addFloats(floats(27), multiplyFloats(floats(9), get(square)))),
  set(
    slope,
    divideFloats(
      subtractFloats(
        multiplyFloats(addFloats(floats(27), multiplyFloats(floats(3), get(square))), get(below)),
        multiplyFloats(multiplyFloats(floats(18), get(square)), addFloats(floats(27), get(square))),
      ),
      multiplyFloats(get(below), get(below)),
    ),
  ),
  set(value, divideFloats(multiplyFloats(get(value), addFloats(floats(27), get(square))), get(below))),
];

const half = floats(0.5);
const sigmoidOf = (tanh: number): Code => addFloats(half, multiplyFloats(half, get(tanh)));

/** Walks the words of a direction for sixteen cells after sixteen; `body` works on vector v. */
function walk(
  pointers: readonly { from: number; to: number; wide: boolean }[],
  clear: Code,
  body: (v: number) => Code,
) {
  const [N, WIDTH, BY] = [0, 1, 2];
  const [J, T, NARROW, WIDE, WIDTH4] = [7, 8, 9, 10, 11];
  return [
    set(WIDTH4, shiftLeft(get(WIDTH), 2)),
    set(NARROW, multiply(shiftLeft(get(WIDTH), 3), get(BY))),
    set(WIDE, multiply(get(NARROW), constant(3))),
    set(J, constant(0)),
    loopWhile(get(J), get(WIDTH4), [
      clear,
      pointers.map(({ from, to }) => set(to, add(get(from), get(J)))),
      set(T, constant(0)),
      loopWhile(get(T), get(N), [
        each(CELLS / 4, body),
        pointers.map(({ to, wide }) => set(to, add(get(to), get(wide ? WIDE : NARROW)))),
        step(T, 1),
      ]),
      step(J, 4 * CELLS),
    ]),
  ];
}

/**
 * `recur(n, width, by, gates, before, out, -)`: one direction of a recurrent layer over n words, forwards (by = 1) or
 * backwards (-1) from the given rows of gates (z, f, r; six widths a row), earlier states (written) and outputs.
 */
function recurKernel() {
  const [GATES, BEFORE, OUT] = [3, 4, 5];
  const WIDTH4 = 11;
  const [PG, PB, PO] = [12, 13, 14];
  const state = 16;
  const [F, R, Z, C, SLOPE, SQUARE, BELOW] = each(7, (i) => state + 4 + i) as Seven;
  return {
    name: "recur",
    parameters: 7,
    integers: 9,
    vectors: 11,
    body: walk(
      [
        { from: GATES, to: PG, wide: true },
        { from: BEFORE, to: PB, wide: false },
        { from: OUT, to: PO, wide: false },
      ],
      each(4, (v) => set(state + v, noBits)),
      (v) => [
        storeVector(get(PB), get(state + v), 16 * v),
        tanhAt(multiplyFloats(half, loadVector(add(get(PG), get(WIDTH4)), 16 * v)), F, SLOPE, SQUARE, BELOW),
        tanhAt(
          multiplyFloats(half, loadVector(add(get(PG), shiftLeft(get(WIDTH4), 1)), 16 * v)),
          R,
          SLOPE,
          SQUARE,
          BELOW,
        ),
        set(Z, loadVector(get(PG), 16 * v)),
        set(state + v, addFloats(get(Z), multiplyFloats(sigmoidOf(F), subtractFloats(get(state + v), get(Z))))),
        tanhAt(get(state + v), C, SLOPE, SQUARE, BELOW),
        storeVector(get(PO), multiplyFloats(sigmoidOf(R), get(C)), 16 * v),
      ],
    ),
  } as const;
}

type Seven = [number, number, number, number, number, number, number];

/**
 * `recurBack(n, width, by, gates, before, gradient, slopes)`: gradients of the gates (written to `slopes`, laid out as
 * they) from those of the outputs; rows are given as to `recur`, but walked from the last word to the first.
 */
function recurBackKernel() {
  const [GATES, BEFORE, GRADIENT, SLOPES] = [3, 4, 5, 6];
  const WIDTH4 = 11;
  const [PG, PB, PO, PS] = [12, 13, 14, 15];
  const carried = 16;
  const [F, SF, R, SR, Z, C, SC] = each(7, (i) => carried + 4 + i) as Seven;
  const [SQUARE, BELOW, PREVIOUS, DH, DC] = each(5, (i) => carried + 11 + i) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const quarter = floats(0.25);
  return {
    name: "recurBack",
    parameters: 7,
    integers: 9,
    vectors: 16,
    body: walk(
      [
        { from: GATES, to: PG, wide: true },
        { from: BEFORE, to: PB, wide: false },
        { from: GRADIENT, to: PO, wide: false },
        { from: SLOPES, to: PS, wide: true },
      ],
      each(4, (v) => set(carried + v, noBits)),
      (v) => [
        tanhAt(multiplyFloats(half, loadVector(add(get(PG), get(WIDTH4)), 16 * v)), F, SF, SQUARE, BELOW),
        set(F, sigmoidOf(F)),
        tanhAt(multiplyFloats(half, loadVector(add(get(PG), shiftLeft(get(WIDTH4), 1)), 16 * v)), R, SR, SQUARE, BELOW),
        set(R, sigmoidOf(R)),
        set(Z, loadVector(get(PG), 16 * v)),
        set(PREVIOUS, subtractFloats(loadVector(get(PB), 16 * v), get(Z))),
        tanhAt(addFloats(get(Z), multiplyFloats(get(F), get(PREVIOUS))), C, SC, SQUARE, BELOW),
        set(DH, loadVector(get(PO), 16 * v)),
        storeVector(
          add(get(PS), shiftLeft(get(WIDTH4), 1)),
          multiplyFloats(multiplyFloats(get(DH), get(C)), multiplyFloats(quarter, get(SR))),
          16 * v,
        ),
        set(DC, addFloats(get(carried + v), multiplyFloats(multiplyFloats(get(DH), get(R)), get(SC)))),
        storeVector(
          add(get(PS), get(WIDTH4)),
          multiplyFloats(multiplyFloats(get(DC), get(PREVIOUS)), multiplyFloats(quarter, get(SF))),
          16 * v,
        ),
        storeVector(get(PS), multiplyFloats(get(DC), subtractFloats(floats(1), get(F))), 16 * v),
        set(carried + v, multiplyFloats(get(DC), get(F))),
      ],
    ),
  } as const;
}

/**
 * `adam(count, data, gradient, first, second, mean, constants)`: a step of Adam over `count` (divisible by four) cells.
 * `constants` points to eight numbers, each four times: scale of the gradient, β1, 1 - β1, β2, 1 - β2, the step's size,
 * what keeps from dividing by nothing, and what the running mean keeps. The gradient is zero afterwards.
 */
function adamKernel() {
  const [COUNT, DATA, GRADIENT, FIRST, SECOND, MEAN, CONSTANTS, END] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [G, M, V, D] = [8, 9, 10, 11];
  const given = (i: number): Code => loadVector(get(CONSTANTS), 16 * i);
  return {
    name: "adam",
    parameters: 7,
    integers: 1,
    vectors: 4,
    body: [
      set(END, add(get(DATA), shiftLeft(get(COUNT), 2))),
      loopWhile(get(DATA), get(END), [
        set(G, multiplyFloats(loadVector(get(GRADIENT)), given(0))),
        storeVector(get(GRADIENT), noBits),
        set(M, addFloats(multiplyFloats(given(1), loadVector(get(FIRST))), multiplyFloats(given(2), get(G)))),
        set(
          V,
          addFloats(
            multiplyFloats(given(3), loadVector(get(SECOND))),
            multiplyFloats(multiplyFloats(given(4), get(G)), get(G)),
          ),
        ),
        storeVector(get(FIRST), get(M)),
        storeVector(get(SECOND), get(V)),
        set(
          D,
          subtractFloats(
            loadVector(get(DATA)),
            divideFloats(multiplyFloats(given(5), get(M)), addFloats(rootFloats(get(V)), given(6))),
          ),
        ),
        storeVector(get(DATA), get(D)),
        storeVector(
          get(MEAN),
          addFloats(get(D), multiplyFloats(given(7), subtractFloats(loadVector(get(MEAN)), get(D)))),
        ),
        [DATA, GRADIENT, FIRST, SECOND, MEAN].map((pointer) => step(pointer, 16)),
      ]),
    ],
  } as const;
}

export const kernels = [multiplyKernel, recurKernel(), recurBackKernel(), adamKernel()] as const;
