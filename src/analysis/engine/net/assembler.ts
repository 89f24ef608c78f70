/** WebAssembly instructions as nested lists of bytes: enough of the format to write numeric kernels in it. */
export type Code = readonly (number | Code)[];

/** A function of 32-bit integers without a result. */
export type Kernel = {
  readonly name: string;
  readonly parameters: number;
  /** Further 32-bit locals, then vector locals, numbered after the parameters. */
  readonly integers: number;
  readonly vectors: number;
  readonly body: Code;
};

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 127;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 128);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)) {
      bytes.push(low);
      return bytes;
    }
    bytes.push(low | 128);
  }
}

const floatBytes = (value: number): number[] => [...new Uint8Array(Float32Array.of(value).buffer)];

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const constant = (value: number): Code => [0x41, signed(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [a, b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [a, b, 0x6c];
export const shiftLeft = (a: Code, bits: number): Code => [a, constant(bits), 0x74];
export const loadInteger = (address: Code): Code => [address, 0x28, 2, 0];
/** So many pieces of code, made by their number. */
export const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
/** Adds a constant to a local. */
export const step = (local: number, by: number): Code => set(local, add(get(local), constant(by)));
/** Repeats the body while `a < b` (unsigned), looking before the first round. */
export const loopWhile = (a: Code, b: Code, body: Code): Code => [
  [0x02, 0x40, 0x03, 0x40],
  [a, b, 0x4f, 0x0d, 1],
  body,
  [0x0c, 0, 0x0b, 0x0b],
];

const vector = (operation: number): Code => [0xfd, unsigned(operation)];
const memory = (operation: number, align: number, address: Code, offset: number): Code => [
  address,
  vector(operation),
  align,
  unsigned(offset),
];
export const loadVector = (address: Code, offset = 0): Code => memory(0x00, 2, address, offset);
/** Four copies of the 32 bits at an address. */
export const loadSplat = (address: Code, offset = 0): Code => memory(0x09, 2, address, offset);
export const storeVector = (address: Code, value: Code, offset = 0): Code => [
  address,
  value,
  vector(0x0b),
  2,
  unsigned(offset),
];
export const floats = (value: number): Code => [0x43, floatBytes(value), vector(0x13)];
export const noBits: Code = [vector(0x0c), new Array<number>(16).fill(0)];
const binary =
  (operation: number) =>
  (a: Code, b: Code): Code => [a, b, vector(operation)];
export const addFloats = binary(0xe4);
export const subtractFloats = binary(0xe5);
export const multiplyFloats = binary(0xe6);
export const divideFloats = binary(0xe7);
export const leastFloats = binary(0xe8);
export const mostFloats = binary(0xe9);
export const addIntegers = binary(0xae);
/** Sums of neighbouring products of 16-bit integers. */
export const dotIntegers = binary(0xba);
/** Two vectors of 32-bit integers as one of 16-bit integers, held within their range. */
export const narrow = binary(0x85);
/** Those bytes of two vectors (16 of the first, then 16 of the second) that are named, four to each 32-bit lane. */
export const lanes = (a: Code, b: Code, order: readonly [number, number, number, number]): Code => [
  a,
  b,
  vector(0x0d),
  order.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]),
];
/** Two vectors of 16-bit integers as one of bytes, held within their range. */
export const narrowShorts = binary(0x65);
export const addShorts = binary(0x8e);
/** Eight copies of a 16-bit integer. */
export const shorts = (value: number): Code => [constant(value), vector(0x10)];
/** Sums of neighbouring bytes. */
export const pairBytes = (a: Code): Code => [a, vector(0x7c)];
/**
 * Sums of neighbouring products of bytes, as 16-bit integers. It is the same on every machine where no byte of b is
 * below zero and no sum leaves 16 bits (`i16x8.relaxed_dot_i8x16_i7x16_s`).
 */
export const dotBytes = binary(0x112);
/** Stores the first 32-bit lane. */
export const storeFirst = (address: Code, value: Code): Code => [address, value, vector(0x5a), 2, 0, 0];
/** Four copies of a 32-bit integer. */
export const integers = (value: number): Code => [constant(value), vector(0x11)];
export const shiftIntegers = (a: Code, bits: number): Code => [a, constant(bits), vector(0xab)];
export const sizeFloats = (a: Code): Code => [a, vector(0xe0)];
export const rootFloats = (a: Code): Code => [a, vector(0xe3)];
export const toFloats = (a: Code): Code => [a, vector(0xfa)];
export const roundFloats = (a: Code): Code => [a, vector(0x6a)];
export const toIntegers = (a: Code): Code => [a, vector(0xf8)];

function flat(code: Code, into: number[]): number[] {
  for (const part of code) {
    if (typeof part === "number") into.push(part);
    else flat(part, into);
  }
  return into;
}

const list = (items: readonly Code[]): Code => [unsigned(items.length), ...items];
const section = (id: number, content: Code): Code => {
  const bytes = flat(content, []);
  return [id, unsigned(bytes.length), bytes];
};
const text = (value: string): Code => {
  const bytes = [...new TextEncoder().encode(value)];
  return [unsigned(bytes.length), bytes];
};

/** The bytes of a module that exports these functions and works on an imported memory `env.memory`. */
export function assemble(kernels: readonly Kernel[]): Uint8Array<ArrayBuffer> {
  const bodies = kernels.map(({ integers, vectors, body }) => {
    const bytes = flat(
      [
        list([
          [unsigned(integers), 0x7f],
          [unsigned(vectors), 0x7b],
        ]),
        body,
        0x0b,
      ],
      [],
    );
    return [unsigned(bytes.length), bytes];
  });
  return Uint8Array.from(
    flat(
      [
        [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        section(1, list(kernels.map(({ parameters }) => [0x60, list(new Array<Code>(parameters).fill([0x7f])), 0]))),
        section(2, list([[text("env"), text("memory"), 2, 0, 1]])),
        section(3, list(kernels.map((_, i) => unsigned(i)))),
        section(7, list(kernels.map(({ name }, i) => [text(name), 0, unsigned(i)]))),
        section(10, list(bodies)),
      ],
      [],
    ),
  );
}

/** Linear memory: what kernels work on. */
export type Memory = { readonly buffer: ArrayBuffer };

/** The part of the global `WebAssembly` that is used here. */
type Api = {
  readonly Memory: new (description: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};
const api = (globalThis as unknown as { readonly WebAssembly: Api }).WebAssembly;

/** New memory of this many pages of 64 kB, all zero. */
export const newMemory = (pages: number): Memory => new api.Memory({ initial: pages });

/** The exported functions of these kernels over a memory. */
export function instantiate<Name extends string>(
  kernels: readonly (Kernel & { readonly name: Name })[],
  memory: Memory,
): Record<Name, (...values: number[]) => void> {
  const module = new api.Module(assemble(kernels));
  return new api.Instance(module, { env: { memory } }).exports as Record<Name, (...values: number[]) => void>;
}
