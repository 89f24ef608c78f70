import {
  add,
  addFloats,
  addIntegers,
  addShorts,
  type Code,
  constant,
  divideFloats,
  dotBytes,
  dotIntegers,
  each,
  floats,
  get,
  integers,
  type Kernel,
  lanes,
  loadSplat,
  loadVector,
  loopWhile,
  mostFloats,
  multiply,
  multiplyFloats,
  narrow,
  narrowShorts,
  noBits,
  pairBytes,
  rootFloats,
  roundFloats,
  set,
  shiftIntegers,
  shiftLeft,
  shorts,
  sizeFloats,
  step,
  storeFirst,
  storeVector,
  subtractFloats,
  toIntegers,
} from "../engine/net/assembler.ts";
import { COLUMNS, ROWS, rowsOf, tileOut } from "../engine/net/kernels.ts";

/** Cells of a head of attention. */
export const HEAD = 32;

/**
 * The largest cell of a matrix. 127 × 62 × 4, and 128 × 62 × 4, are within 16 bits: two products of pairs of bytes are
 * added before they are made wider.
 */
export const LARGEST = 31;

/** x Φ(x) is never below -0.17: its bytes are kept so much smaller, which gives nearly their whole range to what is above. */
export const LOWERED = 112;

/** Combines the four lanes of a local with each other, so that all four hold the result. */
const across = (local: number, join: (a: Code, b: Code) => Code): Code => [
  set(local, join(get(local), lanes(get(local), get(local), [2, 3, 0, 1]))),
  set(local, join(get(local), lanes(get(local), get(local), [1, 0, 3, 2]))),
];
const whole = (x: Code): Code => toIntegers(roundFloats(x));
/** a[0] + a[1] x + a[2] x² + …, x being in a local. */
const polynomial = (x: number, a: readonly number[]): Code =>
  a.reduceRight<Code>(
    (sum, next) => (sum.length === 0 ? floats(next) : addFloats(multiplyFloats(sum, get(x)), floats(next))),
    [],
  );

/** Sixteen cells as bytes: each of four vectors times what stands at `scales`, less so much. */
const bytes = (values: readonly Code[], scales: Code, less = 0): Code => {
  const [a = [], b = [], c = [], d = []] = values.map((value, v) => {
    const scaled = multiplyFloats(value, loadVector(scales, 16 * v));
    return whole(less === 0 ? scaled : subtractFloats(scaled, floats(less)));
  });
  return narrowShorts(narrow(a, b), narrow(c, d));
};

/**
 * `product(a, b, c, n, k, m, scales, biases, sums)`: C (n × m, floats) = A (n × k, bytes) times B, each column times its
 * scale and plus its bias. B's cells, none beyond 31 in size, are kept 31 larger, so that none is below zero; what that
 * makes too much of a row is taken away beforehand and stands at `sums` (n 32-bit integers). B lies in panels of eight
 * columns, one after another; in a panel, four rows of a column side by side. k must divide by 16 and m by eight.
 */
