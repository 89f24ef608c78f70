import { contractionFeatures } from "../src/analysis/engine/contractions.ts";
import { type Encoded, encode, type Lookups, PAD } from "../src/analysis/engine/lookups.ts";
import { bestAction, type Counted, contextOf } from "../src/analysis/engine/parser.ts";
import { arcFeatures, LABEL_FEATURES, STATE_FEATURES, stateFeatures } from "../src/analysis/engine/parser-features.ts";
import { LEFT, RIGHT, SHIFT, State } from "../src/analysis/engine/state.ts";
import { best, historyFeatures, TAG_FEATURES, wordFeatures } from "../src/analysis/engine/tagger.ts";
import { Perceptron } from "./perceptron.ts";
import { type Example, randomFrom, shuffle } from "./treebank.ts";

export type Numbered = {
  readonly encoded: Encoded;
  readonly tags: Int32Array;
  readonly upos: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
};

/** Examples as numbers, tags unknown to the inventory left out of the lesson (-1). */
export function numbered(
  examples: readonly Example[],
  lookups: Lookups,
  tags: readonly string[],
  upos: readonly string[],
  labels: readonly string[],
): Numbered[] {
  const tagIds = new Map(tags.map((tag, i) => [tag, i]));
  const labelIds = new Map(labels.map((label, i) => [label, i]));
  return examples.map((example) => ({
    encoded: encode(example.forms, lookups),
    tags: Int32Array.from(example.tags, (tag) => tagIds.get(tag) ?? tagIds.get(tag.split("|")[0]!) ?? 0),
    upos: Int32Array.from(example.tags, (tag) => upos.indexOf(tag.split("|")[0]!)),
    heads: Int32Array.from([-1, ...example.heads]),
    labels: Int32Array.from([
      -1,
      ...example.labels.map(
        (label) => labelIds.get(label) ?? labelIds.get(label.split(":")[0]!) ?? labelIds.get("dep")!,
      ),
    ]),
  }));
}

function order(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, i) => i);
}

/** Trains the tagger; after the call every sentence's `tags` hold its own predictions or gold, whichever was last. */
export function learnTagger(
  data: readonly Numbered[],
  tagCount: number,
  rounds: number,
  seed: number,
  report: (line: string) => void,
): Perceptron {
  const model = new Perceptron();
  const random = randomFrom(seed);
  const turn = order(data.length);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Float32Array(tagCount);
  for (let round = 0; round < rounds; round++) {
    shuffle(turn, random);
    let [right, all] = [0, 0];
    for (const at of turn) {
      const { encoded: s, tags } = data[at]!;
      for (let i = 0; i < s.length; i++) {
        const count = historyFeatures(s, i, wordFeatures(s, i, features), features);
        scores.fill(0);
        model.score(features, count, scores);
        const guess = best(scores, tagCount);
        if (guess !== tags[i]) model.update(features, count, tags[i]!, guess);
        else right++;
        model.time++;
        all++;
        s.tags[i + PAD] = guess;
        s.upos[i + PAD] = uposTable[guess]!;
      }
    }
    report(`tagger round ${round + 1}: ${((100 * right) / all).toFixed(2)} %`);
  }
  return model;
}

let uposTable: Int32Array = new Int32Array();
/** Universal tag of each tag id, set before training. */
export function setUposTable(table: Int32Array): void {
  uposTable = table;
}

/** Writes the right tags, as the parser sees them, into the sentences. */
export function giveTags(data: readonly Numbered[], parserTags: Int32Array): void {
  for (const { encoded, tags, upos } of data)
    for (let i = 0; i < encoded.length; i++) {
      encoded.tags[i + PAD] = parserTags[tags[i]!]!;
      encoded.upos[i + PAD] = upos[i]!;
    }
}

/** How many right arcs each action makes unreachable (Goldberg & Nivre 2013); Infinity where it is not allowed. */
export function costs(g: State, heads: Int32Array, out: Float64Array): void {
  const s0 = g.stack[g.depth - 1]!;
  const s1 = g.depth > 1 ? g.stack[g.depth - 2]! : -1;
  const b0 = g.next;
  const n = g.length;
  out[SHIFT] = g.canShift() ? 0 : Number.POSITIVE_INFINITY;
  out[LEFT] = g.canLeft() ? 0 : Number.POSITIVE_INFINITY;
  out[RIGHT] = g.canRight() ? 0 : Number.POSITIVE_INFINITY;
  if (b0 <= n) {
    for (let k = 0; k < g.depth; k++) {
      const word = g.stack[k]!;
      if (word > 0 && heads[word] === b0) out[SHIFT]!++;
      if (k < g.depth - 1 && heads[b0] === word) out[SHIFT]!++;
    }
    const head = heads[s0]!;
    if (head === s1 || head > b0) out[LEFT]!++;
  }
  if (s0 > 0) {
    if (heads[s0]! >= b0) out[RIGHT]!++;
    for (let b = b0; b <= n; b++)
      if (heads[b] === s0) {
        out[LEFT]!++;
        out[RIGHT]!++;
      }
  }
}

