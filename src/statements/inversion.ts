import { lowerCase } from "../text/normal.ts";
import type { LocatedCue } from "./cues.ts";
import { speaks } from "./phrases.ts";
import { nameAt, type Reader, timeAt } from "./reader.ts";
import { childrenBy, type Tree } from "./tree.ts";

/** `, a indiqué le ministre`: a cue with its subject behind it, right after a comma. */
export function inverted(reader: Reader, tree: Tree, at: number): boolean {
  const cue = reader.cues[tree.sentence.index]?.find(({ first }) => first === at);
  if (cue === undefined || cue.kind !== "verb" || cue.form !== "finite" || cue.negated) return false;
  if (cue.match.entry.class !== "speech" && cue.match.entry.class !== "thought") return false;
  const next = tree.words[cue.last + 1];
  if (next === undefined) return false;
  if (/^-(t-)?(il|elle|ils|elles|on|je)$/i.test(next.form)) return true;
  if (tree.words.slice(cue.first, cue.word).some(({ form }) => /^-(t-)?(il|elle|ils|elles|on|je)$/i.test(form)))
    return true;
  return invertedSubject(reader, tree, cue) >= 0;
}

/**
 * Subject behind an inverted cue: by the tree, or, where a comma stands right before the cue, the noun phrase behind it
 * when it names somebody and what stands before the comma is a sentence or its subject nobody who speaks.
 */
export function invertedSubject(reader: Reader, tree: Tree, cue: LocatedCue): number {
  const own = childrenBy(tree, cue.word, "nsubj");
  const after = own.find(({ index }) => index > cue.word);
  const trusted =
    after !== undefined &&
    (!lacksVerb(tree, cue) ||
      endsLine(reader, tree, cue) ||
      (own[0] === after && !nominalBefore(tree, cue) && speaks(reader, tree, after.index)));
  if (after !== undefined && trusted) return after.index;
  const before = tree.words[cue.first - 1];
  if (reader.language.bareThat || before?.upos !== "PUNCT" || !/^[,»”"’]/.test(before.form)) return -1;
  const subject = own[0];
  if (subject !== undefined) {
    const sentence = tree.words
      .slice(tree.body, cue.first)
      .some(({ feats, index }) => feats.VerbForm === "Fin" && !inRelative(tree, index));
    if (!sentence && speaks(reader, tree, subject.index) && !endsLine(reader, tree, cue)) return -1;
  }
  if (lacksVerb(tree, cue) && tree.words[cue.first - 1]?.form === "," && nominalBefore(tree, cue))
    return endsLine(reader, tree, cue) ? speakerBehind(reader, tree, cue.last + 1) : -1;
  return speakerBehind(reader, tree, cue.last + 1, !cue.match.entry.frames.has("obj"));
}

/** No finite verb stands before the cue: what does is its subject with an apposition (`Son avocate, Me Faure, juge les griefs …`). */
const lacksVerb = (tree: Tree, cue: LocatedCue): boolean =>
  cue.match.entry.frames.has("obj") || cue.match.entry.frames.has("as")
    ? !tree.words
        .slice(tree.body, cue.first)
        .some(({ feats, index }) => feats.VerbForm === "Fin" && !inRelative(tree, index))
    : false;

/** Two commas around an apposition, with a noun that opens the sentence. */
const nominalBefore = (tree: Tree, cue: LocatedCue): boolean => {
  const words = tree.words.slice(tree.body, cue.first);
  return words.filter(({ form }) => form === ",").length > 1 && /^(DET|PROPN|NOUN)$/.test(words[0]?.upos ?? "");
};

/** The noun phrase that can speak from here on, behind the day and the person addressed (`a affirmé samedi à la presse X`). */
function speakerBehind(reader: Reader, tree: Tree, from: number, anybody = false): number {
  let at = from;
  for (let steps = 0; steps < 3 && at < Math.min(tree.words.length, from + 14); steps++) {
    const time = timeAt(reader, tree.words[at]?.start ?? 0);
    if (time !== null) {
      while ((tree.words[at]?.start ?? Number.POSITIVE_INFINITY) < time.end) at++;
      continue;
    }
    if (tree.words[at]?.upos === "ADV") {
      at++;
      continue;
    }
    if (tree.words[at]?.upos === "ADP" && at + 1 < tree.words.length) {
      // `a annoncé à 17h30 le maire`
      if (timeAt(reader, tree.words[at + 1]?.start ?? 0) !== null || tree.words[at + 1]?.upos === "NUM") {
        at++;
        while (tree.words[at]?.upos === "NUM" && timeAt(reader, tree.words[at]?.start ?? 0) === null) at++;
        continue;
      }
      const noun = nounFrom(tree, at + 1);
      if (noun < 0) return -1;
      at = noun + 1;
      while (/^(PROPN|ADJ)$/.test(tree.words[at]?.upos ?? "") || nameGoesOn(reader, tree, at)) at++;
      continue;
    }
    break;
  }
  const noun = nounFrom(tree, at);
  const word = tree.words[noun];
  if (word === undefined) return -1;
  const name = nameAt(reader, word.start);
  const named = name === null ? word.upos === "PROPN" : name.kind !== "event";
  if (anybody && tree.words[at]?.upos === "DET") return noun;
  return named || reader.pack.actors.nouns.has(lowerCase(word.lemma)) ? noun : -1;
}

/** The noun that a phrase beginning here is of; -1 where none begins. */
function nounFrom(tree: Tree, from: number): number {
  for (let at = from; at < Math.min(tree.words.length, from + 5); at++) {
    const upos = tree.words[at]?.upos;
    if (upos === "NOUN" || upos === "PROPN") return at;
    if (upos !== "DET" && upos !== "ADJ" && upos !== "NUM") return -1;
  }
  return -1;
}

/** A word within a name that began before it. */
function nameGoesOn(reader: Reader, tree: Tree, at: number): boolean {
  const start = tree.words[at]?.start ?? 0;
  const name = tree.words[at] === undefined ? null : nameAt(reader, start);
  return name !== null && name.start < start;
}

/** `Aldan « prêt à parler », affirme un initié`: in a headline a cue of saying and whoever can speak end the line. */
function endsLine(reader: Reader, tree: Tree, cue: LocatedCue): boolean {
  const { entry } = cue.match;
  if (entry.class !== "speech" || !entry.frames.has("direct") || tree.words[cue.first - 1]?.form !== ",") return false;
  if (tree.words.at(-1)?.form === ".") return false;
  const noun = speakerBehind(reader, tree, cue.last + 1);
  return noun >= 0 && tree.words.slice(noun + 1).every(({ upos }) => /^(PUNCT|PROPN|ADJ|NOUN|ADP|DET)$/.test(upos));
}

/** A verb of a relative clause (`le maire, qui part, a déclaré`). */
function inRelative(tree: Tree, at: number): boolean {
  for (let cursor = at, steps = 0; steps < 4 && cursor >= 0; steps++) {
    const word = tree.words[cursor];
    if (word?.deprel === "acl:relcl") return true;
    if (tree.words[cursor - 1]?.feats.PronType === "Rel") return true;
    cursor = word?.head ?? -1;
  }
  return false;
}
