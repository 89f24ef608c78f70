import type { ConlluSentence, ConlluWord } from "../../src/analysis/conllu.ts";

/** A word that may be changed. Heads count from 0; the root's head is -1. */
export type Draft = { -readonly [K in keyof ConlluWord]: ConlluWord[K] };

/** A change of annotation: looks at the words of one sentence and changes them in place. */
export type Rule = (words: Draft[]) => void;

export const universal = (word: Draft | undefined): string => word?.deprel.split(":")[0] ?? "";

export const childrenOf = (words: readonly Draft[], head: number): number[] =>
  words.flatMap((word, i) => (word.head === head ? [i] : []));

/** Whether `word` is `above` or below it. */
export function isBelow(words: readonly Draft[], word: number, above: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps <= words.length; at = words[at]?.head ?? -1, steps++)
    if (at === above) return true;
  return false;
}

/** The sentence with rules applied to its words. */
export function changed(sentence: ConlluSentence, rules: readonly Rule[]): ConlluSentence {
  const words = sentence.words.map((word): Draft => ({ ...word }));
  for (const rule of rules) rule(words);
  return { ...sentence, words };
}

/** The sentence without some of its words; what depends on them moves to the nearest head that stays. */
export function withoutWords(sentence: ConlluSentence, gone: ReadonlySet<number>): ConlluSentence | null {
  const { words } = sentence;
  const place = new Map<number, number>();
  words.forEach((_, i) => {
    if (!gone.has(i)) place.set(i, place.size);
  });
  if (place.size === 0) return null;
  let root = -1;
  const kept = words.flatMap((word, i) => {
    if (gone.has(i)) return [];
    let head = word.head;
    for (let steps = 0; head >= 0 && gone.has(head) && steps <= words.length; steps++) head = words[head]?.head ?? -1;
    const here = place.get(i) ?? 0;
    if (head >= 0) return [{ ...word, head: place.get(head) ?? -1 }];
    if (root >= 0) return [{ ...word, head: root, deprel: word.deprel === "root" ? "dep" : word.deprel }];
    root = here;
    return [{ ...word, head: -1, deprel: "root" }];
  });
  const multiword = sentence.multiword.flatMap(({ first, last, form, misc }) => {
    const [from, to] = [place.get(first), place.get(last)];
    return from !== undefined && to !== undefined && to - from === last - first
      ? [{ first: from, last: to, form, misc }]
      : [];
  });
  return { ...sentence, words: kept, multiword };
}
