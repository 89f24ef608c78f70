import { readFileSync } from "node:fs";
import { type ConlluSentence, fromConllu } from "../src/analysis/conllu.ts";

/** A sentence to learn from. Heads count from 1, 0 is the root. */
export type Example = {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /** Surface tokens: how many words each has. */
  readonly tokens: readonly { form: string; words: number }[];
  /** The treebank whose way of annotating this is (`fr_sequoia`); absent where it is not known. */
  readonly treebank?: string;
};

/** Features that attribution needs; the tagger learns no others. */
const KEPT = ["Gender", "Mood", "Number", "Person", "Polarity", "PronType", "Reflex", "Tense", "VerbForm", "Voice"];

/** Sentences of a treebank file, all or those whose number `keep` names. */
export function sentencesOf(path: string, keep: (index: number) => boolean = () => true): ConlluSentence[] {
  return fromConllu(readFileSync(path, "utf8")).filter((_, i) => keep(i));
}

/** What is learnt from a sentence. */
export function exampleOf(sentence: ConlluSentence): Example {
  const tokens: { form: string; words: number }[] = [];
  for (let i = 0; i < sentence.words.length; ) {
    const joined = sentence.multiword.find(({ first }) => first === i);
    const words = joined === undefined ? 1 : joined.last - joined.first + 1;
    tokens.push({ form: joined?.form ?? sentence.words[i]!.form, words });
    i += words;
  }
  return {
    forms: sentence.words.map(({ form }) => form),
    lemmas: sentence.words.map(({ lemma }) => lemma),
    tags: sentence.words.map(({ upos, feats }) =>
      [
        upos,
        ...KEPT.filter((key) => feats[key] !== undefined && feats[key] !== "Act").map((key) => `${key}=${feats[key]}`),
      ].join("|"),
    ),
    heads: sentence.words.map(({ head }) => head + 1),
    labels: sentence.words.map(({ deprel }) => deprel.split("@")[0]!),
    tokens,
  };
}

/** A copy without the words at these positions (which must have no dependents). */
function without(example: Example, gone: ReadonlySet<number>): Example {
  const place: number[] = [0];
  let kept = 0;
  example.forms.forEach((_, i) => {
    place.push(gone.has(i) ? -1 : ++kept);
  });
  const take = <T>(list: readonly T[]) => list.filter((_, i) => !gone.has(i));
  return {
    forms: take(example.forms),
    lemmas: take(example.lemmas),
    tags: take(example.tags),
    heads: take(example.heads).map((head) => place[head]!),
    labels: take(example.labels),
    tokens: [],
    ...(example.treebank === undefined ? {} : { treebank: example.treebank }),
  };
}

/**
 * More examples, broken as press text is: quotation marks missing on one side or both, headlines in capitals or without
 * a full stop, accents lost. Deterministic: which sentences are taken depends on `random` alone.
 */
export function broken(examples: readonly Example[], random: () => number): Example[] {
  const more: Example[] = [];
  for (const example of examples) {
    const quotes = quotesOf(example);
    if (quotes.length > 0 && random() < 0.4) {
      const gone = random() < 0.4 ? new Set(quotes) : new Set([quotes[Math.floor(random() * quotes.length)]!]);
      if (gone.size < example.forms.length) more.push(without(example, gone));
    }
    if (example.forms.length > 3 && random() < 0.02)
      more.push({ ...example, forms: example.forms.map(inCapitals), tokens: [] });
    if (random() < 0.02) more.push({ ...example, forms: example.forms.map(withoutAccents), tokens: [] });
    const stop = stopOf(example);
    if (stop >= 0 && random() < 0.03) more.push(without(example, new Set([stop])));
  }
  return more;
}

type Marked = { readonly forms: readonly string[]; readonly heads: readonly number[] };

/** Places of the double quotation marks that nothing depends on. Heads count from 1. */
export const quotesOf = ({ forms, heads }: Marked): number[] =>
  forms.flatMap((form, i) => (/^[«»“”"„]$|^''$|^``$/.test(form) && !heads.includes(i + 1) ? [i] : []));

/** Place of the full stop at the end, -1 for none. */
export const stopOf = ({ forms, heads }: Marked): number =>
  forms.at(-1) === "." && forms.length > 3 && !heads.includes(forms.length) ? forms.length - 1 : -1;

export const inCapitals = (form: string): string => form.toUpperCase();
export const withoutAccents = (form: string): string => form.normalize("NFD").replace(/\p{M}/gu, "");

/** A reproducible source of random numbers (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place. */
export function shuffle(list: Int32Array, random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = list[i]!;
    list[i] = list[j]!;
    list[j] = held;
  }
}
