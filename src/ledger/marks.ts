import type { Span } from "../model/index.ts";
import type { Wanted } from "./query.ts";
import { foldWords } from "./search.ts";

/** Longer sentences are marked by their words as written only. */
const longest = 400;

/**
 * Which words of a sentence were found. The index knows lemmas without offsets, so each written word is paired with its
 * lemma, in order: `a été évacuée` with `avoir être évacuer`, `du` with the first of `de le`.
 */
export function marksOf(text: string, lemmas: string, wanted: readonly Wanted[]): Span[] {
  const words = wordsIn(text);
  const forms = words.map(({ folded }) => folded);
  const rows = lemmas === "" ? [] : lemmas.split(" ");
  const marked = new Set<number>();
  let wordOfLemma: (number | null)[] | null = null;
  for (const { forms: written, lemmas: ways, open } of wanted) {
    for (const at of occurrences(forms, written, open)) for (let n = 0; n < written.length; n += 1) marked.add(at + n);
    for (const way of ways) {
      for (const at of occurrences(rows, way)) {
        wordOfLemma ??= pair(forms, rows);
        for (let n = 0; n < way.length; n += 1) {
          const word = wordOfLemma[at + n];
          if (word !== null && word !== undefined) marked.add(word);
        }
      }
    }
  }
  return words.filter((_, n) => marked.has(n)).map(({ start, end }) => ({ start, end }));
}

function wordsIn(text: string): (Span & { folded: string })[] {
  const found: (Span & { folded: string })[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const start = match.index;
    for (const folded of foldWords(match[0])) found.push({ start, end: start + match[0].length, folded });
  }
  return found;
}

function occurrences(words: readonly string[], wanted: readonly string[], open = false): number[] {
  const found: number[] = [];
  if (wanted.length === 0) return found;
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    const stands = (word: string, n: number): boolean =>
      words[at + n] === word || (open && n === wanted.length - 1 && words[at + n]?.startsWith(word) === true);
    if (wanted.every(stands)) found.push(at);
  }
  return found;
}

/** For each lemma the word it belongs to, in order, by the longest common beginnings. */
function pair(forms: readonly string[], lemmas: readonly string[]): (number | null)[] {
  if (forms.length > longest || lemmas.length > longest) return lemmas.map(() => null);
  const width = lemmas.length + 1;
  const best = new Float64Array((forms.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = forms.length - 1; i >= 0; i -= 1) {
    for (let j = lemmas.length - 1; j >= 0; j -= 1) {
      const both = at(i + 1, j + 1) + alike(forms[i] ?? "", lemmas[j] ?? "");
      best[i * width + j] = Math.max(both, at(i + 1, j), at(i, j + 1));
    }
  }
  const found: (number | null)[] = lemmas.map(() => null);
  let [i, j] = [0, 0];
  while (i < forms.length && j < lemmas.length) {
    if (at(i, j) === at(i + 1, j + 1) + alike(forms[i] ?? "", lemmas[j] ?? "")) {
      found[j] = i;
      i += 1;
      j += 1;
    } else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return found;
}

/** Irregular forms share nothing with their lemma and are still better paired than left out. */
function alike(form: string, lemma: string): number {
  if (form === lemma) return 4;
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same += 1;
  return 0.5 + (3 * same) / Math.max(form.length, lemma.length);
}
