import { isShouting } from "../lookups.ts";
import { instantiate, newMemory } from "./assembler.ts";
import { distanceGroup } from "./distance.ts";
import { kernels } from "./kernels.ts";
import { bestTree } from "./tree.ts";
import type { Dense, NetworkWeights } from "./weights.ts";

/** Words parsed at once. A longer sentence, which our own segmentation never makes, is parsed in stretches. */
const LONGEST = 512;
/** Words whose first layer is remembered; the memory is emptied when it is full. */
const REMEMBERED = 8192;
/** Activations are kept as 16-bit integers: so many of them to 1. */
const STATE_SCALE = 4096;
const HIDDEN_SCALE = 1024;
const ARC_SCALE = 256;

/** A dense layer in the kernels' memory. */
type Placed = {
  readonly at: number;
  readonly scales: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
};

/** A sentence's tags, heads (words from 1, 0 the root, by word from 1) and relations (by word from 1). */
export type Parsed = { readonly tags: Int32Array; readonly heads: Int32Array; readonly labels: Int32Array };

/** Tags and parses sentences; what it returns is overwritten by the next call. */
export class Network {
  private readonly weights: NetworkWeights;
  private readonly kernels: Record<(typeof kernels)[number]["name"], (...values: number[]) => void>;
  private readonly floats: Float32Array;
  private readonly shorts: Int16Array;
  private readonly integers: Int32Array;
  private top = 64;
  private readonly placed = new Map<string, Placed>();
  private readonly places = new Map<string, number>();
  private readonly remembered: number;
  private readonly scales: { state: number; hidden: number; arc: number; zero: number; least: number };
  private readonly at: Readonly<Record<(typeof buffers)[number], number>>;
  private readonly groups = new Uint8Array(2 * LONGEST + 2);
  private readonly parsed: Parsed = {
    tags: new Int32Array(LONGEST),
    heads: new Int32Array(LONGEST + 1),
    labels: new Int32Array(LONGEST + 1),
  };

  private readonly rootLabel: number;
  private readonly looseLabel: number;

