import { languageOf } from "../languages/index.ts";
import type { Analysis, Sentence } from "../model/index.ts";
import { annotatorOf } from "./annotate.ts";
import { findNames } from "./names/index.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { findQuantities } from "./quantities/index.ts";
import { quotationsOf } from "./quotations.ts";
import { sentencesOf } from "./sentences.ts";
import { findTimes } from "./times/index.ts";
import { tokensOf } from "./tokens.ts";
import { wordsOf } from "./words.ts";

export { modelVersion } from "./annotate.ts";
export { fromConllu, reparse, toConllu } from "./conllu.ts";
export type { Analysis };

/**
 * Everything later stages know about a text: paragraphs, sentences as trees, quotations, names, times, quantities.
 * Any string is analysed; time is linear in its length. An unknown language is read by the rules of the first pack.
 */
export function analyse(text: string, options: { language: string; published: string | null }): Analysis {
  const language = languageOf(options.language) ?? languageOf("fr");
  if (language === null) throw new Error("no language pack");
  const annotator = annotatorOf(language);
  const paragraphs = paragraphsOf(text);
  const { quotations, roles } = quotationsOf(text, paragraphs);
  const sentences: Sentence[] = [];
  paragraphs.forEach((span, paragraph) => {
    const tokens = tokensOf(text, span, language.segmentation);
    for (const part of sentencesOf(text, tokens, roles, language.segmentation)) {
      const [first, last] = [part[0], part.at(-1)];
      if (first === undefined || last === undefined) continue;
      const words = annotator.annotate(wordsOf(part, language.segmentation, annotator.decide));
      sentences.push({ start: first.start, end: last.end, index: sentences.length, paragraph, words });
    }
  });
  const names = findNames(sentences, text, language);
  const times = findTimes(text, sentences, language, options.published, names);
  const quantities = findQuantities(text, sentences, times, names, language);
  return {
    text,
    language: language.code,
    published: options.published,
    paragraphs,
    sentences,
    quotations,
    names,
    times,
    quantities,
  };
}
