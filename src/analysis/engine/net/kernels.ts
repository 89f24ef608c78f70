import {
  add,
  addFloats,
  addIntegers,
  type Code,
  constant,
  divideFloats,
  dotIntegers,
  each,
  floats,
  get,
  type Kernel,
  leastFloats,
  loadInteger,
  loadSplat,
  loadVector,
  loopWhile,
  mostFloats,
  multiply,
  multiplyFloats,
  narrow,
  noBits,
  roundFloats,
  set,
  shiftLeft,
  step,
  storeVector,
  subtractFloats,
  toFloats,
  toIntegers,
} from "./assembler.ts";

/** Columns of a product made at a time, in rows of its matrices. */
export const COLUMNS = 8;
/** Cells of a direction of a recurrent layer worked on at a time. */
export const CELLS = 16;

/** Rows of a product made at a time. */
export const ROWS = 4;

/** Runs through n rows: by fours, a last two, a last one; `tile` steps `row` on, `rest` is a local it keeps its end in. */
export const rowsOf = (row: number, n: number, rest: number, tile: (rows: number) => Code): Code => [
  set(row, constant(0)),
  [ROWS, ROWS / 2, 1].map((rows) => [
    set(rest, [get(n), constant(-rows), 0x71]),
    loopWhile(get(row), get(rest), tile(rows)),
  ]),
];

/** Locals that a tile of a product is written by: addresses, its first row, its first column in bytes, bytes of a row. */
type TileLocals = Readonly<Record<"to" | "begin" | "row" | "stride" | "column" | "scales" | "biases", number>>;

/** Writes a tile's sums, each column times its scale and plus its bias: eight columns of some rows; `at` has their locals. */
export const tileOut = (
  rows: number,
  at: (row: number, half: number) => number,
  { to, begin, row, stride, column, scales, biases }: TileLocals,
): Code => [
  set(to, add(get(begin), add(multiply(get(row), get(stride)), get(column)))),
  each(rows, (r) => [
    each(2, (half) =>
      storeVector(
        get(to),
        addFloats(
          multiplyFloats(toFloats(get(at(r, half))), loadVector(add(get(scales), get(column)), 16 * half)),
          loadVector(add(get(biases), get(column)), 16 * half),
        ),
        16 * half,
      ),
    ),
    set(to, add(get(to), get(stride))),
  ]),
];

/**
 * `product(a, b, c, n, k, m, scales, biases, wide)`: C (n × m, floats) = A (n × k, 16-bit integers, its rows `wide` bytes
 * apart) times B, each column times its scale and plus its bias. B lies in panels of eight columns, one after another;
 * in a panel, pairs of rows: B[2p][j], B[2p + 1][j] side by side. k must divide by eight and m by eight.
 */
