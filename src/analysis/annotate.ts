import type { Language } from "../languages/index.ts";
import type { Syntax } from "../languages/syntax.ts";
import type { Upos, Word } from "../model/index.ts";
import { lowerCase } from "../text/normal.ts";
import { remembered } from "../text/remembered.ts";
import { isContraction } from "./engine/contractions.ts";
import { Network, type Parsed } from "./engine/net/network.ts";
import { type Card, cardOf, loadWeights, type Weights } from "./engine/weights.ts";
import { withGrammar } from "./grammar.ts";
import type { Decide, Raw } from "./words.ts";

/** Tags, lemmatises and parses one sentence of a language. */
export type Annotator = {
  readonly decide: Decide;
  annotate(words: readonly Raw[]): readonly Word[];
};

const annotators = new Map<string, Annotator>();

/** The annotator of a language; weights are read at the first call and kept. Without weights, words stay untagged. */
export function annotatorOf(language: Language): Annotator {
  let annotator = annotators.get(language.code);
  if (annotator === undefined) {
    const weights = loadWeights(language.code);
    annotator = weights === null ? untrained : annotatorWith(weights, language.syntax);
    annotators.set(language.code, annotator);
  }
  return annotator;
}

/** Version of a language's weights (without loading them), or null where none ship. */
export const modelVersion = (language: string): string | null => cardOf(language)?.version ?? null;

export type { Card };

/** A stretch cut at its greatest length is often one pattern over and over: a few such are remembered, in words. */
const LONG = 190;
const LONG_KEPT = 16;

export function annotatorWith(weights: Weights, syntax: Syntax): Annotator {
  const { tags, upos, lookups, labels, lemmas, contractions } = weights;
  const network = new Network(weights.network, labels);
  const lemmasOf = new Map<string, (form: string) => string>();
  const lemmaOf = (form: string, universal: Upos): string => {
    let of = lemmasOf.get(universal);
    if (of === undefined) {
      of = remembered((word) => lemmas.lemma(word, universal, upos.indexOf(universal)));
      lemmasOf.set(universal, of);
    }
    return of(form);
  };
  const long = new Map<string, Parsed>();
  const treesOf = (forms: readonly string[]): Parsed => {
    const key = forms.length < LONG ? null : forms.join("\n");
    const kept = key === null ? undefined : long.get(key);
    if (kept !== undefined) return kept;
    const found = network.parse(forms);
    if (key === null) return found;
    const trees = { tags: found.tags.slice(), heads: found.heads.slice(), labels: found.labels.slice() };
    if (long.size >= LONG_KEPT) long.clear();
    long.set(key, trees);
    return trees;
  };
  return {
    decide: (tokens, at) =>
      contractions === null ||
      isContraction(
        tokens.slice(Math.max(0, at - 2), at + 3).map((token) => token.form),
        Math.min(at, 2),
        lookups,
        contractions,
      ),
    annotate(words) {
      if (isSigns(words)) return flat(words);
      const { tags: chosen, heads, labels: relations } = treesOf(words.map((word) => word.form));
      const parsed = words.map(({ start, end, form }, index) => {
        const { upos: universal, feats } = tags[chosen[index]!]!;
        return {
          start,
          end,
          index,
          form,
          lemma: lemmaOf(form, universal),
          upos: universal,
          feats,
          head: heads[index + 1]! - 1,
          deprel: labels[relations[index + 1]!]!,
        };
      });
      return withGrammar(parsed, syntax, (form) => lemmaOf(form, "VERB"));
    },
  };
}

/** A stretch of signs longer than this is no sentence and is not parsed. */
const SIGNS = 30;

const isSigns = (words: readonly Raw[]): boolean =>
  words.length > SIGNS && words.every(({ form }) => !/[\p{L}\p{N}]/u.test(form));

const NO_FEATURES: Word["feats"] = Object.freeze({});

/** Words hang flat on the first one, untagged. */
const flat = (words: readonly Raw[]): Word[] =>
  words.map(({ start, end, form }, index) => {
    const mark = !/[\p{L}\p{N}]/u.test(form);
    return {
      start,
      end,
      index,
      form,
      lemma: lowerCase(form),
      upos: mark ? "PUNCT" : "X",
      feats: NO_FEATURES,
      head: index === 0 ? -1 : 0,
      deprel: index === 0 ? "root" : mark ? "punct" : "dep",
    };
  });

/** A language whose weights are not trained yet. */
const untrained: Annotator = { decide: () => true, annotate: flat };
