/** Tagging and parsing on treebanks, in the measure of the CoNLL 2018 shared task with given words and sentences. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Annotator, annotatorOf, annotatorWith } from "../src/analysis/annotate.ts";
import { type ConlluSentence, fromConllu } from "../src/analysis/conllu.ts";
import { loadWeights } from "../src/analysis/engine/weights.ts";
import { languageOf } from "../src/languages/index.ts";
import { percent, precisionRecall, type Scores, type Suite } from "./suite.ts";

/** Relations whose F is reported one by one: those that attribution stands on. */
const watched = ["nsubj", "obj", "ccomp", "xcomp", "parataxis", "obl", "advcl", "conj", "nmod", "acl", "appos"];
const features = ["Mood", "Tense", "VerbForm", "Voice", "Polarity", "Number", "Gender", "Person", "PronType", "Reflex"];

const two = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((10000 * part) / whole) / 100);

/** Scores of an annotator on sentences with given words; relations are compared by their universal part. */
export function scoresOf(annotator: Annotator, gold: readonly ConlluSentence[]): Scores {
  let [words, upos, uas, las, lemma] = [0, 0, 0, 0, 0];
  const relations = new Map(watched.map((name) => [name, { hits: 0, system: 0, gold: 0 }]));
  const morphology = new Map(features.map((name) => [name, { hits: 0, system: 0, gold: 0 }]));
  for (const sentence of gold) {
    const parsed = annotator.annotate(sentence.words.map(({ form }) => ({ start: 0, end: 0, form })));
    sentence.words.forEach((word, i) => {
      const guess = parsed[i]!;
      const [right, said] = [word.deprel.split(":")[0]!, guess.deprel.split(":")[0]!];
      const attached = guess.head === word.head;
      words++;
      if (guess.upos === word.upos) upos++;
      if (guess.lemma === word.lemma) lemma++;
      if (attached) uas++;
      if (attached && right === said) las++;
      const ofGold = relations.get(right);
      const ofSystem = relations.get(said);
      if (ofGold !== undefined) ofGold.gold++;
      if (ofSystem !== undefined) ofSystem.system++;
      if (ofGold !== undefined && attached && right === said) ofGold.hits++;
      for (const [name, count] of morphology) {
        const [a, b] = [word.feats[name], guess.feats[name]];
        if (a !== undefined) count.gold++;
        if (b !== undefined) count.system++;
        if (a !== undefined && a === b) count.hits++;
      }
    });
  }
  const f = (counts: ReadonlyMap<string, { hits: number; system: number; gold: number }>) =>
    Object.fromEntries(
      [...counts].map(([name, { hits, system, gold: all }]) => [name, precisionRecall(hits, system, all).f]),
    );
  return {
    words,
    upos: two(upos, words),
    uas: two(uas, words),
    las: two(las, words),
    lemma: percent(lemma, words),
    relations: f(relations),
    features: f(morphology),
  };
}

/** Reads a treebank file, all of it or the sentences that `keep` names. */
export const treebank = (path: string, keep: (i: number) => boolean = () => true): ConlluSentence[] =>
  fromConllu(readFileSync(path, "utf8")).filter((_, i) => keep(i));

export const suite: Suite = {
  needs: ["data/ud"],
  async measure(data) {
    const of = (language: string) => annotatorOf(languageOf(language)!);
    // Training leaves every fifth sentence of the dev parts out; these are they.
    const fifth = (name: string) => treebank(join(data, `data/ud/${name}-ud-dev.conllu`), (i) => i % 5 === 0);
    return {
      "fr sequoia dev, a fifth": scoresOf(of("fr"), fifth("fr_sequoia")),
      "fr gsd dev, a fifth": scoresOf(of("fr"), fifth("fr_gsd")),
      "en ewt dev, a fifth": scoresOf(of("en"), fifth("en_ewt")),
    };
  },
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [language = "fr", path, folder, every] = process.argv.slice(2);
  if (path === undefined) {
    console.error("usage: node eval/ud.ts LANGUAGE FILE.conllu [MODELS [EVERY-NTH-SENTENCE]]");
    process.exit(2);
  }
  const weights = loadWeights(language, folder);
  if (weights === null) throw new Error(`no weights for ${language}`);
  const gold = treebank(path, (i) => every === undefined || i % Number(every) === 0);
  const annotator = annotatorWith(weights);
  console.log(JSON.stringify(scoresOf(annotator, gold), null, 1));
  const begin = performance.now();
  let words = 0;
  for (let pass = 0; pass < 3; pass++)
    for (const sentence of gold)
      words += annotator.annotate(sentence.words.map(({ form }) => ({ start: 0, end: 0, form }))).length;
  console.log(`${Math.round(words / ((performance.now() - begin) / 1000))} words/s`);
}