function productKernel(): Kernel & { readonly name: "product" } {
  const [A, B, C, N, K, M, SCALES, BIASES, WIDE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [I, J, END, PB, PC, STRIDE, LENGTH, REST] = [9, 10, 11, 12, 13, 14, 15, 16];
  const PA = 17;
  const sums = PA + ROWS;
  const [B0, B1] = [sums + 2 * ROWS, sums + 2 * ROWS + 1];
  const at = (row: number, half: number) => sums + 2 * row + half;
  const tile = (rows: number): Code => [
    each(rows, (r) => [
      set(PA + r, r === 0 ? add(get(A), multiply(get(I), get(WIDE))) : add(get(PA + r - 1), get(WIDE))),
      set(at(r, 0), noBits),
      set(at(r, 1), noBits),
    ]),
    set(PB, get(B)),
    set(END, add(get(PA), get(LENGTH))),
    loopWhile(get(PA), get(END), [
      each(4, (u) => [
        set(B0, loadVector(get(PB), 32 * u)),
        set(B1, loadVector(get(PB), 32 * u + 16)),
        each(rows, (r) => [
          set(at(r, 0), addIntegers(get(at(r, 0)), dotIntegers(loadSplat(get(PA + r), 4 * u), get(B0)))),
          set(at(r, 1), addIntegers(get(at(r, 1)), dotIntegers(loadSplat(get(PA + r), 4 * u), get(B1)))),
        ]),
      ]),
      step(PB, 128),
      each(rows, (r) => step(PA + r, 16)),
    ]),
    tileOut(rows, at, { to: PC, begin: C, row: I, stride: STRIDE, column: J, scales: SCALES, biases: BIASES }),
    step(I, rows),
  ];
  return {
    name: "product",
    parameters: 9,
    integers: sums - 9,
    vectors: 2 * ROWS + 2,
    body: [
      set(STRIDE, shiftLeft(get(M), 2)),
      set(LENGTH, shiftLeft(get(K), 1)),
      set(J, constant(0)),
      loopWhile(get(J), get(STRIDE), [
        rowsOf(I, N, REST, tile),
        set(B, add(get(B), shiftLeft(get(K), 4))),
        step(J, 4 * COLUMNS),
      ]),
    ],
  };
}

/**
 * tanh's stand-in is x(27 + x²)/(27 + 9x²) within ±3, where it meets ±1 with slope 0: sets the locals `above` and `below`
 * to what is divided and by what.
 */
const tanh = (x: Code, above: number, below: number): Code => [
  set(above, leastFloats(mostFloats(x, floats(-3)), floats(3))),
  set(below, multiplyFloats(get(above), get(above))),
  set(above, multiplyFloats(get(above), addFloats(floats(27), get(below)))),
  set(below, addFloats(floats(27), multiplyFloats(floats(9), get(below)))),
];

/**
 * `recur(rows, n, width, below, out, whole, scale, by, wide)`: one direction of a recurrent layer. `rows` points to n
 * addresses of gates (z, f, r: `width` floats each), taken one after the other, `by` (4 or -4) bytes apart. The output
 * (in `recurOn` plus what lies in `below`) goes to `out`, two widths of floats a word, and times the 32-bit float at
 * `scale` as 16-bit integers to `whole`, `wide` bytes a word; all run backwards where `by` is negative.
 */
function recurKernel(name: "recur" | "recurOn", residual: boolean): Kernel & { readonly name: "recur" | "recurOn" } {
  const [ROWS_AT, N, WIDTH, BELOW, OUT, WHOLE, SCALE, BY, WIDE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [J, T, ROW, PO, PW, PP, GATE, STRIDE, WIDTH4, PR] = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
  const state = 19;
  const vectors = CELLS / 4;
  const [Z, ABOVE, BENEATH, TOP, BOTTOM] = each(5, (i) => state + vectors + i) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const outputs = BOTTOM + 1;
  const half = floats(0.5);
  const whole = (x: Code): Code => toIntegers(roundFloats(multiplyFloats(x, loadSplat(get(SCALE)))));
  return {
    name,
    parameters: 9,
    integers: state - 9,
    vectors: vectors + 5 + vectors,
    body: [
      set(WIDTH4, shiftLeft(get(WIDTH), 2)),
      set(STRIDE, multiply(shiftLeft(get(WIDTH), 1), get(BY))),
      set(J, constant(0)),
      loopWhile(get(J), get(WIDTH4), [
        each(vectors, (v) => set(state + v, noBits)),
        set(PO, add(get(OUT), get(J))),
        set(PP, add(get(BELOW), get(J))),
        set(PW, add(get(WHOLE), [get(J), constant(1), 0x76])),
        set(PR, get(ROWS_AT)),
        set(T, constant(0)),
        loopWhile(get(T), get(N), [
          set(ROW, add(loadInteger(get(PR)), get(J))),
          each(vectors, (v) => [
            set(GATE, add(get(ROW), get(WIDTH4))),
            set(Z, loadVector(get(ROW), 16 * v)),
            // σ(x) is ½ + ½ tanh ½x.
            tanh(multiplyFloats(half, loadVector(get(GATE), 16 * v)), ABOVE, BENEATH),
            set(
              state + v,
              addFloats(
                get(Z),
                multiplyFloats(
                  addFloats(half, multiplyFloats(half, divideFloats(get(ABOVE), get(BENEATH)))),
                  subtractFloats(get(state + v), get(Z)),
                ),
              ),
            ),
            // σ(r)·tanh c with one division.
            tanh(multiplyFloats(half, loadVector(add(get(GATE), get(WIDTH4)), 16 * v)), ABOVE, BENEATH),
            tanh(get(state + v), TOP, BOTTOM),
            set(
              outputs + v,
              divideFloats(
                multiplyFloats(multiplyFloats(half, addFloats(get(BENEATH), get(ABOVE))), get(TOP)),
                multiplyFloats(get(BENEATH), get(BOTTOM)),
              ),
            ),
            residual ? set(outputs + v, addFloats(get(outputs + v), loadVector(get(PP), 16 * v))) : [],
            storeVector(get(PO), get(outputs + v), 16 * v),
          ]),
          each(vectors / 2, (v) =>
            storeVector(get(PW), narrow(whole(get(outputs + 2 * v)), whole(get(outputs + 2 * v + 1))), 16 * v),
          ),
          set(PR, add(get(PR), get(BY))),
          set(PO, add(get(PO), get(STRIDE))),
          set(PP, add(get(PP), get(STRIDE))),
          set(PW, add(get(PW), get(WIDE))),
          step(T, 1),
        ]),
        step(J, 4 * CELLS),
      ]),
    ],
  };
}

/**
 * `quantise(from, to, count, scale, floor)`: floats, no less than the 32-bit float at `floor`, times the one at `scale`,
 * as 16-bit integers. `count` must divide by eight.
 */
function quantiseKernel(): Kernel & { readonly name: "quantise" } {
  const [FROM, TO, COUNT, SCALE, FLOOR, END] = [0, 1, 2, 3, 4, 5];
  const whole = (offset: number): Code =>
    toIntegers(
      roundFloats(
        multiplyFloats(mostFloats(loadVector(get(FROM), offset), loadSplat(get(FLOOR))), loadSplat(get(SCALE))),
      ),
    );
  return {
    name: "quantise",
    parameters: 5,
    integers: 1,
    vectors: 0,
    body: [
      set(END, add(get(FROM), shiftLeft(get(COUNT), 2))),
      loopWhile(get(FROM), get(END), [storeVector(get(TO), narrow(whole(0), whole(16))), step(FROM, 32), step(TO, 16)]),
    ],
  };
}

export const kernels = [
  productKernel(),
  recurKernel("recur", false),
  recurKernel("recurOn", true),
  quantiseKernel(),
] as const;
