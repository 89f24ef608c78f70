import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSections } from "../../src/analysis/engine/container.ts";
import type { Lookups } from "../../src/analysis/engine/lookups.ts";
import { WordTable } from "../../src/analysis/engine/table.ts";
import type { Example } from "../treebank.ts";
import { inventoryOf, sentencesOf, styleHash, type Vectors } from "./data.ts";
import { always, styles } from "./held.ts";
import { type Lesson, learn } from "./learn.ts";
import { measure } from "./measure.ts";
import { packedNetwork } from "./pack.ts";
import { Arena } from "./tape.ts";

/** Sizes that are chosen; the others follow from the data. */
export type Shape = {
  readonly word: number;
  readonly width: number;
  readonly layers: number;
  readonly tagHidden: number;
  readonly arc: number;
  readonly relation: number;
};

/** Sizes and lesson of the weights that ship. */
export const shape: Shape = { word: 128, width: 112, layers: 4, tagHidden: 64, arc: 96, relation: 64 };
const lesson: Omit<Lesson, "rounds" | "others"> = {
  seed: 1,
  rate: 0.004,
  warm: 200,
  words: 200,
  drop: { word: 0.1, layer: 0.15, head: 0.2 },
  rarity: { form: 0.5, vector: 0.05, style: 0.25 },
};

/** French has more treebanks that are not written as the press is: its later rounds have few of their sentences. */
export const lessonOf = (language: string): Lesson =>
  language === "fr" ? { ...lesson, rounds: 32, others: 0.1 } : { ...lesson, rounds: 16, others: 1 };

const MEGABYTES = 700;

/** Published vectors of a language, as `training/net/vectors.ts` made them. */
export function vectorsOf(language: string): { vectors: Vectors; sections: ReadonlyMap<string, Uint8Array> } {
  const sections = readSections(readFileSync(join(import.meta.dirname, `${language}.bin`)));
  const cells = sections.get("vectors.cells") ?? new Uint8Array();
  const [width = 0] = sections.get("vectors.width") ?? [];
  return { vectors: { rows: new WordTable(sections, "vectors"), cells: new Int8Array(cells), width }, sections };
}

/** Trains a network; returns its sections. `held` are measured on after every third round. */
export function learnNetwork(
  language: string,
  learnt: { readonly plain: readonly Example[]; readonly all: readonly Example[] },
  held: ReadonlyMap<string, readonly Example[]>,
  lookups: Lookups,
  tags: readonly string[],
  labels: readonly string[],
  options: { readonly shape: Shape; readonly lesson: Lesson },
  report: (line: string) => void,
): Map<string, Uint8Array> {
  const { vectors, sections } = vectorsOf(language);
  const inventory = inventoryOf(learnt.plain, lookups);
  const numbers = (examples: readonly Example[]) => sentencesOf(examples, lookups, inventory, vectors, tags, labels);
  const measured = new Map([...held].map(([name, examples]) => [name, numbers(examples)]));
  const sizes = {
    ...options.shape,
    features: inventory.rows.size + 1,
    vector: vectors.width,
    tags: tags.length,
    labels: labels.length,
  };
  const arena = new Arena(MEGABYTES);
  const { rounds } = options.lesson;
  const taught = sentencesOf(
    learnt.all,
    lookups,
    inventory,
    vectors,
    tags,
    labels,
    (treebank) => always[language]?.includes(treebank ?? "") ?? true,
  );
  const parameters = learn(arena, sizes, taught, vectors, options.lesson, (round, now, line) => {
    report(line);
    if (round % 3 !== 0 && round !== rounds) return;
    for (const [name, sentences] of measured)
      report(`  ${name}: ${JSON.stringify(measure(arena, now, sentences, vectors, tags, labels))}`);
  });
  const style = new Map(
    Object.entries(styles[language] ?? {}).flatMap(([treebank, share]) => {
      const row = inventory.rows.get(styleHash(treebank));
      return row === undefined ? [] : [[row, share] as const];
    }),
  );
  return new Map([...sections, ...packedNetwork(parameters, inventory.rows, { state: 4096, hidden: 1024 }, style)]);
}
