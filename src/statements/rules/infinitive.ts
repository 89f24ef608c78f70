import type { Span, Word } from "../../model/index.ts";
import { lower, lowerCase } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import { contentEnd } from "../bounds.ts";
import type { LocatedCue } from "../cues.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { phraseWords } from "../phrases.ts";
import type { Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { childrenBy, spanOf, type Tree } from "../tree.ts";
import { impersonal, whoSays } from "./clause.ts";

const clitic = /^(ne|n'|pas|plus|jamais|rien|se|s'|le|la|l'|les|lui|leur|y|en|me|m'|te|t'|nous|vous|not|never)$/;

/** Longest way from the cue to its infinitive: the person addressed stands between (`appelle les élus à voter`). */
const WINDOW = 14;

const isInfinitive = (tree: Tree, at: number): boolean => tree.words[at]?.feats.VerbForm === "Inf";

function infinitiveAt(reader: Reader, tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  const { markers, entry } = cue.match;
  const controlled = entry.frames.has("objinf");
  const openers = new Set(
    [...(markers.get("inf") ?? []), ...(markers.get("objinf") ?? [])].flatMap((marker) =>
      marker === "de" ? ["de", "d'"] : [marker],
    ),
  );
  const english = reader.language.bareThat;
  const plain = entry.frames.has("inf") && (markers.get("inf")?.length ?? 0) === 0;
  const infinite = ({ index, feats }: Word) =>
    feats.VerbForm === "Inf" || childrenBy(tree, index, "aux").some((auxiliary) => auxiliary.feats.VerbForm === "Inf");
  const dependent = childrenBy(tree, cue.word, "xcomp", "ccomp", "advcl").find((word) => {
    if (word.index <= cue.last || word.index >= cue.last + WINDOW) return false;
    const mark = childrenBy(tree, word.index, "mark", "case")[0];
    if (english && isGerund(tree, word)) return entry.frames.has("inf");
    if (!infinite(word)) return false;
    if (english)
      return mark !== undefined && childrenBy(tree, word.index, "mark").some(({ form }) => lower(form) === "to");
    return mark === undefined ? plain : openers.has(lower(mark.form));
  });
  if (dependent !== undefined) {
    const mark = childrenBy(tree, dependent.index, "mark", "case").find(({ index }) => index > cue.last);
    const first =
      mark !== undefined
        ? mark.index + 1
        : english
          ? Math.max(cue.last + 1, tree.left[dependent.index] as number)
          : verbGroup(tree, dependent.index, cue.last + 1);
    // `wants the pier to close`: who is to do it belongs to what is wanted.
    const raised =
      english && controlled && (entry.class === "intention" || entry.class === "thought") && first - cue.last > 2;
    return { first: raised ? cue.last + 1 : first, head: dependent.index };
  }
  const gerund = english && entry.frames.has("inf") ? gerundAfter(tree, cue) : null;
  if (gerund !== null) return gerund;
  const reach = controlled ? WINDOW : 5;
  for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + reach); at++) {
    const word = tree.words[at];
    if (word === undefined || word.upos === "PUNCT" || (word.feats.VerbForm === "Fin" && word.upos !== "NOUN")) break;
    const bareAt =
      !english && plain && at === cue.last + 1 && (isInfinitive(tree, at) || clitic.test(lower(word.form)));
    const opens = bareAt || (english ? lower(word.form) === "to" : openers.has(lower(word.form)));
    if (!opens || (english && lower(tree.words[at - 1]?.form) === "order")) continue;
    const begin = bareAt ? at : at + 1;
    for (let next = begin; next < Math.min(tree.words.length, begin + 5); next++) {
      if (isInfinitive(tree, next))
        return {
          first: english && controlled && entry.class !== "speech" && begin - cue.last > 2 ? cue.last + 1 : begin,
          head: infinitiveHead(tree, next),
        };
      const between = tree.words[next];
      if (between === undefined || !(clitic.test(lower(between.form)) || between.upos === "ADV")) break;
    }
  }
  return !english && plain && entry.class === "speech" ? perfectBeyond(tree, cue) : null;
}

/** `The mine denies having sold it`, with the verb taken for a noun: the form in -ing stands right behind it. */
function gerundAfter(tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  const next = tree.words[cue.last + 1];
  if (next === undefined || lower(next.form) !== "having") return null;
  const verb = tree.words.slice(cue.last + 2, cue.last + 5).find(({ feats }) => feats.VerbForm === "Part");
  return verb === undefined ? null : { first: next.index, head: verb.index };
}

