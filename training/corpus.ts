import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ConlluSentence } from "../src/analysis/conllu.ts";
import { harmoniserOf } from "./harmonise/index.ts";
import { reported } from "./reported.ts";
import { reportedEnglish } from "./reported-english.ts";
import { type Example, exampleOf, randomFrom, sentencesOf } from "./treebank.ts";

const root = resolve(import.meta.dirname, "..");
const shared = resolve(root, process.env.SELON_DATA ?? "../shared");

/** Where the treebanks are: `data/ud` or `ud` in SELON_DATA (default `../shared`). */
export const treebanks = existsSync(join(shared, "data/ud")) ? join(shared, "data/ud") : join(shared, "ud");

/** Further open trees, made by `training/open-trees.ts`: SELON_EXTRA_UD, else `ud-extra` beside the treebanks. */
export const extraTrees = process.env.SELON_EXTRA_UD ?? join(treebanks, "../ud-extra");

/** Every fifth sentence of the dev parts is never learnt from: `eval/ud.ts` measures on them. */
const learnt = (i: number) => i % 5 !== 0;
const all = () => true;
const none = () => false;

type Part = { readonly file: string; readonly extra?: true; readonly keep: (i: number) => boolean };

/** What a language is learnt from; with `dev`, the whole of Sequoia dev and EWT dev are kept apart. */
function partsOf(language: string, dev: boolean): readonly Part[] {
  const tuned = dev ? none : learnt;
  if (language === "fr")
    return [
      { file: "fr_sequoia-ud-train", keep: all },
      { file: "fr_sequoia-ud-dev", keep: tuned },
      { file: "fr_gsd-ud-dev", keep: learnt },
      { file: "fr_pud-ud-test", keep: all },
      { file: "fr_fqb-ud-test", keep: all },
      { file: "fr_rhapsodie-ud-train", keep: all },
      { file: "fr_rhapsodie-ud-dev", keep: all },
      { file: "fr_parisstories-ud-train", keep: all },
      { file: "fr_parisstories-ud-dev", keep: all },
    ];
  if (language === "en")
    return [
      { file: "en_ewt-ud-train", keep: all },
      { file: "en_ewt-ud-dev", keep: tuned },
      { file: "en_gum-open", extra: true, keep: all },
      { file: "en_pud", extra: true, keep: all },
    ];
  return [];
}

/** `fr_sequoia` of `fr_sequoia-ud-train`. */
const treebankOf = (file: string): string => file.split("-")[0] ?? file;

type Options = {
  readonly dev: boolean;
  /** Treebanks to leave out, by the beginning of their names. */
  readonly without?: readonly string[];
  /** Treebanks to leave as they are, by the beginning of their names. */
  readonly asIs?: readonly string[];
  readonly report: (line: string) => void;
};

/**
 * The sentences a language is learnt from, their annotation brought to one way (`harmonise/`), and reported speech made
 * from them (`reported.ts`, `reported-english.ts`). A treebank that is absent is an error, further open trees that are absent are left out and reported: weights trained without them are
 * others.
 */
export function corpusOf(language: string, { dev, without = [], asIs = [], report }: Options): Example[] {
  let reference: ConlluSentence[] | null = null;
  const likeThese = () => {
    reference ??= partsOf(language, dev)
      .filter(({ file }) => /^(?:fr_sequoia|fr_gsd|en_ewt)/.test(file))
      .flatMap(({ file, keep }) => sentencesOf(join(treebanks, `${file}.conllu`), keep));
    return reference;
  };
  const examples = partsOf(language, dev).flatMap(({ file, extra, keep }) => {
    if (without.some((name) => file.startsWith(name))) return [];
    const path = join(extra ? extraTrees : treebanks, `${file}.conllu`);
    if (extra && !existsSync(path)) {
      report(`no ${file} at ${extraTrees}: left out (training/open-trees.ts makes it)`);
      return [];
    }
    const harmonise = asIs.some((name) => file.startsWith(name)) ? null : harmoniserOf(file, likeThese);
    return sentencesOf(path, keep).flatMap((sentence) => {
      const harmonised = harmonise === null ? sentence : harmonise(sentence);
      return harmonised === null ? [] : [{ ...exampleOf(harmonised), treebank: treebankOf(file) }];
    });
  });
  const made = language === "fr" ? reported : language === "en" ? reportedEnglish : () => [];
  return [...examples, ...made(examples, randomFrom(23))];
}
