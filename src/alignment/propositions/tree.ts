import type { Sentence, Span, Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";

/** A sentence with its children indexed, so that walks stay linear. */
export type Tree = { readonly sentence: Sentence; readonly children: readonly (readonly Word[])[] };

export function treeOf(sentence: Sentence): Tree {
  const children: Word[][] = sentence.words.map(() => []);
  for (const word of sentence.words) if (word.head >= 0) children[word.head]?.push(word);
  return { sentence, children };
}

/** Whether a relation is the named one or a subtype of it. */
const isRelation = (deprel: string, name: string): boolean =>
  deprel === name || (deprel[name.length] === ":" && deprel.startsWith(name));

/** Children of a word, optionally only those with one of these relations (subtypes included). */
export function childrenOf(tree: Tree, word: Word, ...relations: readonly string[]): readonly Word[] {
  const all = tree.children[word.index] ?? [];
  if (relations.length === 0) return all;
  return all.filter(({ deprel }) => relations.some((name) => isRelation(deprel, name)));
}

/** Words below and including one, stopping where `prune` says so; never visits a word twice, whatever the heads. */
export function subtree(tree: Tree, top: Word, prune: (word: Word) => boolean = () => false): Word[] {
  const seen = new Set([top.index]);
  const found = [top];
  for (const word of found) {
    for (const child of tree.children[word.index] ?? []) {
      if (seen.has(child.index) || prune(child)) continue;
      seen.add(child.index);
      found.push(child);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Stretch from the first to the last word, punctuation at either end left out. */
export function stretch(words: readonly Word[]): Span {
  let first = 0;
  let last = words.length - 1;
  while (first < last && words[first]?.upos === "PUNCT") first++;
  while (last > first && words[last]?.upos === "PUNCT") last--;
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const lemmaOf = (word: Word): string => lowerCase(word.lemma);

export const isNominal = (word: Word): boolean =>
  word.upos === "NOUN" || word.upos === "PROPN" || word.upos === "PRON" || word.upos === "NUM";
