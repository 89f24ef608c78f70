import type { Actors } from "../../languages/actors.ts";
import type { Analysis, Span, Word } from "../../model/index.ts";
import { lemmaOf, lower, namesIn, wordsIn } from "./words.ts";

/**
 * A source without what tells when and where it spoke: `le prévenu | à l'ouverture de l'audience`, `the harbour office |
 * on Monday`, `les pompiers | (avec une agence`. Not: `les manifestants de mardi`, `le maire à l'écharpe`.
 */
export function withoutScene(analysis: Analysis, actors: Actors, span: Span): Span {
  const words = wordsIn(analysis, span);
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before) continue;
    if (!opens(analysis, actors, words, at)) continue;
    if (!words.slice(0, at).some(({ upos }) => /^(?:NOUN|PROPN|PRON|NUM|X)$/.test(upos))) continue;
    return { start: span.start, end: before.end };
  }
  return span;
}

/** Whether a time or scene, a bracket or another sentence begins at a word of a source. */
function opens(analysis: Analysis, actors: Actors, words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return false;
  if (word.form === "." && before.form.length > 3) return true;
  // `l'Union des riverains (UDR)`: the letters are of the name.
  if (word.form === "(") return /^\p{Ll}/u.test(words[at + 1]?.form ?? "");
  if (inName(analysis, word)) return false;
  if (isTime(analysis, word) && !actors.ofWords.has(lower(before.form)) && before.upos !== "ADP") return true;
  if (word.upos !== "ADP" || actors.ofWords.has(lower(word.form))) return false;
  const next = words.slice(at + 1, at + 4).find(({ upos }) => upos === "NOUN" || upos === "PROPN" || upos === "NUM");
  if (!next) return false;
  return isTime(analysis, next) || actors.scenes.has(lemmaOf(next)) || actors.scenes.has(lower(next.form));
}

const inName = ({ names }: Analysis, word: Word): boolean =>
  namesIn(names, word).some(({ start, end }) => start <= word.start && word.end <= end);

/** Whether a word stands in a time expression. */
export function isTime({ times }: Analysis, word: Span): boolean {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.end ?? 0) <= word.start) low = middle + 1;
    else high = middle;
  }
  const time = times[low];
  return time !== undefined && time.start <= word.start && word.end <= time.end;
}

/**
 * Whether a source can be nobody: a time (`a maintenu mardi à la barre Ivo Lund`) or words that only set the speaker
 * against another (`a de son côté juré`). Not: `le journal de mardi`, `son camp`.
 */
export function isNobody(analysis: Analysis, actors: Actors, span: Span): boolean {
  const words = wordsIn(analysis, span).filter(({ upos }) => upos !== "PUNCT");
  if (words.length === 0 || words.length > 5) return false;
  const nouns = words.filter(({ upos }) => /^(?:NOUN|PROPN|PRON|NUM|X)$/.test(upos));
  const own = nouns.filter(({ form }) => actors.determiners.get(lower(form))?.kind !== "possessive");
  if (own.length > 0 && own.every((word) => isTime(analysis, word) && !inName(analysis, word))) return true;
  const possessive = words.some(({ form }) => actors.determiners.get(lower(form))?.kind === "possessive");
  return possessive && own.length === 1 && own.every((word) => actors.turns.has(lemmaOf(word)));
}
