/** Tagging and parsing on treebanks, in the measure of the CoNLL 2018 shared task with given words and sentences. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Annotator, annotatorOf, annotatorWith } from "../src/analysis/annotate.ts";
import { type ConlluSentence, fromConllu } from "../src/analysis/conllu.ts";
import { loadWeights } from "../src/analysis/engine/weights.ts";
import { analyse } from "../src/analysis/index.ts";
import { languageOf } from "../src/languages/index.ts";
import { withoutWords } from "../training/harmonise/tree.ts";
import { inCapitals, quotesOf, stopOf, withoutAccents } from "../training/treebank.ts";
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

/** Words found in the plain text of the sentences: a word counts when its place and form are right (`du` is two). */
export function segmented(language: string, gold: readonly ConlluSentence[]): Scores {
  let [hits, system, all, whole, sentences] = [0, 0, 0, 0, 0];
  for (const sentence of gold) {
    const text = sentence.comments.find((line) => line.startsWith("# text = "))?.slice(9);
    const expected = text === undefined ? null : placesOf(sentence, text);
    if (text === undefined || expected === null) continue;
    const analysis = analyse(text, { language, published: null });
    const found = analysis.sentences.flatMap(({ words }) =>
      words.map(({ start, end, form }) => `${start} ${end} ${form.toLowerCase()}`),
    );
    const left = new Map<string, number>();
    for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
    for (const word of found) {
      const count = left.get(word) ?? 0;
      if (count > 0) hits++;
      left.set(word, count - 1);
    }
    system += found.length;
    all += expected.length;
    sentences++;
    if (analysis.sentences.length === 1) whole++;
  }
  return { words: precisionRecall(hits, system, all).f, "one sentence": percent(whole, sentences) };
}

/** Place and form of each word in the sentence's text; null where the text does not hold them in order. */
function placesOf({ words, multiword }: ConlluSentence, text: string): string[] | null {
  const places: string[] = [];
  let at = 0;
  for (let i = 0; i < words.length; ) {
    const token = multiword.find(({ first }) => first === i);
    const form = token?.form ?? words[i]?.form ?? "";
    const start = text.indexOf(form, at);
    if (start < 0 || text.slice(at, start).trim() !== "") return null;
    at = start + form.length;
    const last = token?.last ?? i;
    const parts = words.slice(i, last + 1).map((word) => word.form.toLowerCase());
    // `don't` is cut into `do` and `n't`, `du` stands for `de le`: two words on one place.
    const cut = parts.join("") === form.toLowerCase();
    let from = start;
    for (const part of parts) {
      places.push(cut ? `${from} ${from + part.length} ${part}` : `${start} ${at} ${part}`);
      from += part.length;
    }
    i = last + 1;
  }
  return places;
}

const cases = join(import.meta.dirname, "../test/cases/fr/reporting.txt");

/** French reporting clauses behind or inside the speech (our own sentences): parentheses of it, with their subject. */
export function reporting(path = cases): Scores {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  let [parentheses, subjects] = [0, 0];
  for (let i = 0; i < lines.length; i += 2) {
    const [verb, subject] = lines[i + 1]?.slice(4).split(" ") ?? [];
    for (const { words } of analyse(lines[i] ?? "", { language: "fr", published: null }).sentences) {
      const at = words.findIndex(({ form }) => form === verb);
      if (at < 0) continue;
      if (words[at]?.deprel.startsWith("parataxis")) parentheses++;
      if (words.some(({ form, head }) => form === subject && head === at)) subjects++;
    }
  }
  const all = lines.length / 2;
  return { cases: all, parentheses: percent(parentheses, all), subjects: percent(subjects, all) };
}

/** Text as the press damages it, by what is done; sentences that have nothing to lose are left out. */
const damages: Readonly<Record<string, (sentence: ConlluSentence) => ConlluSentence | null>> = {
  "in capitals": (sentence) => respelled(sentence, inCapitals),
  "without accents": (sentence) => respelled(sentence, withoutAccents),
  "without quotation marks": (sentence) => less(sentence, quotesOf(marked(sentence))),
  "without a full stop": (sentence) => {
    const stop = stopOf(marked(sentence));
    return less(sentence, stop < 0 ? [] : [stop]);
  },
};

const marked = ({ words }: ConlluSentence) => ({
  forms: words.map(({ form }) => form),
  heads: words.map(({ head }) => head + 1),
});
const less = (sentence: ConlluSentence, gone: readonly number[]) =>
  gone.length === 0 ? null : withoutWords(sentence, new Set(gone));
const respelled = (sentence: ConlluSentence, respell: (form: string) => string): ConlluSentence => ({
  ...sentence,
  words: sentence.words.map((word) => ({ ...word, form: respell(word.form) })),
});

/** Tags and trees on the same sentences after each damage. */
export function damaged(annotator: Annotator, gold: readonly ConlluSentence[]): Scores {
  return Object.fromEntries(
    Object.entries(damages).map(([name, damage]) => {
      const sentences = gold.flatMap((sentence) => damage(sentence) ?? []);
      const { words, upos, uas, las } = scoresOf(annotator, sentences);
      return [name, { words, upos, uas, las } as Scores];
    }),
  );
}

export const suite: Suite = {
  needs: ["data/ud"],
  async measure(data) {
    const of = (language: string) => annotatorOf(languageOf(language)!);
    // Training leaves every fifth sentence of the dev parts out; these are they.
    const fifth = (name: string) => treebank(join(data, `data/ud/${name}-ud-dev.conllu`), (i) => i % 5 === 0);
    const both = (language: string, name: string): Scores => {
      const gold = fifth(name);
      return {
        ...scoresOf(of(language), gold),
        "plain text": segmented(language, gold),
        damaged: damaged(of(language), gold),
      };
    };
    return {
      "fr sequoia dev, a fifth": both("fr", "fr_sequoia"),
      "fr gsd dev, a fifth": both("fr", "fr_gsd"),
      "en ewt dev, a fifth": both("en", "en_ewt"),
      "fr reporting clauses": reporting(),
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
  const pack = languageOf(language);
  if (pack === null) throw new Error(`no pack for ${language}`);
  const annotator = annotatorWith(weights, pack.syntax);
  console.log(JSON.stringify({ ...scoresOf(annotator, gold), damaged: damaged(annotator, gold) }, null, 1));
  const begin = performance.now();
  let words = 0;
  for (let pass = 0; pass < 3; pass++)
    for (const sentence of gold)
      words += annotator.annotate(sentence.words.map(({ form }) => ({ start: 0, end: 0, form }))).length;
  console.log(`${Math.round(words / ((performance.now() - begin) / 1000))} words/s`);
}
