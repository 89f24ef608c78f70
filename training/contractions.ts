import { contractionFeatures } from "../src/analysis/engine/contractions.ts";
import type { Lookups } from "../src/analysis/engine/lookups.ts";
import { Perceptron } from "./perceptron.ts";
import { type Example, randomFrom, shuffle } from "./treebank.ts";

/** Learns which of the ambiguous contractions (`des`) stand for two words. */
export function learnContractions(
  examples: readonly Example[],
  ambiguous: ReadonlySet<string>,
  lookups: Lookups,
  seed: number,
): Perceptron {
  const model = new Perceptron();
  const random = randomFrom(seed);
  const turn = Int32Array.from(examples, (_, i) => i);
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
