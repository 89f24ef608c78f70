import { jsonSection, type Section, type Sections } from "../container.ts";
import { type Lookups, wordOf } from "../lookups.ts";
import { HashIndex, WordTable } from "../table.ts";
import { hashesOf } from "./words.ts";

/** Sizes of a network. All but the numbers of features, tags and labels are multiples of eight, `width` of sixteen. */
export type Sizes = {
  /** Rows of the table of features, and what a word's sum of them holds. */
  readonly features: number;
  readonly word: number;
  /** Cells of a published word vector. */
  readonly vector: number;
  /** Cells of one direction of a recurrent layer. */
  readonly width: number;
  readonly layers: number;
  readonly tagHidden: number;
  readonly arc: number;
  readonly relation: number;
  readonly tags: number;
  readonly labels: number;
};

/** A dense layer: `cells` (rows × columns, whole numbers) each column times its scale, and the bias. */
export type Dense = {
  readonly rows: number;
  readonly columns: number;
  readonly cells: Int16Array;
  /** Already divided by the scale of what comes in. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
};

export type NetworkWeights = {
  readonly sizes: Sizes;
  readonly dense: ReadonlyMap<string, Dense>;
  readonly arcRoot: Float32Array;
  readonly relationRoot: Float32Array;
  /** Writes the word's vector, no cell below zero, times `scale` as 16-bit integers. */
  word(form: string, shouting: boolean, out: Int16Array, at: number, scale: number): void;
};

/** Row of words too rare to have one of their own. */
export const UNKNOWN = 0;
/** What a cell of a published vector is divided by. */
export const VECTOR_CELL = 32;

const need = (sections: Sections, name: string): Section => {
  const section = sections.get(name);
  if (section === undefined) throw new Error(`the weights have no section ${name}`);
  return section;
};

/** 32-bit floats from their bytes, little end first wherever this runs. */
export function floatsOf(bytes: Section): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getFloat32(4 * i, true));
}

/** 16-bit integers from planes: all low bytes, then all high ones. */
export function shortsOf(bytes: Section): Int16Array {
  const count = bytes.length >> 1;
  const out = new Int16Array(count);
  for (let i = 0; i < count; i++) out[i] = bytes[i]! | (bytes[count + i]! << 8);
  return out;
}

const bytesAsSigned = (bytes: Section) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads a network from sections `net.…` and `vectors.…`. */
export function networkWeights(sections: Sections, lookups: Lookups): NetworkWeights {
  const sizes = jsonSection<Sizes>(sections, "net.sizes");
  const names = jsonSection<string[]>(sections, "net.dense");
  const dense = new Map<string, Dense>();
  for (const name of names) {
    const bias = floatsOf(need(sections, `net.${name}.bias`));
    const cells = shortsOf(need(sections, `net.${name}.cells`));
    dense.set(name, {
      rows: cells.length / bias.length,
      columns: bias.length,
      cells,
      scales: floatsOf(need(sections, `net.${name}.scales`)),
      bias,
    });
  }
  const index = new HashIndex(need(sections, "net.hashes"), sizes.features - 1);
  const table = bytesAsSigned(need(sections, "net.table"));
  const tableScales = floatsOf(need(sections, "net.table.scales"));
  const rows = new WordTable(sections, "vectors");
  const vectors = bytesAsSigned(need(sections, "vectors.cells"));
  const projection = floatsOf(need(sections, "net.vector"));
  const bias = floatsOf(need(sections, "net.vector.bias"));
  const { word, vector } = sizes;
  const sum = new Float64Array(word);
  return {
    sizes,
    dense,
    arcRoot: floatsOf(need(sections, "net.arcRoot")),
    relationRoot: floatsOf(need(sections, "net.relationRoot")),
    word(form, shouting, out, at, scale) {
      const known = wordOf(form, shouting, lookups);
      for (let j = 0; j < word; j++) sum[j] = bias[j]!;
      hashesOf(known).forEach((hash, f) => {
        const found = index.find(hash);
        if (found === -1 && f > 0) return;
        const row = found === -1 ? UNKNOWN : found + 1;
        const by = tableScales[row]!;
        for (let j = 0; j < word; j++) sum[j]! += by * table[row * word + j]!;
      });
      const row = rows.get(known.hash);
      if (row >= 0)
        for (let k = 0; k < vector; k++) {
          const x = vectors[row * vector + k]! / VECTOR_CELL;
          for (let j = 0; j < word; j++) sum[j]! += x * projection[k * word + j]!;
        }
      for (let j = 0; j < word; j++) out[at + j] = Math.min(32767, Math.round(Math.max(0, sum[j]!) * scale));
    },
  };
}