/** `denied selling it`, `denied having sold it`: whatever name the parser gives to the form in -ing. */
function isGerund(tree: Tree, { index, feats, form, deprel }: Word): boolean {
  if (feats.VerbForm === "Ger") return true;
  if (deprel === "advcl") return false;
  return (
    (feats.VerbForm === "Part" && lower(form).endsWith("ing")) ||
    childrenBy(tree, index, "aux").some((auxiliary) => lower(auxiliary.form) === "having")
  );
}

/** `a admis devant les élus, en mai, avoir menti`: a perfect infinitive behind what stands between commas. */
function perfectBeyond(tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  for (let at = cue.last + 1; at < Math.min(tree.words.length - 1, cue.last + WINDOW + 4); at++) {
    const word = tree.words[at];
    if (word === undefined || word.feats.VerbForm === "Fin" || /^[.;:»”]$/.test(word.form)) return null;
    if (word.upos !== "AUX" || word.feats.VerbForm !== "Inf") continue;
    const before = tree.words[at - 1];
    if (before?.upos === "ADP" || before?.upos === "SCONJ") return null;
    const first = /^(ne|n'|pas|jamais)$/.test(lower(before?.form)) ? at - 1 : at;
    return { first, head: infinitiveHead(tree, at) };
  }
  return null;
}

/** `The bank is expected to act`: with nobody named, the subject of the passive belongs to what is expected. */
function raised(reader: Reader, tree: Tree, cue: LocatedCue, source: Source): Span[] {
  if (!reader.language.bareThat || cue.form !== "passive" || source.kind !== "unnamed") return [];
  const subject = childrenBy(tree, cue.word, "nsubj").find(({ index }) => index < cue.first);
  if (subject === undefined || (subject.upos === "PRON" && subject.feats.PronType === "Rel")) return [];
  const { first, last } = phraseWords(tree, subject.index);
  return [spanOf(tree, first, Math.min(last, cue.first - 1))];
}

/** First word of an infinitive with its auxiliaries, clitics and negation (`ne pas l'avoir vu`). */
function verbGroup(tree: Tree, head: number, least: number): number {
  let first = childrenBy(tree, head, "aux", "cop").find(({ index }) => index < head)?.index ?? head;
  while (first > least && clitic.test(lower(tree.words[first - 1]?.form))) first--;
  return Math.max(first, least);
}

/** `avoir été informé`: the participle that an auxiliary infinitive belongs to. */
function infinitiveHead(tree: Tree, at: number): number {
  const word = tree.words[at];
  return word !== undefined && word.upos === "AUX" && word.head > at ? word.head : at;
}

/**
 * An infinitive that a cue reports, of the source's own or of the person addressed.
 *
 * `Il a indiqué avoir été informé.` · `La ville veut vendre le port.` · `Elle accuse le maire d'avoir menti.` ·
 * `The mayor vowed to reopen the pier.` ==> content: the infinitive without `de`, `à`, `to`
 * Not: `Il a dit cela pour rire.` (purpose), `il vient d'arriver` (time).
 *
 * Quotation-based systems have no such content at all.
 */
export const infinitive: CueRule = (reader, tree, cue) => {
  if (cue.kind === "noun" || !(cue.match.entry.frames.has("inf") || cue.match.entry.frames.has("objinf"))) return null;
  if (cue.form === "passive" && !cue.match.entry.frames.has("objinf") && !reader.language.bareThat) return null;
  const at = infinitiveAt(reader, tree, cue);
  // `ne veut pas partir`: the negation is the cue's.
  const found =
    at !== null && cue.negated && reader.language.negations.has(lower(tree.words[at.first]?.form))
      ? { ...at, first: at.first + 1 }
      : at;
  if (found === null) return null;
  const last = contentEnd(reader, tree, cue, found.head, found.first);
  if (
    tree.words
      .slice(cue.last + 1, Math.max(found.head + 1, Math.min(last + 1, found.first + 5)))
      .some(
        ({ lemma, form }) =>
          reader.language.notContents?.has(lowerCase(lemma)) || reader.language.notContents?.has(lower(form)),
      )
  )
    return null;
  const source = whoSays(reader, tree, cue);
  if (impersonal(reader, tree, cue, source)) return null;
  return draftOf(reader, {
    rule: "statements/rules/infinitive",
    reason: say("infinitive", shown(reader, tree, cue)),
    content: [...raised(reader, tree, cue, source), spanOf(tree, found.first, last)],
    head: { sentence: tree.sentence.index, word: found.head },
    source,
    cue: cueOf(tree, cue),
    score: source.kind === "unnamed" ? 0.55 : 0.8,
  });
};
