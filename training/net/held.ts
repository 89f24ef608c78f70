import { join } from "node:path";
import { treebanks } from "../corpus.ts";
import { type Example, exampleOf, sentencesOf } from "../treebank.ts";

/** Sentences that a training never sees, to measure on: every fifth of the dev parts, or all of Sequoia's and EWT's. */
export function heldOf(language: string, dev: boolean): { name: string; examples: Example[] }[] {
  const fifth = (i: number) => i % 5 === 0;
  const read = (file: string, keep: (i: number) => boolean) => ({
    name: file,
    examples: sentencesOf(join(treebanks, `${file}.conllu`), keep).map(exampleOf),
  });
  const whole = dev ? () => true : fifth;
  return language === "fr"
    ? [read("fr_sequoia-ud-dev", whole), read("fr_gsd-ud-dev", fifth)]
    : language === "en"
      ? [read("en_ewt-ud-dev", whole)]
      : [];
}