/** Trains the action and label models together, exploring their own mistakes after the first round. */
export function learnParser(
  data: readonly Numbered[],
  labelCount: number,
  rootLabel: number,
  markers: Uint8Array,
  counted: Counted,
  rounds: number,
  seed: number,
  report: (line: string) => void,
): { actions: Perceptron; labels: Perceptron } {
  const actions = new Perceptron();
  const labels = new Perceptron();
  const random = randomFrom(seed);
  const turn = order(data.length);
  const features = new Int32Array(Math.max(STATE_FEATURES, LABEL_FEATURES));
  const scores = new Float32Array(3);
  const labelScores = new Float32Array(labelCount);
  const cost = new Float64Array(3);
  for (let round = 0; round < rounds; round++) {
    shuffle(turn, random);
    let [right, all] = [0, 0];
    for (const at of turn) {
      const { encoded: s, heads, labels: gold } = data[at]!;
      const context = contextOf(s, counted);
      const g = new State(s.length);
      while (!g.done) {
        if (g.depth === 1) {
          g.shift();
          continue;
        }
        costs(g, heads, cost);
        const count = stateFeatures(g, s, context, features);
        scores.fill(0);
        actions.score(features, count, scores);
        const guess = bestAction(g, scores);
        const least = Math.min(cost[0]!, cost[1]!, cost[2]!);
        let oracle = -1;
        for (let a = 0; a < 3; a++)
          if (cost[a] === least && (oracle === -1 || scores[a]! > scores[oracle]!)) oracle = a;
        let action = guess;
        if (cost[guess]! > least) {
          actions.update(features, count, oracle, guess);
          if (round === 0 || random() > 0.9) action = oracle;
        }
        actions.time++;
        if (action === SHIFT) {
          g.shift();
          continue;
        }
        const dependent = g.stack[g.depth - 1]!;
        const head = action === LEFT ? g.next : g.stack[g.depth - 2]!;
        let label = rootLabel;
        if (head !== 0) {
          const n = arcFeatures(g, s, context, action, features);
          labelScores.fill(0);
          labels.score(features, n, labelScores);
          labelScores[rootLabel] = Number.NEGATIVE_INFINITY;
          label = best(labelScores, labelCount);
          if (heads[dependent] === head && gold[dependent] !== rootLabel) {
            if (label !== gold[dependent]) labels.update(features, n, gold[dependent]!, label);
            labels.time++;
          }
        }
        if (heads[dependent] === head && label === gold[dependent]) right++;
        all++;
        g.reduce(action, label, s, markers);
      }
    }
    report(`parser round ${round + 1}: ${((100 * right) / all).toFixed(2)} %`);
  }
  return { actions, labels };
}

/** Trains the model that tells `du` = `de le` from the article. */
export function learnContractions(
  examples: readonly Example[],
  ambiguous: ReadonlySet<string>,
  lookups: Lookups,
  seed: number,
): Perceptron {
  const model = new Perceptron();
  const random = randomFrom(seed);
  const turn = order(examples.length);
  const features = new Int32Array(32);
  const scores = new Float32Array(2);
  for (let round = 0; round < 8; round++) {
    shuffle(turn, random);
    for (const at of turn) {
      const { tokens } = examples[at]!;
      const forms = tokens.map(({ form }) => form);
      tokens.forEach(({ form, words }, i) => {
        if (!ambiguous.has(form.toLowerCase())) return;
        const count = contractionFeatures(forms, i, lookups, features);
        scores.fill(0);
        model.score(features, count, scores);
        const guess = scores[1]! >= scores[0]! ? 1 : 0;
        const gold = words > 1 ? 1 : 0;
        if (guess !== gold) model.update(features, count, gold, guess);
        model.time++;
      });
    }
  }
  return model;
}
