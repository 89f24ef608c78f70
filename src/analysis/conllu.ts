import { languageOf } from "../languages/index.ts";
import type { Analysis, Features, Sentence, Upos, Word } from "../model/index.ts";
import { lookupForm } from "../text/normal.ts";
import { annotatorOf } from "./annotate.ts";

/** A sentence of a CoNLL-U file: its words, the lines that are not plain words, and its comments. */
export type ConlluSentence = {
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
  /** Multiword tokens: first and last word (from 0), the form, and the last column. */
  readonly multiword: readonly { first: number; last: number; form: string; misc: string }[];
};
export type ConlluWord = {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: Features;
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
};

/** The analysis as CoNLL-U (https://universaldependencies.org/format.html). */
export function toConllu(analysis: Analysis): string {
  const enclitics = new Set(languageOf(analysis.language)?.segmentation.enclitics ?? []);
  const fuses = languageOf(analysis.language)?.segmentation.encliticsFuse ?? false;
  return analysis.sentences
    .map((sentence) => {
      const lines = [`# sent_id = ${sentence.index + 1}`];
      lines.push(`# text = ${analysis.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ")}`);
      const { words } = sentence;
      let group = -1;
      words.forEach((word, i) => {
        if (i > group) {
          group = i;
          while (words[group + 1] !== undefined && fused(words[group]!, words[group + 1]!, fuses ? enclitics : null))
            group++;
          if (group > i) {
            const end = words[group]!.end;
            const form = analysis.text.slice(word.start, end);
            lines.push(`${i + 1}-${group + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${spaceAfter(sentence, group)}`);
          }
        }
        lines.push(
          line(
            word,
            i,
            group > i || (i > 0 && i <= group && isInside(words, i, fuses ? enclitics : null))
              ? "_"
              : spaceAfter(sentence, i),
          ),
        );
      });
      return `${lines.join("\n")}\n\n`;
    })
    .join("");
}

const isInside = (words: readonly Word[], i: number, enclitics: ReadonlySet<string> | null): boolean =>
  fused(words[i - 1]!, words[i]!, enclitics);

function fused(a: Word, b: Word, enclitics: ReadonlySet<string> | null): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return enclitics !== null && a.end === b.start && enclitics.has(lookupForm(b.form));
}

function spaceAfter(sentence: Sentence, i: number): string {
  const next = sentence.words[i + 1];
  return next !== undefined && next.start === sentence.words[i]!.end ? "SpaceAfter=No" : "_";
}

function line(word: Word, i: number, misc: string): string {
  return `${i + 1}\t${field(word.form)}\t${field(word.lemma)}\t${word.upos}\t_\t${featsText(word.feats)}\t${word.head + 1}\t${word.deprel}\t_\t${misc}`;
}

const field = (value: string): string => value.replace(/[\t\n\r]/g, " ") || "_";

const featsText = (feats: Features): string =>
  Object.keys(feats)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map((key) => `${key}=${feats[key]}`)
    .join("|") || "_";

/** Reads CoNLL-U. Empty nodes (`8.1`) are left out; a line that is none of the format's is skipped. */
export function fromConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let multiword: ConlluSentence["multiword"][number][] = [];
  const flush = () => {
    if (words.length > 0) sentences.push({ comments, words, multiword });
    [comments, words, multiword] = [[], [], []];
  };
  for (const raw of text.split("\n")) {
    const row = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (row.trim() === "") flush();
    else if (row.startsWith("#")) comments.push(row);
    else {
      const cells = row.split("\t");
      const [id = "", form = "_", lemma = "_", upos = "X", , feats = "_", head = "_", deprel = "_", , misc = "_"] =
        cells;
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range !== null) multiword.push({ first: Number(range[1]) - 1, last: Number(range[2]) - 1, form, misc });
      else if (/^\d+$/.test(id))
        words.push({
          form,
          lemma,
          upos,
          feats: featsOf(feats),
          head: head === "_" ? -1 : Number(head) - 1,
          deprel,
          misc,
        });
    }
  }
  flush();
  return sentences;
}

export const featsOf = (text: string): Features =>
  text === "_" || text === ""
    ? {}
    : Object.fromEntries(
        text.split("|").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
      );

/** Predicts lemmas, tags, features, heads and relations afresh for the words and sentences of a CoNLL-U text. */
export function reparse(conllu: string, language: string): string {
  const pack = languageOf(language);
  if (pack === null) throw new Error(`no language ${language}`);
  const annotator = annotatorOf(pack);
  return fromConllu(conllu)
    .map(({ comments, words, multiword }) => {
      const parsed = annotator.annotate(words.map(({ form }) => ({ start: 0, end: 0, form })));
      const lines = [...comments];
      parsed.forEach((word, i) => {
        for (const token of multiword.filter(({ first }) => first === i))
          lines.push(`${token.first + 1}-${token.last + 1}\t${token.form}\t_\t_\t_\t_\t_\t_\t_\t${token.misc}`);
        lines.push(line(word, i, words[i]!.misc));
      });
      return `${lines.join("\n")}\n\n`;
    })
    .join("");
}

export type { Upos };