  /** `labels` names the relations: one word hangs from the root by `root`, no other does. */
  constructor(weights: NetworkWeights, labels: readonly string[]) {
    const { sizes, dense } = weights;
    this.weights = weights;
    this.rootLabel = labels.indexOf("root");
    this.looseLabel = labels.indexOf("parataxis");
    const wide = 6 * sizes.width;
    const need =
      4 * REMEMBERED * wide +
      [...dense.values()].reduce((sum, { cells, bias }) => sum + 2 * cells.length + 8 * bias.length + 64, 0) +
      LONGEST * (8 * wide + 64 * sizes.width + 16 * (sizes.word + sizes.tags + LONGEST)) +
      (1 << 20);
    const memory = newMemory(Math.ceil(need / 65536));
    this.floats = new Float32Array(memory.buffer);
    this.shorts = new Int16Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer);
    this.kernels = instantiate(kernels, memory);
    for (const [name, layer] of dense) this.placed.set(name, this.place(layer));
    const scale = (value: number) => {
      const at = this.take(16);
      this.floats[at >> 2] = value;
      return at;
    };
    this.scales = {
      state: scale(STATE_SCALE),
      hidden: scale(HIDDEN_SCALE),
      arc: scale(ARC_SCALE),
      zero: scale(0),
      least: scale(-1e30),
    };
    this.remembered = this.take(4 * REMEMBERED * wide);
    const sized: Record<(typeof buffers)[number], number> = {
      words: 2 * LONGEST * sizes.word,
      gates: 4 * LONGEST * wide,
      forward: 4 * LONGEST,
      backward: 4 * LONGEST,
      state: 8 * LONGEST * sizes.width,
      other: 8 * LONGEST * sizes.width,
      whole: 2 * LONGEST * (2 * sizes.width + sizes.tagHidden),
      hidden: 4 * LONGEST * Math.max(sizes.tagHidden, sizes.arc, sizes.relation),
      shorts: 2 * LONGEST * Math.max(sizes.tagHidden, sizes.arc, sizes.relation),
      dependents: 4 * LONGEST * sizes.arc,
      dependentShorts: 2 * LONGEST * sizes.arc,
      headShorts: 2 * (LONGEST + 8) * sizes.arc,
      distances: 4 * LONGEST * 16,
      wide: 4 * LONGEST * Math.max(LONGEST + 8, sizes.tags + 8, sizes.labels + 8),
      relationDependents: 4 * LONGEST * sizes.relation,
      relationHeads: 4 * LONGEST * sizes.relation,
      ones: 4 * (LONGEST + 8),
      none: 4 * (LONGEST + 8),
    };
    const at = {} as Record<(typeof buffers)[number], number>;
    for (const name of buffers) at[name] = this.take(sized[name]);
    this.at = at;
    this.floats.fill(1 / (ARC_SCALE * ARC_SCALE), at.ones >> 2, (at.ones >> 2) + LONGEST + 8);
    for (let offset = -LONGEST; offset <= LONGEST; offset++)
      this.groups[offset + LONGEST] = offset === 0 ? 0 : distanceGroup(0, offset);
  }

  private take(bytes: number): number {
    const at = this.top;
    this.top += Math.ceil(bytes / 64) * 64;
    if (this.top > this.floats.byteLength) throw new Error("the network's memory is too small");
    return at;
  }

  private place({ cells, scales, bias, rows, columns }: Dense): Placed {
    const at = this.take(2 * cells.length);
    const to = this.shorts.subarray(at >> 1, (at >> 1) + cells.length);
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) to[panelled(i, j, rows)] = cells[i * columns + j]!;
    const scalesAt = this.take(4 * columns);
    const biasAt = this.take(4 * columns);
    this.floats.set(scales, scalesAt >> 2);
    this.floats.set(bias, biasAt >> 2);
    return { at, scales: scalesAt, bias: biasAt, rows, columns };
  }

  /** Rows of 16-bit integers, `wide` bytes apart, through a dense layer; returns nothing, the result lies at `to`. */
  private apply(name: string, from: number, to: number, n: number, wide?: number): void {
    const { at, scales, bias, rows, columns } = this.placed.get(name)!;
    this.kernels.product(from, at, to, n, rows, columns, scales, bias, wide ?? 2 * rows);
  }

  /** Tags and parses a sentence of any length. */
  parse(forms: readonly string[]): Parsed {
    const shouting = isShouting(forms);
    if (forms.length <= LONGEST) return this.stretch(forms, shouting);
    const whole: Parsed = {
      tags: new Int32Array(forms.length),
      heads: new Int32Array(forms.length + 1),
      labels: new Int32Array(forms.length + 1),
    };
    let root = 0;
    for (let from = 0; from < forms.length; from += LONGEST) {
      const words = forms.slice(from, from + LONGEST);
      const { tags, heads, labels } = this.stretch(words, shouting);
      for (let i = 1; i <= words.length; i++) {
        const head = heads[i]!;
        whole.tags[from + i - 1] = tags[i - 1]!;
        // Later stretches hang from the root of the first.
        whole.heads[from + i] = head === 0 ? root : from + head;
        whole.labels[from + i] = head === 0 && root > 0 ? this.looseLabel : labels[i]!;
        if (head === 0 && root === 0) root = from + i;
      }
    }
    return whole;
  }

  private stretch(forms: readonly string[], shouting: boolean): Parsed {
    const n = forms.length;
    const { sizes } = this.weights;
    const { at } = this;
    this.firstGates(forms, shouting);
    const wide = 6 * sizes.width;
    let [state, below] = [at.state, at.other];
    const joinedWidth = 2 * (2 * sizes.width + sizes.tagHidden);
    for (let layer = 1; layer <= sizes.layers; layer++) {
      if (layer > 1) {
        this.apply(`layer${layer}`, at.whole, at.gates, n);
        for (let i = 0; i < n; i++) this.point(i, at.gates + 4 * i * wide);
      }
      const stride = layer === 2 && sizes.layers > 2 ? joinedWidth : 4 * sizes.width;
      this.recur(layer > 1, n, below, state, stride);
      if (layer === 2) this.tag(n, stride);
      [state, below] = [below, state];
    }
    this.attach(n);
    this.relate(n);
    return this.parsed;
  }

  private point(i: number, address: number): void {
    this.integers[(this.at.forward >> 2) + i] = address;
    this.integers[(this.at.backward >> 2) + i] = address + 12 * this.weights.sizes.width;
  }

  private recur(residual: boolean, n: number, below: number, out: number, stride: number): void {
    const { at, scales, kernels } = this;
    const { width } = this.weights.sizes;
    const run = residual ? kernels.recurOn : kernels.recur;
    run(at.forward, n, width, below, out, at.whole, scales.state, 4, stride);
    const end = (n - 1) * 8 * width + 4 * width;
    const wholeEnd = at.whole + (n - 1) * stride + 2 * width;
    run(at.backward + 4 * (n - 1), n, width, below + end, out + end, wholeEnd, scales.state, -4, -stride);
  }

  /** Points to the first layer's gates of each word, which do not depend on its neighbours and are remembered. */
  private firstGates(forms: readonly string[], shouting: boolean): void {
    const { at, places, remembered } = this;
    const wide = 6 * this.weights.sizes.width;
    if (places.size + forms.length > REMEMBERED) places.clear();
    for (let i = 0; i < forms.length; i++) {
      const form = shortened(forms[i]!);
      const key = shouting ? `\n${form}` : form;
      let slot = places.get(key);
      if (slot === undefined) {
        slot = places.size;
        places.set(key, slot);
        this.weights.word(form, shouting, this.shorts, at.words >> 1, HIDDEN_SCALE);
        this.apply("layer1", at.words, remembered + 4 * slot * wide, 1);
      }
      this.point(i, remembered + 4 * slot * wide);
    }
  }

  private tag(n: number, stride: number): void {
    const { at, kernels, scales, floats, parsed } = this;
    const { sizes } = this.weights;
    const { tagHidden, width } = sizes;
    // The states lie `stride` apart, with room for the hidden row beside each.
    this.apply("tagHidden", at.whole, at.hidden, n, stride);
    kernels.quantise(at.hidden, at.shorts, n * tagHidden, scales.hidden, scales.zero);
    if (sizes.layers > 2)
      for (let i = 0; i < n; i++) {
        const from = (at.shorts >> 1) + i * tagHidden;
        this.shorts.copyWithin((at.whole + i * stride + 4 * width) >> 1, from, from + tagHidden);
      }
    this.apply("tags", at.shorts, at.wide, n);
    const { columns } = this.placed.get("tags")!;
    for (let i = 0; i < n; i++) parsed.tags[i] = highest(floats, (at.wide >> 2) + i * columns, sizes.tags);
  }

  /** Scores of all arcs, and the best tree. */
  private attach(n: number): void {
    const { at, kernels, scales, floats, shorts, groups } = this;
    const { sizes, arcRoot } = this.weights;
    const { arc } = sizes;
    this.apply("arcDependent", at.whole, at.hidden, n);
    kernels.quantise(at.hidden, at.shorts, n * arc, scales.hidden, scales.zero);
    this.apply("arcForm", at.shorts, at.dependents, n);
    this.apply("distance", at.shorts, at.distances, n);
    kernels.quantise(at.dependents, at.dependentShorts, n * arc, scales.arc, scales.least);
    this.apply("arcHead", at.whole, at.hidden, n);
    kernels.quantise(at.hidden, at.shorts, n * arc, scales.arc, scales.zero);
    const columns = (n + 8) & ~7;
    const heads = at.headShorts >> 1;
    for (let q = 0; q < arc; q++) shorts[heads + panelled(q, 0, arc)] = Math.round(arcRoot[q]! * ARC_SCALE);
    // Pairs of cells are moved as one number of 32 bits.
    const { integers } = this;
    for (let j = 1; j <= n; j++) {
      const from = (at.shorts >> 2) + ((j - 1) * arc) / 2;
      const to = (at.headShorts >> 2) + (j >> 3) * 4 * arc + (j & 7);
      for (let q = 0; q < arc / 2; q++) integers[to + 8 * q] = integers[from + q]!;
    }
    kernels.product(at.dependentShorts, at.headShorts, at.wide, n, arc, columns, at.ones, at.none, 2 * arc);
    const first = at.wide >> 2;
    for (let i = 0; i < n; i++) {
      const row = first + i * columns + 1;
      const distance = (at.distances >> 2) + i * 16;
      for (let j = 0; j < n; j++) floats[row + j]! += floats[distance + groups[j - i + LONGEST]!]!;
    }
    bestTree(floats.subarray(first - columns), n, columns, this.parsed.heads);
  }

  private relate(n: number): void {
    const { at, kernels, scales, floats, parsed } = this;
    const { sizes, relationRoot } = this.weights;
    const { relation } = sizes;
    this.apply("relationDependent", at.whole, at.relationDependents, n);
    this.apply("relationHead", at.whole, at.relationHeads, n);
    for (let i = 0; i < n; i++) {
      const head = parsed.heads[i + 1]!;
      const to = (at.relationDependents >> 2) + i * relation;
      const from = (at.relationHeads >> 2) + (head - 1) * relation;
      if (head === 0) for (let q = 0; q < relation; q++) floats[to + q]! += relationRoot[q]!;
      else for (let q = 0; q < relation; q++) floats[to + q]! += floats[from + q]!;
    }
    kernels.quantise(at.relationDependents, at.shorts, n * relation, scales.hidden, scales.zero);
    this.apply("labels", at.shorts, at.wide, n);
    const { columns } = this.placed.get("labels")!;
    for (let i = 0; i < n; i++) {
      const row = (at.wide >> 2) + i * columns;
      floats[row + this.rootLabel] = Number.NEGATIVE_INFINITY;
      parsed.labels[i + 1] = parsed.heads[i + 1] === 0 ? this.rootLabel : highest(floats, row, sizes.labels);
    }
  }
}

const buffers = [
  "words",
  "gates",
  "forward",
  "backward",
  "state",
  "other",
  "whole",
  "hidden",
  "shorts",
  "dependents",
  "dependentShorts",
  "headShorts",
  "distances",
  "wide",
  "relationDependents",
  "relationHeads",
  "ones",
  "none",
] as const;

/** Where the product takes row i, column j of a matrix of so many rows from: panels of eight columns, pairs of rows. */
const panelled = (i: number, j: number, rows: number): number =>
  (j >> 3) * 8 * rows + (i >> 1) * 16 + 2 * (j & 7) + (i & 1);

/** Words beyond this length are known by their beginning and end alone. */
const LONG_WORD = 80;

const shortened = (form: string): string =>
  form.length <= LONG_WORD ? form : `${form.slice(0, LONG_WORD / 2)}${form.slice(-LONG_WORD / 2)}`;

function highest(scores: Float32Array, at: number, count: number): number {
  let best = at;
  let most = scores[at]!;
  for (let j = at + 1; j < at + count; j++) {
    const score = scores[j]!;
    if (score > most) {
      most = score;
      best = j;
    }
  }
  return best - at;
}
