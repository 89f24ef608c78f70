import type { Word } from "../model/index.ts";
import { lowerCase, lower as lowerForm } from "../text/normal.ts";
import { remembered } from "../text/remembered.ts";
import type { Source, WordRef } from "./attribution.ts";
import type { Reader } from "./reader.ts";
import { childrenBy, childrenOf, headsClause, relation, spanOf, type Tree } from "./tree.ts";

/** Classes of words that head noun phrases. */
export const nominal = new Set(["NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "ADJ", "DET"]);

/** Longest source phrase, in words. */
const LONGEST = 40;

const withoutHyphen = remembered((form) => lowerForm(form).replace(/^-(t-)?/, ""));

/** A word in lower case, without the hyphen of an inverted pronoun. */
export const plainForm = (word: Word | undefined) => withoutHyphen(word?.form ?? "");

/** First and last word of the noun phrase a word heads: no preposition before it, no relative clause after it. */
export function phraseWords(tree: Tree, head: number): { first: number; last: number } {
  let first = head;
  let last = head;
  const prepositions = childrenBy(tree, head, "case", "mark", "cc");
  const opening = prepositions
    .filter(({ index }) => index < head)
    .reduce((most, { index }) => Math.max(most, index), -1);
  const left = Math.max(tree.left[head] as number, opening + 1);
  for (const child of childrenOf(tree, head)) {
    const kind = relation(child);
    if (child.index < head) {
      if (kind === "punct" || child.index <= opening || kind === "parataxis" || kind === "advcl") continue;
      first = Math.min(first, Math.max(left, tree.left[child.index] as number));
      continue;
    }
    if (
      (kind === "acl" && child.upos !== "ADJ") ||
      kind === "parataxis" ||
      kind === "advcl" ||
      kind === "ccomp" ||
      kind === "csubj"
    )
      break;
    if (kind === "punct") continue;
    if (kind === "conj" && headsClause(tree, child.index)) break;
    const stop = clauseWithin(tree, child.index);
    last = Math.max(last, stop ?? (tree.right[child.index] as number));
    if (stop !== null) break;
  }
  last = withinCommas(tree, head, Math.min(last, first + LONGEST));
  if (head >= tree.body) first = Math.max(first, tree.body);
  while (last > head && tree.words[last]?.upos === "PUNCT") last--;
  while (first < head && (tree.words[first]?.upos === "PUNCT" || tree.words[first]?.upos === "CCONJ")) first++;
  // `l'accord, dont le parlement ne veut pas`: the pronoun is none of who wants.
  while (first < head && /^(?:dont|que|qu['’]|où)$/i.test(tree.words[first]?.form ?? "")) first++;
  // `du maire` is two words on one span: the source begins after the preposition.
  if (first < head && first > 0 && tree.words[first - 1]?.start === tree.words[first]?.start) first++;
  return { first, last };
}

/** A source runs over a comma only into an apposition (`le porte-parole, Karl Morin`, `Karl Morin, a spokesman`), and over no finite verb. */
function withinCommas(tree: Tree, head: number, last: number): number {
  let commas = 0;
  for (let at = head + 1; at <= last; at++) {
    const word = tree.words[at];
    if (word === undefined) return at - 1;
    if (word.feats.VerbForm === "Fin" && (word.upos === "VERB" || word.upos === "AUX")) {
      let back = at - 1;
      while (back > head && /^(PUNCT|PRON|ADV|SCONJ)$/.test(tree.words[back]?.upos ?? "")) back--;
      return back;
    }
    if (word.form === "—" || word.form === "–" || word.form === ";" || word.form === ":") return at - 1;
    if (word.form !== ",") continue;
    const next = tree.words[at + 1];
    const kind = tree.words[head]?.upos;
    const apposed =
      (next?.upos === "PROPN" && kind === "NOUN") ||
      (kind === "PROPN" && /^(DET|NOUN|ADJ|NUM|PROPN)$/.test(next?.upos ?? ""));
    const apposition = childrenBy(tree, head, "appos").some(({ index }) => index > at && index < at + 8);
    const listed = childrenBy(tree, head, "conj").some(({ index }) => index > at);
    if (!listed && (!(apposed || apposition) || commas++ > 0)) return at - 1;
  }
  return last;
}

/** The word before a relative clause inside a complement, or null where there is none. */
function clauseWithin(tree: Tree, at: number): number | null {
  for (let cursor = at, steps = 0; steps < 12; steps++) {
    const relative = childrenOf(tree, cursor).find((child) => child.deprel === "acl:relcl");
    if (relative !== undefined) {
      let stop = (tree.left[relative.index] as number) - 1;
      while (stop > at && tree.words[stop]?.upos === "PUNCT") stop--;
      return Math.max(at, stop);
    }
    const next = childrenBy(tree, cursor, "nmod", "appos", "conj", "flat").at(-1);
    if (next === undefined) return null;
    cursor = next.index;
  }
  return null;
}

export function phraseSource(tree: Tree, head: number): Source {
  const alone = nominative.test(plainForm(tree.words[head])) && tree.words[head]?.upos === "PRON";
  const { first, last } = alone ? { first: head, last: head } : phraseWords(tree, head);
  return { kind: "phrase", span: spanOf(tree, first, last), head: { sentence: tree.sentence.index, word: head } };
}

/** The head of the whole name or phrase that a word belongs to, looking back only. */
export function topOfName(tree: Tree, at: number): number {
  let cursor = at;
  for (let steps = 0; steps < 8; steps++) {
    const word = tree.words[cursor];
    if (word === undefined || word.head < 0 || word.head > at) return cursor;
    // `two people familiar with the talks`: the complement of an adjective that a noun has behind it.
    const above = tree.words[word.head];
    if (above !== undefined && above.upos === "ADJ" && above.index < word.index && /^(obl|nmod)/.test(word.deprel)) {
      const noun = tree.words[above.index - 1];
      if (noun !== undefined && nominal.has(noun.upos) && noun.upos !== "DET") {
        cursor = noun.index;
        continue;
      }
    }
    if (!["flat", "appos", "nmod", "compound", "conj"].includes(relation(word)) || !nominal.has(above?.upos ?? ""))
      return cursor;
    cursor = word.head;
  }
  return cursor;
}

/** Pronouns that are subjects wherever they stand. */
export const nominative = /^(il|elle|ils|elles|on|je|j'|he|she|they|i|we|who|qui)$/;

export const refOf = (tree: Tree, word: number): WordRef => ({ sentence: tree.sentence.index, word });

/** Whether a noun can name somebody who speaks: a name, or a noun of the language's actors. */
export function speaks(reader: Reader, tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (word === undefined) return false;
  if (word.upos === "PRON") return true;
  if (reader.pack.actors.nouns.has(lowerCase(word.lemma)) || reader.pack.actors.nouns.has(plainForm(word))) return true;
  if (word.upos !== "PROPN") return false;
  return true;
}
