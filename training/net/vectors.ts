/**
 * Makes `training/net/LANG.bin`, word vectors of a byte a cell, from the packages that `training/clusters.ts` names:
 *
 *   node training/net/vectors.ts fr FOLDER
 *   node training/net/vectors.ts en FOLDER
 *
 * Vectors are centred, turned onto their main axes (the widest of them kept) and each axis is scaled to one standard
 * deviation. The result is an input of `training/train.ts` and is kept in the repository.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { packSections } from "../../src/analysis/engine/container.ts";
import { wordHash } from "../../src/analysis/engine/lookups.ts";
import { packedWords } from "../perceptron.ts";
import { vectorsBelow } from "../vectors.ts";
import { mainAxes } from "./axes.ts";

const AXES: Readonly<Record<string, number>> = { fr: 64, en: 48 };
/** English words that have a vector; French ones share 20,000 vectors. */
const WORDS = 56_000;
/** What is taken for a word: letters, or a single sign. */
const WORD = /^(?:[\p{L}\p{M}’'.-]{1,24}|[\p{P}\p{S}\d]{1,3})$/u;
/** A byte holds so many standard deviations. */
const RANGE = 4;

const [language = "fr", folder = "."] = process.argv.slice(2);
const vectors = await vectorsBelow(folder, language, WORDS);

const rowOf = new Map<number, number>();
for (const [word, row] of vectors.words) {
  if (!WORD.test(word)) continue;
  const hash = wordHash(word);
  if (!rowOf.has(hash)) rowOf.set(hash, row);
}
const used = [...new Set(rowOf.values())].sort((a, b) => a - b);
const place = new Map(used.map((row, i) => [row, i]));
const { width } = vectors;
const data = new Float64Array(used.length * width);
used.forEach((row, i) => {
  data.set(vectors.data.subarray(row * width, (row + 1) * width), i * width);
});
const axes = AXES[language] ?? 64;
const turned = mainAxes(data, used.length, width, axes);
const cells = Uint8Array.from(turned, (value) => Math.max(-127, Math.min(127, Math.round((value / RANGE) * 127))));
const entries = new Map([...rowOf].map(([hash, row]) => [hash, place.get(row) ?? 0]));
const sections = new Map([...packedWords(entries)].map(([part, bytes]) => [`vectors.${part}`, bytes]));
sections.set("vectors.cells", cells);
sections.set("vectors.width", Uint8Array.of(axes));
const file = packSections(sections);
writeFileSync(resolve(import.meta.dirname, `${language}.bin`), file);
console.log(`${entries.size} words, ${used.length} vectors of ${axes} cells, ${file.length} bytes`);
