import type { Sizes } from "../../src/analysis/engine/net/weights.ts";
import { randomFrom, shuffle } from "../treebank.ts";
import { Adam } from "./adam.ts";
import { batchOf, type Rarity, type Sentence, type Vectors } from "./data.ts";
import { type Dropping, learnBatch, newParameters, type Parameters } from "./model.ts";
import type { Arena } from "./tape.ts";

export type Lesson = {
  readonly rounds: number;
  /** Share of the sentences from treebanks other than those the weights are for that the last round has; the first has all. */
  readonly others: number;
  readonly seed: number;
  /** Highest step of Adam; it rises over the first batches and falls to nothing at the end. */
  readonly rate: number;
  /** Batches over which it rises. */
  readonly warm: number;
  /** Words of a batch, about. */
  readonly words: number;
  readonly drop: Dropping;
  readonly rarity: Rarity;
};

/** Trains a network; `after` is called after each round, with the running mean of its parameters in place. */
export function learn(
  arena: Arena,
  sizes: Sizes,
  sentences: readonly Sentence[],
  vectors: Vectors,
  lesson: Lesson,
  after: (round: number, parameters: Parameters, line: string) => void,
): Parameters {
  const random = randomFrom(lesson.seed);
  const parameters = newParameters(arena, sizes, random);
  const adam = new Adam(arena, parameters, 0.999);
  arena.keep();
  const turn = Int32Array.from(sentences, (_, i) => i);
  const words = (always: boolean) =>
    sentences.reduce((sum, sentence) => sum + (sentence.always === always ? sentence.length : 0), 0);
  const total = Math.max(1, (lesson.rounds * (words(true) + (words(false) * (1 + lesson.others)) / 2)) / lesson.words);
  let time = 0;
  for (let round = 1; round <= lesson.rounds; round++) {
    shuffle(turn, random);
    const sum = { tags: 0, arcs: 0, labels: 0, batches: 0 };
    const share = 1 - ((1 - lesson.others) * (round - 1)) / Math.max(1, lesson.rounds - 1);
    for (let at = 0; at < turn.length; ) {
      const some: Sentence[] = [];
      for (let words = 0; at < turn.length && words < lesson.words; at++) {
        const sentence = sentences[turn[at]!]!;
        if (!sentence.always && random() >= share) continue;
        some.push(sentence);
        words += sentence.length;
      }
      if (some.length === 0) continue;
      arena.reset();
      const batch = batchOf(some, vectors, lesson.rarity, random);
      const loss = learnBatch(arena, parameters, batch, lesson.drop, random);
      time++;
      const rate = lesson.rate * Math.min(1, time / lesson.warm) * Math.max(0.01, 1 - time / total);
      adam.step(rate, batch, 5);
      sum.tags += loss.tags;
      sum.arcs += loss.arcs;
      sum.labels += loss.labels;
      sum.batches++;
    }
    adam.exchange();
    const each = (value: number) => (value / sum.batches).toFixed(3);
    after(
      round,
      parameters,
      `round ${round}: tags ${each(sum.tags)}, arcs ${each(sum.arcs)}, labels ${each(sum.labels)}`,
    );
    if (round < lesson.rounds) adam.exchange();
  }
  return parameters;
}
