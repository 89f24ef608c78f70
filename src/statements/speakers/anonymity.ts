import type { ActorClass, Actors } from "../../languages/actors.ts";
import type { Analysis, Span, TextSpan } from "../../model/index.ts";
import { isPersonal } from "./nouns.ts";
import type { Phrase } from "./phrase.ts";
import { lower, sentenceAt } from "./words.ts";

/** People in office: when the text speaks of some of them without names, it withholds the names. */
const inOffice = new Set<ActorClass>([
  "leader",
  "minister",
  "official",
  "spokesperson",
  "adviser",
  "military",
  "executive",
  "justice",
  "head",
  "politician",
]);

/**
 * Whether a phrase without a name withholds identities that exist: `des responsables`, `une source proche`, `un diplomate`.
 * Not so generic groups (`les analystes`, `des experts`), institutions, media, states.
 */
export function isWithheld(phrase: Phrase, actors: Actors): boolean {
  if (phrase.name) return false;
  if (phrase.words.some((word) => actors.anonymousWords.has(lower(word.form)))) return true;
  const { noun, determiner } = phrase;
  if (!noun) return false;
  if (noun.class === "source") return true;
  const close = phrase.words.some((word) => actors.closeWords.has(lower(word.form)));
  if (close && (isPersonal(noun) || noun.class === "group") && determiner?.kind !== "definite") return true;
  if (!isPersonal(noun)) return false;
  const some = determiner === null || determiner.kind === "indefinite" || determiner.kind === "quantifier";
  if (!some) return false;
  return inOffice.has(noun.class) || (phrase.number === "singular" && determiner?.kind === "indefinite");
}

/** The words that say that or why a source is not named, in the sentence of the source or cue. */
export function anonymityReason(analysis: Analysis, actors: Actors, near: Span): TextSpan | null {
  const sentence = sentenceAt(analysis, near.start);
  if (!sentence || sentence.end - sentence.start > 2000) return null;
  const text = lower(analysis.text.slice(sentence.start, sentence.end));
  for (const phrase of actors.anonymityPhrases) {
    const at = text.indexOf(phrase);
    if (at < 0) continue;
    const from = sentence.start + at;
    const stop = /[,;:»"”)]|\.\s|$/.exec(analysis.text.slice(from + phrase.length, sentence.end));
    const to = from + phrase.length + Math.min(stop?.index ?? 0, 160);
    return { start: from, end: to, text: analysis.text.slice(from, to).trimEnd() };
  }
  return null;
}
