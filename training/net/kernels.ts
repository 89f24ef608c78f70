import {
  add,
  addFloats,
  type Code,
  constant,
  get,
  loadSplat,
  loadVector,
  loopWhile,
  multiply,
  multiplyFloats,
  set,
  shiftLeft,
  step,
  storeVector,
  subtract,
} from "../../src/analysis/engine/net/assembler.ts";

/** Columns of the result made at a time: two vectors. */
export const COLUMNS = 8;
const ROWS = 4;
const UNROLLED = 4;

/**
 * `multiply(a, b, c, n, k, m)`: adds to C (n × m) the product of A (n × k) and B (k × m), all 32-bit floats in rows.
 * k must divide by four and m by eight. Four rows by eight columns of the result stay in registers.
 */
const [A, B, C, N, K, M] = [0, 1, 2, 3, 4, 5];
const [I, J, END, PB, PC, STRIDE, LENGTH, SIZE] = [6, 7, 8, 9, 10, 11, 12, 13];
const PA = 14;
const ACCUMULATORS = PA + ROWS;
const [B0, B1] = [ACCUMULATORS + 2 * ROWS, ACCUMULATORS + 2 * ROWS + 1];

function tile(rows: number): Code {
  const at = (row: number, half: number) => ACCUMULATORS + 2 * row + half;
  const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  return [
    set(PC, add(get(C), add(multiply(get(I), get(STRIDE)), get(J)))),
    each(rows, (r) => [
      set(PA + r, r === 0 ? add(get(A), multiply(get(I), get(LENGTH))) : add(get(PA + r - 1), get(LENGTH))),
      set(at(r, 0), loadVector(get(PC))),
      set(at(r, 1), loadVector(get(PC), 16)),
      r < rows - 1 ? set(PC, add(get(PC), get(STRIDE))) : [],
    ]),
    set(PB, add(get(B), get(J))),
    set(END, add(get(PA), get(LENGTH))),
    loopWhile(get(PA), get(END), [
      each(UNROLLED, (u) => [
        set(B0, loadVector(get(PB))),
        set(B1, loadVector(get(PB), 16)),
        set(PB, add(get(PB), get(STRIDE))),
        each(rows, (r) => [
          set(at(r, 0), addFloats(get(at(r, 0)), multiplyFloats(loadSplat(get(PA + r), 4 * u), get(B0)))),
          set(at(r, 1), addFloats(get(at(r, 1)), multiplyFloats(loadSplat(get(PA + r), 4 * u), get(B1)))),
        ]),
      ]),
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

export const multiplyKernel = {
  name: "multiply",
  parameters: 6,
  integers: ACCUMULATORS - 6,
  vectors: 2 * ROWS + 2,
  body: [
    set(STRIDE, shiftLeft(get(M), 2)),
    set(LENGTH, shiftLeft(get(K), 2)),
    set(J, constant(0)),
    loopWhile(get(J), get(STRIDE), [
      set(I, constant(0)),
      set(SIZE, [get(N), constant(-ROWS), 0x71]),
      loopWhile(get(I), get(SIZE), tile(ROWS)),
      loopWhile(get(I), get(N), tile(1)),
      step(J, 4 * COLUMNS),
    ]),
  ],
} as const;
