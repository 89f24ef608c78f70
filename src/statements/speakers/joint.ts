import type { Actors } from "../../languages/actors.ts";
import type { Span, Word } from "../../model/index.ts";
import type { Phrase } from "./phrase.ts";
import { lower } from "./words.ts";

/**
 * The speakers that a phrase joins (`Sweden and Finland`, `Kyiv and its allies`), or null where it has one head:
 * not `le ministre de la Défense et des Affaires étrangères`, not `L'Europe, et plus particulièrement …`.
 */
export function jointParts(actors: Actors, phrase: Phrase, read: (span: Span) => Phrase): Phrase[] | null {
  const { words, head } = phrase;
  if (words.length < 3 || phrase.pronoun) return null;
  const parts: [start: number, end: number][] = [];
  let start = 0;
  let depth = 0;
  const cut = (at: number, next: number) => {
    if (at > start) parts.push([start, at]);
    start = next;
  };
  let coordinated = false;
  for (const [at, word] of words.entries()) {
    if (word.upos === "CCONJ" && !joins(words, at, head)) return null;
    if (word.form === "(") depth++;
    if (word.form === ")") depth--;
    if (at > 0 && depth === 0 && actors.pronouns.get(lower(word.form))?.kind === "relative") break;
    if (word.upos === "CCONJ" && lower(word.form) === actors.and && depth === 0) {
      coordinated = true;
      cut(words[at - 1]?.form === "," ? at - 1 : at, at + 1);
    }
  }
  if (!coordinated) return null;
  cut(words.length, words.length);
  if (parts.length < 2 || parts.length > 4) return null;
  const spans = parts.map(([from, to]) => ({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }));
  const readings = spans.map((span) => read(span));
  // `le ministre de la Défense et des Affaires étrangères`, `L'Europe, et plus particulièrement …`: one speaker.
  if (readings.some((one) => one.words[0]?.upos === "ADV" || one.words[0]?.upos === "ADP" || one.head?.upos === "ADJ"))
    return null;
  if (readings.slice(1).some((one) => !one.determiner && !one.name && !one.noun && one.head?.upos !== "PROPN"))
    return null;
  return readings;
}

/** A coordinator that joins speakers, not adjectives or complements, as far as the tree tells. */
function joins(words: readonly Word[], at: number, head: Word | null): boolean {
  const next = words[at + 1];
  if (!next) return false;
  const conjunct = words.find((word) => word.deprel === "conj" && word.index >= next.index);
  if (!conjunct || !head) return true;
  return (
    conjunct.head === head.index ||
    conjunct.head < head.index ||
    words.some((word) => word.index === conjunct.head && word.upos === "PROPN")
  );
}
