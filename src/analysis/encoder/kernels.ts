import {
  add,
  addFloats,
  addIntegers,
  type Code,
  constant,
  divideFloats,
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
  noBits,
  rootFloats,
  roundFloats,
  set,
  shiftIntegers,
  shiftLeft,
  sizeFloats,
  step,
  storeFirst,
  storeVector,
  subtractFloats,
  toIntegers,
} from "../engine/net/assembler.ts";

/** Cells of a head of attention. */
export const HEAD = 32;

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

/**
 * `normalise(x, y, to, n, width, gain, shift, constants)`: rows x + y (n × width floats) with mean 0 and variance 1, each
 * column times its gain and plus its shift, take the place of x; times a scale they go to `to` as 16-bit integers.
 * At `constants` stand 1 / width, what is added to the variance, and the scale. `width` must divide by eight.
 */
function normaliseKernel(): Kernel & { readonly name: "normalise" } {
  const [X, Y, TO, N, WIDTH, GAIN, SHIFT, CONSTANTS] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [LENGTH, END, AT, PG, PS, ROW] = [8, 9, 10, 11, 12, 13];
  const [MEAN, SPREAD, A, B] = [14, 15, 16, 17];
  const normal = (offset: number): Code =>
    addFloats(
      multiplyFloats(
        multiplyFloats(subtractFloats(loadVector(get(AT), offset), get(MEAN)), get(SPREAD)),
        loadVector(get(PG), offset),
      ),
      loadVector(get(PS), offset),
    );
  const scale = loadSplat(get(CONSTANTS), 8);
  return {
    name: "normalise",
    parameters: 8,
    integers: 6,
    vectors: 4,
    body: [
      set(LENGTH, shiftLeft(get(WIDTH), 2)),
      set(ROW, constant(0)),
      loopWhile(get(ROW), get(N), [
        set(END, add(get(X), get(LENGTH))),
        set(AT, get(X)),
        set(MEAN, noBits),
        loopWhile(get(AT), get(END), [
          set(A, addFloats(loadVector(get(AT)), loadVector(get(Y)))),
          storeVector(get(AT), get(A)),
          set(MEAN, addFloats(get(MEAN), get(A))),
          step(AT, 16),
          step(Y, 16),
        ]),
        across(MEAN, addFloats),
        set(MEAN, multiplyFloats(get(MEAN), loadSplat(get(CONSTANTS)))),
        set(AT, get(X)),
        set(SPREAD, noBits),
        loopWhile(get(AT), get(END), [
          set(A, subtractFloats(loadVector(get(AT)), get(MEAN))),
          set(SPREAD, addFloats(get(SPREAD), multiplyFloats(get(A), get(A)))),
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
        loopWhile(get(AT), get(END), [
          set(A, normal(0)),
          set(B, normal(16)),
          storeVector(get(AT), get(A)),
          storeVector(get(AT), get(B), 16),
          storeVector(get(TO), narrow(whole(multiplyFloats(get(A), scale)), whole(multiplyFloats(get(B), scale)))),
          step(AT, 32),
          step(PG, 32),
          step(PS, 32),
          step(TO, 16),
        ]),
        set(X, get(END)),
        step(ROW, 1),
      ]),
    ],
  };
}

/**
 * `gelu(from, to, count, scale)`: x Φ(x), Φ the normal distribution, of floats, times the 32-bit float at `scale` as
 * 16-bit integers. The error function is Abramowitz and Stegun's 7.1.28, right to 3e-7. `count` must divide by eight.
 */
function geluKernel(): Kernel & { readonly name: "gelu" } {
  const [FROM, TO, COUNT, SCALE, END] = [0, 1, 2, 3, 4];
  const [X, SIZE, Z, P, FIRST] = [5, 6, 7, 8, 9];
  const erf = [1, 0.0705230784, 0.0422820123, 0.0092705272, 0.0001520143, 0.0002765672, 0.0000430638];
  const value = (offset: number): Code => [
    set(X, loadVector(get(FROM), offset)),
    set(SIZE, sizeFloats(get(X))),
    set(Z, multiplyFloats(get(SIZE), floats(Math.SQRT1_2))),
    set(P, polynomial(Z, erf)),
    each(4, () => set(P, multiplyFloats(get(P), get(P)))),
    set(X, subtractFloats(mostFloats(get(X), floats(0)), divideFloats(multiplyFloats(get(SIZE), floats(0.5)), get(P)))),
  ];
  const scaled = (x: number): Code => whole(multiplyFloats(get(x), loadSplat(get(SCALE))));
  return {
    name: "gelu",
    parameters: 4,
    integers: 1,
    vectors: 5,
    body: [
      set(END, add(get(FROM), shiftLeft(get(COUNT), 2))),
      loopWhile(get(FROM), get(END), [
        value(0),
        set(FIRST, get(X)),
        value(16),
        storeVector(get(TO), narrow(scaled(FIRST), scaled(X))),
        step(FROM, 32),
        step(TO, 16),
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
 * `attend(rows, to, n, width, scores, scale)`: what each of n tokens attends to, in heads of 32 cells. A row holds
 * question, key and value (3 × width floats), the questions already divided by the root of 32; the result, times the
 * 32-bit float at `scale`, goes to `to` as n × width 16-bit integers. `scores` is room for n + 4 floats.
 */
function attendKernel(): Kernel & { readonly name: "attend" } {
  const [ROWS, TO, N, WIDTH, SCORES, SCALE] = [0, 1, 2, 3, 4, 5];
  const [HEAD_AT, LENGTH, STRIDE, I, Q, K, P, LAST, OUT] = [6, 7, 8, 9, 10, 11, 12, 13, 14];
  const [SUM, MOST, A, B, CELLS] = [15, 16, 17, 18, 19];
  const vectors = HEAD / 4;
  const firstOf = (table: number): Code => add(add(get(ROWS), get(HEAD_AT)), multiply(get(LENGTH), constant(table)));
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
        set(OUT, add(get(TO), [get(HEAD_AT), constant(1), 0x76])),
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
          set(A, divideFloats(loadSplat(get(SCALE)), get(SUM))),
          each(vectors / 2, (v) =>
            storeVector(
              get(OUT),
              narrow(
                whole(multiplyFloats(get(CELLS + 2 * v), get(A))),
                whole(multiplyFloats(get(CELLS + 2 * v + 1), get(A))),
              ),
              16 * v,
            ),
          ),
          set(Q, add(get(Q), get(STRIDE))),
          set(OUT, add(get(OUT), shiftLeft(get(WIDTH), 1))),
          step(I, 1),
        ]),
        step(HEAD_AT, 4 * HEAD),
      ]),
    ],
  };
}

export const kernels = [normaliseKernel(), geluKernel(), attendKernel()] as const;
