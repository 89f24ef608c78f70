import { feature, hashString } from "../../src/analysis/engine/hash.ts";
import { isShouting, type Lookups, wordOf } from "../../src/analysis/engine/lookups.ts";
import { UNKNOWN, VECTOR_CELL } from "../../src/analysis/engine/net/weights.ts";
import { hashesOf } from "../../src/analysis/engine/net/words.ts";
import type { WordTable } from "../../src/analysis/engine/table.ts";
import type { Example } from "../treebank.ts";
import type { Batch } from "./model.ts";

/** A sentence as numbers. */
export type Sentence = {
  readonly length: number;
  /** Feature rows of each word, its own form's first (0 where it is too rare). */
  readonly features: readonly Int32Array[];
  /** Feature row of the treebank it is from, -1 without. */
  readonly style: number;
  /** Whether every round has it; of the others the later rounds have fewer (`Lesson.others`). */
  readonly always: boolean;
  /** How often each form occurs in what is learnt from. */
  readonly counts: Int32Array;
  /** Row of each word's published vector, -1 without. */
  readonly vectors: Int32Array;
  readonly tags: Int32Array;
  /** 0 is the root, words count from 1. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
};

/** Published vectors: a row a word, a byte a cell. */
export type Vectors = { readonly rows: WordTable; readonly cells: Int8Array; readonly width: number };

/** Feature hashes that are worth a row, and how often each form occurs. */
export type Inventory = { readonly rows: ReadonlyMap<number, number>; readonly forms: ReadonlyMap<number, number> };

function knownWords(forms: readonly string[], lookups: Lookups) {
  const shouting = isShouting(forms);
  return forms.map((form) => wordOf(form, shouting, lookups));
}

/** Hash of the feature that says whose way of annotating a sentence follows (Stymne et al. 2018). */
export const styleHash = (treebank: string): number => feature(1004, hashString(treebank));

/** Rows for forms seen at least twice and other features seen at least three times. */
export function inventoryOf(examples: readonly Example[], lookups: Lookups): Inventory {
  const counts = new Map<number, number>();
  const forms = new Map<number, number>();
  for (const { forms: words, treebank } of examples) {
    if (treebank !== undefined) counts.set(styleHash(treebank), (counts.get(styleHash(treebank)) ?? 0) + 1);
    for (const known of knownWords(words, lookups)) {
      const [own = 0, ...others] = hashesOf(known);
      forms.set(own, (forms.get(own) ?? 0) + 1);
      for (const hash of others) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const kept = [
    ...[...forms].filter(([, count]) => count >= 2).map(([hash]) => hash),
    ...[...counts].filter(([, count]) => count >= 3).map(([hash]) => hash),
  ].sort((a, b) => (a >>> 0) - (b >>> 0));
  return { rows: new Map(kept.map((hash, i) => [hash, i + 1])), forms };
}

/** Sentences as numbers; a tag or relation outside the inventory falls back to its universal part. */
export function sentencesOf(
  examples: readonly Example[],
  lookups: Lookups,
  inventory: Inventory,
  vectors: Vectors,
  tags: readonly string[],
  labels: readonly string[],
  always: (treebank: string | undefined) => boolean = () => true,
): Sentence[] {
  const tagIds = new Map(tags.map((tag, i) => [tag, i]));
  const labelIds = new Map(labels.map((label, i) => [label, i]));
  return examples.map((example) => {
    const words = knownWords(example.forms, lookups);
    const all = words.map(hashesOf);
    return {
      length: example.forms.length,
      features: all.map(([own = 0, ...others]) =>
        Int32Array.from([
          inventory.rows.get(own) ?? UNKNOWN,
          ...others.flatMap((hash) => inventory.rows.get(hash) ?? []),
        ]),
      ),
      style: example.treebank === undefined ? -1 : (inventory.rows.get(styleHash(example.treebank)) ?? -1),
      always: always(example.treebank),
      counts: Int32Array.from(all, ([own = 0]) => inventory.forms.get(own) ?? 0),
      vectors: Int32Array.from(words, ({ hash }) => vectors.rows.get(hash)),
      tags: Int32Array.from(example.tags, (tag) => tagIds.get(tag) ?? tagIds.get(tag.split("|")[0]!) ?? -1),
      heads: Int32Array.from(example.heads),
      labels: Int32Array.from(
        example.labels,
        (label) => labelIds.get(label) ?? labelIds.get(label.split(":")[0]!) ?? -1,
      ),
    };
  });
}

/** How the words of a batch are made rare at random: the share of forms taken for unknown, of vectors left out,
 * and of sentences that do not say what treebank they are from. */
export type Rarity = { readonly form: number; readonly vector: number; readonly style: number };

/**
 * Sentences one after another. A form seen c times loses its own row with the chance form/(form + c), so that the row
 * of unknown words and the rows of endings learn (Kiperwasser and Goldberg 2016).
 */
export function batchOf(sentences: readonly Sentence[], vectors: Vectors, rarity: Rarity, random: () => number): Batch {
  const words = sentences.reduce((sum, { length }) => sum + length, 0);
  const { width } = vectors;
  const starts: number[] = [];
  const features: number[] = [];
  const offsets = new Int32Array(words + 1);
  const cells = new Float32Array(words * width);
  const [tags, heads, labels] = [new Int32Array(words), new Int32Array(words), new Int32Array(words)];
  let at = 0;
  for (const sentence of sentences) {
    starts.push(at);
    tags.set(sentence.tags, at);
    heads.set(sentence.heads, at);
    labels.set(sentence.labels, at);
    const styled = sentence.style >= 0 && !(rarity.style > 0 && random() < rarity.style);
    for (let i = 0; i < sentence.length; i++, at++) {
      offsets[at] = features.length;
      const rows = sentence.features[i]!;
      const hidden = rarity.form > 0 && random() < rarity.form / (rarity.form + sentence.counts[i]!);
      features.push(hidden ? UNKNOWN : rows[0]!);
      for (let f = 1; f < rows.length; f++) features.push(rows[f]!);
      if (styled) features.push(sentence.style);
      const row = sentence.vectors[i]!;
      if (row < 0 || (rarity.vector > 0 && random() < rarity.vector)) continue;
      for (let j = 0; j < width; j++) cells[at * width + j] = vectors.cells[row * width + j]! / VECTOR_CELL;
    }
  }
  starts.push(at);
  offsets[words] = features.length;
  return { words, starts, features: Int32Array.from(features), offsets, vectors: cells, tags, heads, labels };
}
