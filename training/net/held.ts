import { join } from "node:path";
import { treebanks } from "../corpus.ts";
import { type Example, exampleOf, sentencesOf } from "../treebank.ts";

/** The treebanks in whose way a language's weights annotate, and the share of each. */
export const styles: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  fr: { fr_sequoia: 0.5, fr_gsd: 0.5 },
  en: { en_ewt: 1 },
};

/** The treebanks that every round of a training has: written as the press is, and annotated as the weights shall. */
export const always: Readonly<Record<string, readonly string[]>> = { fr: ["fr_sequoia", "fr_gsd", "fr_pud"] };

/**
 * Sentences that a training never sees, to measure on: every fifth of the dev parts, or all of Sequoia's and EWT's, as
 * their treebank annotates and without a word of where they are from.
 */
export function heldOf(language: string, dev: boolean): Map<string, Example[]> {
  const fifth = (i: number) => i % 5 === 0;
  const whole = dev ? () => true : fifth;
  const files: readonly (readonly [string, (i: number) => boolean])[] =
    language === "fr"
      ? [
          ["fr_sequoia", whole],
          ["fr_gsd", fifth],
        ]
      : language === "en"
        ? [["en_ewt", whole]]
        : [];
  const held = new Map<string, Example[]>();
  for (const [name, keep] of files) {
    const examples = sentencesOf(join(treebanks, `${name}-ud-dev.conllu`), keep).map(exampleOf);
    held.set(`${name} in no treebank's way`, examples);
    held.set(
      `${name} in its own way`,
      examples.map((example) => ({ ...example, treebank: name })),
    );
  }
  return held;
}
