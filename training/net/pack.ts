import { packHashes } from "../../src/analysis/engine/table.ts";
import { planes } from "../perceptron.ts";
import type { Parameters } from "./model.ts";
import type { Matrix } from "./tape.ts";

/** Scales that activations have when they come into a layer (`network.ts` keeps them as 16-bit integers). */
export type Scales = { readonly state: number; readonly hidden: number };

/** Weights of a column at most, in sum: no sum of products with 16-bit integers then leaves 32 bits. */
const COLUMN = 65_000;
const WEIGHT = 4095;

const floatBytes = (values: Float32Array): Uint8Array => {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setFloat32(4 * i, value, true);
  });
  return bytes;
};

/** Whole-number weights, each column with a scale of its own; `incoming[i]` is the scale of input i. */
function whole(matrix: Matrix, incoming: (row: number) => number, common: number) {
  const { rows, columns, data } = matrix;
  const cells = new Int16Array(rows * columns);
  const scales = new Float32Array(columns);
  for (let j = 0; j < columns; j++) {
    let [most, sum] = [0, 0];
    for (let i = 0; i < rows; i++) {
      const value = Math.abs((data[i * columns + j]! * common) / incoming(i));
      most = Math.max(most, value);
      sum += value;
    }
    const by = Math.min(WEIGHT / (most || 1), COLUMN / (sum || 1));
    for (let i = 0; i < rows; i++)
      cells[i * columns + j] = Math.round((data[i * columns + j]! * common * by) / incoming(i));
    scales[j] = 1 / (by * common);
  }
  return { cells, scales };
}

/**
 * Sections of a trained network, as `networkWeights` reads them. The network will annotate in the way of the treebanks
 * whose rows are named in `style`, with their shares: they become part of every word.
 */
export function packedNetwork(
  { sizes, table, dense }: Parameters,
  rows: ReadonlyMap<number, number>,
  { state, hidden }: Scales,
  style: ReadonlyMap<number, number>,
): Map<string, Uint8Array> {
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const layers = [...dense.keys()].filter(
    (name) => !name.endsWith(".bias") && name !== "vector" && !name.endsWith("Root"),
  );
  const sections = new Map<string, Uint8Array>([
    ["net.sizes", json(sizes)],
    ["net.dense", json(layers)],
  ]);
  const hashes = [...rows].sort((a, b) => a[1] - b[1]).map(([hash]) => hash);
  sections.set("net.hashes", packHashes(Uint32Array.from(hashes)));
  const bytes = new Uint8Array(sizes.features * sizes.word);
  const tableScales = new Float32Array(sizes.features);
  for (let row = 0; row < sizes.features; row++) {
    const cells = table.data.subarray(row * sizes.word, (row + 1) * sizes.word);
    const most = cells.reduce((so, cell) => Math.max(so, Math.abs(cell)), 1e-9);
    tableScales[row] = most / 127;
    cells.forEach((cell, j) => {
      bytes[row * sizes.word + j] = Math.round((cell / most) * 127);
    });
  }
  sections.set("net.table", bytes);
  sections.set("net.table.scales", floatBytes(tableScales));
  sections.set("net.vector", floatBytes(dense.get("vector")!.data));
  const bias = dense.get("vector.bias")!.data.slice();
  for (const [row, share] of style)
    for (let j = 0; j < sizes.word; j++) bias[j]! += share * table.data[row * sizes.word + j]!;
  sections.set("net.vector.bias", floatBytes(bias));
  sections.set("net.arcRoot", floatBytes(dense.get("arcRoot")!.data));
  sections.set("net.relationRoot", floatBytes(dense.get("relationRoot")!.data));
  const fromHidden = new Set(["layer1", "tags", "arcForm", "distance", "labels"]);
  for (const name of layers) {
    const scale = fromHidden.has(name) ? hidden : state;
    // Above the tagged layer, states come in beside the hidden row of the tags.
    const incoming = (row: number) => (name === "layer3" && row >= 2 * sizes.width ? hidden : scale);
    const { cells, scales } = whole(dense.get(name)!, incoming, scale);
    sections.set(`net.${name}.cells`, planes([...cells].map((cell) => cell & 0xffff)));
    sections.set(`net.${name}.scales`, floatBytes(scales));
    sections.set(`net.${name}.bias`, floatBytes(dense.get(`${name}.bias`)!.data));
  }
  return sections;
}