function productKernel(): Kernel & { readonly name: "product" } {
  const [A, B, C, N, K, M, SCALES, BIASES, SUMS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [I, J, END, PB, PC, STRIDE, REST] = [9, 10, 11, 12, 13, 14, 15];
  const PA = 16;
  const totals = PA + ROWS;
  const [PAIRS, ONES, FIRST, SECOND] = each(4, (i) => totals + 2 * ROWS + i) as [number, number, number, number];
  const at = (row: number, half: number) => totals + 2 * row + half;
  const tile = (rows: number): Code => [
    each(rows, (r) => [
      set(PA + r, r === 0 ? add(get(A), multiply(get(I), get(K))) : add(get(PA + r - 1), get(K))),
      each(2, (half) => set(at(r, half), loadSplat(add(get(SUMS), shiftLeft(get(I), 2)), 4 * r))),
    ]),
    set(PB, get(B)),
    set(END, add(get(PA), get(K))),
    loopWhile(get(PA), get(END), [
      each(2, (u) =>
        each(2, (half) => [
          set(FIRST, loadVector(get(PB), 64 * u + 16 * half)),
          set(SECOND, loadVector(get(PB), 64 * u + 32 + 16 * half)),
          each(rows, (r) => [
            set(PAIRS, dotBytes(loadSplat(get(PA + r), 8 * u), get(FIRST))),
            set(PAIRS, addShorts(get(PAIRS), dotBytes(loadSplat(get(PA + r), 8 * u + 4), get(SECOND)))),
            set(at(r, half), addIntegers(get(at(r, half)), dotIntegers(get(PAIRS), get(ONES)))),
          ]),
        ]),
      ),
      step(PB, 128),
      each(rows, (r) => step(PA + r, 16)),
    ]),
    tileOut(rows, at, { to: PC, begin: C, row: I, stride: STRIDE, column: J, scales: SCALES, biases: BIASES }),
    step(I, rows),
  ];
  return {
    name: "product",
    parameters: 9,
    integers: totals - 9,
    vectors: 2 * ROWS + 4,
    body: [
      set(ONES, shorts(-LARGEST)),
      set(PA, get(A)),
      set(I, constant(0)),
      loopWhile(get(I), get(N), [
        set(END, add(get(PA), get(K))),
        set(totals, noBits),
        loopWhile(get(PA), get(END), [
          set(totals, addIntegers(get(totals), dotIntegers(pairBytes(loadVector(get(PA))), get(ONES)))),
          step(PA, 16),
        ]),
        across(totals, addIntegers),
        storeFirst(add(get(SUMS), shiftLeft(get(I), 2)), get(totals)),
        step(I, 1),
      ]),
      set(ONES, shorts(1)),
      set(STRIDE, shiftLeft(get(M), 2)),
      set(J, constant(0)),
      loopWhile(get(J), get(STRIDE), [
        rowsOf(I, N, REST, tile),
        set(B, add(get(B), shiftLeft(get(K), 3))),
        step(J, 4 * COLUMNS),
      ]),
    ],
  };
}

/**
 * `normalise(x, y, to, n, width, gain, shift, constants)`: rows x + y (n × width floats) with mean 0 and variance 1, each
 * column times its gain and plus its shift, take the place of x; each column times a scale they go to `to` as bytes. At
 * `constants` stand 1 / width, what is added to the variance, and, 16 bytes on, the scales. `width` must divide by 16.
 */
function normaliseKernel(): Kernel & { readonly name: "normalise" } {
  const [X, Y, TO, N, WIDTH, GAIN, SHIFT, CONSTANTS] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [LENGTH, END, AT, PG, PS, PC, ROW] = [8, 9, 10, 11, 12, 13, 14];
  const [MEAN, SPREAD, CELLS] = [15, 16, 17];
  const normal = (offset: number): Code =>
    addFloats(
      multiplyFloats(
        multiplyFloats(subtractFloats(loadVector(get(AT), offset), get(MEAN)), get(SPREAD)),
        loadVector(get(PG), offset),
      ),
      loadVector(get(PS), offset),
    );
  return {
    name: "normalise",
    parameters: 8,
    integers: 7,
    vectors: 6,
    body: [
      set(LENGTH, shiftLeft(get(WIDTH), 2)),
      set(ROW, constant(0)),
      loopWhile(get(ROW), get(N), [
        set(END, add(get(X), get(LENGTH))),
        set(AT, get(X)),
        set(MEAN, noBits),
        loopWhile(get(AT), get(END), [
          set(CELLS, addFloats(loadVector(get(AT)), loadVector(get(Y)))),
          storeVector(get(AT), get(CELLS)),
          set(MEAN, addFloats(get(MEAN), get(CELLS))),
          step(AT, 16),
          step(Y, 16),
        ]),
        across(MEAN, addFloats),
        set(MEAN, multiplyFloats(get(MEAN), loadSplat(get(CONSTANTS)))),
        set(AT, get(X)),
        set(SPREAD, noBits),
        loopWhile(get(AT), get(END), [
          set(CELLS, subtractFloats(loadVector(get(AT)), get(MEAN))),
          set(SPREAD, addFloats(get(SPREAD), multiplyFloats(get(CELLS), get(CELLS)))),
          step(AT, 16),
        ]),
        across(SPREAD, addFloats),
        set(
          SPREAD,
          divideFloats(
            floats(1),
            rootFloats(addFloats(multiplyFloats(get(SPREAD), loadSplat(get(CONSTANTS))), loadSplat(get(CONSTANTS), 4))),
          ),
        ),
        set(AT, get(X)),
        set(PG, get(GAIN)),
        set(PS, get(SHIFT)),
        set(PC, add(get(CONSTANTS), constant(16))),
        loopWhile(get(AT), get(END), [
          each(4, (v) => [set(CELLS + v, normal(16 * v)), storeVector(get(AT), get(CELLS + v), 16 * v)]),
          storeVector(
            get(TO),
            bytes(
              each(4, (v) => get(CELLS + v)),
              get(PC),
            ),
          ),
          each(4, (i) => step([AT, PG, PS, PC][i] ?? AT, 64)),
          step(TO, 16),
        ]),
        set(X, get(END)),
        step(ROW, 1),
      ]),
    ],
  };
}

/**
 * `gelu(from, to, n, width, scales)`: x Φ(x), Φ the normal distribution, of n rows of floats, each column times its
 * scale and less 112, as bytes. The error function is Abramowitz and Stegun's 7.1.28, right to 3e-7. `width` must divide by 16.
 */
function geluKernel(): Kernel & { readonly name: "gelu" } {
  const [FROM, TO, N, WIDTH, SCALES, END, I, P_SCALE] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [SIZE, Z, P, CELLS] = [8, 9, 10, 11];
  const erf = [1, 0.0705230784, 0.0422820123, 0.0092705272, 0.0001520143, 0.0002765672, 0.0000430638];
  const value = (v: number): Code => [
    set(CELLS + v, loadVector(get(FROM), 16 * v)),
    set(SIZE, sizeFloats(get(CELLS + v))),
    set(Z, multiplyFloats(get(SIZE), floats(Math.SQRT1_2))),
    set(P, polynomial(Z, erf)),
    each(4, () => set(P, multiplyFloats(get(P), get(P)))),
    set(
      CELLS + v,
      subtractFloats(
        mostFloats(get(CELLS + v), floats(0)),
        divideFloats(multiplyFloats(get(SIZE), floats(0.5)), get(P)),
      ),
    ),
  ];
  return {
    name: "gelu",
    parameters: 5,
    integers: 3,
    vectors: 7,
    body: [
      set(I, constant(0)),
      loopWhile(get(I), get(N), [
        set(END, add(get(FROM), shiftLeft(get(WIDTH), 2))),
        set(P_SCALE, get(SCALES)),
        loopWhile(get(FROM), get(END), [
          each(4, value),
          storeVector(
            get(TO),
            bytes(
              each(4, (v) => get(CELLS + v)),
              get(P_SCALE),
              LOWERED,
            ),
          ),
          step(FROM, 64),
          step(P_SCALE, 64),
          step(TO, 16),
        ]),
        step(I, 1),
      ]),
    ],
  };
}

/** Sets a local to e to its power, which must not be above 0: 2ᵏ times a polynomial of what is left of the power. */
const exponential = (x: number, k: number, rest: number): Code => [
  set(x, mostFloats(get(x), floats(-87))),
  set(k, roundFloats(multiplyFloats(get(x), floats(Math.LOG2E)))),
  set(rest, subtractFloats(get(x), multiplyFloats(get(k), floats(Math.LN2)))),
  set(x, polynomial(rest, [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720])),
  set(x, multiplyFloats(get(x), shiftIntegers(addIntegers(toIntegers(get(k)), integers(127)), 23))),
];

/**
 * `attend(rows, to, n, width, scores, scales)`: what each of n tokens attends to, in heads of 32 cells. A row holds
 * question, key and value (3 × width floats), the questions already divided by the root of 32; the result, each column
 * times its scale, goes to `to` as n × width bytes. `scores` is room for n + 4 floats.
 */
function attendKernel(): Kernel & { readonly name: "attend" } {
  const [FROM, TO, N, WIDTH, SCORES, SCALES] = [0, 1, 2, 3, 4, 5];
  const [HEAD_AT, LENGTH, STRIDE, I, Q, K, P, LAST, OUT] = [6, 7, 8, 9, 10, 11, 12, 13, 14];
  const [SUM, MOST, A, B, CELLS] = [15, 16, 17, 18, 19];
  const vectors = HEAD / 4;
  const firstOf = (table: number): Code => add(add(get(FROM), get(HEAD_AT)), multiply(get(LENGTH), constant(table)));
  return {
    name: "attend",
    parameters: 6,
    integers: 9,
    vectors: 4 + vectors,
    body: [
      set(LENGTH, shiftLeft(get(WIDTH), 2)),
      set(STRIDE, multiply(get(LENGTH), constant(3))),
      set(LAST, add(get(SCORES), shiftLeft(get(N), 2))),
      set(HEAD_AT, constant(0)),
      loopWhile(get(HEAD_AT), get(LENGTH), [
        set(Q, firstOf(0)),
        set(OUT, add(get(TO), [get(HEAD_AT), constant(2), 0x76])),
        set(I, constant(0)),
        loopWhile(get(I), get(N), [
          each(vectors, (v) => set(CELLS + v, loadVector(get(Q), 16 * v))),
          set(K, firstOf(1)),
          set(P, get(SCORES)),
          loopWhile(get(P), get(LAST), [
            set(A, multiplyFloats(get(CELLS), loadVector(get(K)))),
            set(B, multiplyFloats(get(CELLS + 1), loadVector(get(K), 16))),
            each((vectors - 2) / 2, (v) => [
              set(A, addFloats(get(A), multiplyFloats(get(CELLS + 2 * v + 2), loadVector(get(K), 32 * v + 32)))),
              set(B, addFloats(get(B), multiplyFloats(get(CELLS + 2 * v + 3), loadVector(get(K), 32 * v + 48)))),
            ]),
            set(A, addFloats(get(A), get(B))),
            across(A, addFloats),
            storeFirst(get(P), get(A)),
            set(K, add(get(K), get(STRIDE))),
            step(P, 4),
          ]),
          // The last vector of scores is filled up with what comes to nothing.
          storeVector(get(LAST), floats(-1e30)),
          set(MOST, floats(-1e30)),
          set(P, get(SCORES)),
          loopWhile(get(P), get(LAST), [set(MOST, mostFloats(get(MOST), loadVector(get(P)))), step(P, 16)]),
          across(MOST, mostFloats),
          set(SUM, noBits),
          set(P, get(SCORES)),
          loopWhile(get(P), get(LAST), [
            set(A, subtractFloats(loadVector(get(P)), get(MOST))),
            exponential(A, B, CELLS),
            storeVector(get(P), get(A)),
            set(SUM, addFloats(get(SUM), get(A))),
            step(P, 16),
          ]),
          across(SUM, addFloats),
          each(vectors, (v) => set(CELLS + v, noBits)),
          set(K, firstOf(2)),
          set(P, get(SCORES)),
          loopWhile(get(P), get(LAST), [
            set(A, loadSplat(get(P))),
            each(vectors, (v) =>
              set(CELLS + v, addFloats(get(CELLS + v), multiplyFloats(get(A), loadVector(get(K), 16 * v)))),
            ),
            set(K, add(get(K), get(STRIDE))),
            step(P, 4),
          ]),
          set(A, divideFloats(floats(1), get(SUM))),
          each(2, (part) =>
            storeVector(
              get(OUT),
              bytes(
                each(4, (v) => multiplyFloats(get(CELLS + 4 * part + v), get(A))),
                add(add(get(SCALES), get(HEAD_AT)), constant(64 * part)),
              ),
              16 * part,
            ),
          ),
          set(Q, add(get(Q), get(STRIDE))),
          set(OUT, add(get(OUT), get(WIDTH))),
          step(I, 1),
        ]),
        step(HEAD_AT, 4 * HEAD),
      ]),
    ],
  };
}

export const kernels = [productKernel(), normaliseKernel(), geluKernel(), attendKernel()] as const;
