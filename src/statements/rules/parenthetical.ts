import type { Span } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import type { Source } from "../attribution.ts";
import type { LocatedCue } from "../cues.ts";
import { type CueRule, cueOf, draftOf, shown } from "../draft.ts";
import { invertedSubject } from "../inversion.ts";
import { phraseSource, phraseWords } from "../phrases.ts";
import { quoteAt, type Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { subjectOf } from "../sources.ts";
import { childrenBy, spanOf, type Tree } from "../tree.ts";

const clitic = /^-(t-)?(il|elle|ils|elles|on|je|nous)$/i;

/** `residents and a military source said`: joint subjects begin with the first, behind the comma. */
function jointFirst(tree: Tree, from: number): number {
  let first = from;
  while (tree.words[first - 1]?.upos === "CCONJ") {
    let back = first - 2;
    while (back > 0 && /^(NOUN|PROPN|ADJ|DET|NUM|ADP)$/.test(tree.words[back - 1]?.upos ?? "")) back--;
    if (!/^(NOUN|PROPN|ADJ|DET|NUM)$/.test(tree.words[back]?.upos ?? "") || tree.words[back - 1]?.upos !== "PUNCT")
      return from;
    first = back;
  }
  return first;
}

/** Words that may open who speaks. */
const openers = /^(?:DET|NUM|NOUN|PROPN|ADJ)$/;

/**
 * Where who speaks begins, and its noun, where the parser ties nobody to the verb: between a comma and it stands a noun
 * phrase without a verb of its own (`…, an official familiar with the plans told The Mercury`). Null elsewhere.
 */
function looseSubject(tree: Tree, cue: LocatedCue): { first: number; head: number } | null {
  let first = cue.first;
  while (first > 0 && tree.words[first - 1]?.form !== "," && cue.first - first < 14) first--;
  if (first === cue.first || tree.words[first - 1]?.form !== ",") return null;
  const words = tree.words.slice(first, cue.first);
  if (
    !openers.test(words[0]?.upos ?? "") ||
    words.some(({ feats, upos }) => feats.VerbForm === "Fin" || upos === "PUNCT")
  )
    return null;
  const head = words.find(({ upos, deprel }) => /^(?:NOUN|PROPN)$/.test(upos) || /^nsubj/.test(deprel));
  return head === undefined ? null : { first, head: head.index };
}

/** Words of the inserted clause, marks left and right of it included; null when the cue is not inserted. */
export function insertionOf(reader: Reader, tree: Tree, cue: LocatedCue): { first: number; last: number } | null {
  const next = tree.words[cue.last + 1];
  const subject = childrenBy(tree, cue.word, "nsubj")[0];
  const behind = invertedSubject(reader, tree, cue);
  let first = cue.first;
  let last = cue.last;
  if (tree.words.slice(cue.first, cue.word).some(({ form }) => clitic.test(form))) last = cue.last;
  else if (next !== undefined && clitic.test(next.form)) last = next.index;
  else if (behind >= 0) last = phraseWords(tree, behind).last;
  else if (subject !== undefined && reader.language.bareThat)
    first = jointFirst(tree, phraseWords(tree, subject.index).first);
  else if (reader.language.bareThat && subject === undefined) first = looseSubject(tree, cue)?.first ?? -1;
  else return null;
  if (first < 0) return null;
  const before = tree.words[first - 1];
  if (before === undefined || !/^[,»”"'’?!…—–-]+$|^''$/.test(before.form)) return null;
  // The person addressed, the place and the day belong to the insertion; it ends at a mark.
  for (let at = last + 1; at < Math.min(tree.words.length, last + 26); at++) {
    const word = tree.words[at];
    if (word === undefined) break;
    if (reader.language.that.has(lowerCase(word.form)) && word.upos === "SCONJ") return null;
    if (word.upos === "PUNCT" && /^[,.;:!?…—–-]+$|[»”"]/.test(word.form)) return { first, last: at - 1 };
    if (word.upos === "PUNCT" && /[«“]/.test(word.form)) return null;
    if (word.feats.VerbForm === "Fin" && at > last + 1 && (word.upos === "VERB" || word.upos === "AUX")) return null;
    last = at;
  }
  return { first, last };
}

/**
 * A cue inserted into or put after what it reports, without marks.
 *
 * `Le pont tiendra, a assuré le maire.` · `Il faudra, dit-elle, attendre.` · `The pier is safe, officials said.`
 * ==> content: the sentence without the insertion
 * Not: `Comme l'a dit le maire, le pont tiendra.` (a frame), `Il a ri, a pleuré.` (no cue).
 *
 * Quotation-based systems need marks; a pattern finds the verb but not where its content begins.
 */
export const parenthetical: CueRule = (reader, tree, cue) => {
  if (cue.kind !== "verb" || cue.form !== "finite" || cue.negated) return null;
  const { frames, class: kind } = cue.match.entry;
  if (!(frames.has("direct") || frames.has("that")) || kind === "intention") return null;
  const insertion = insertionOf(reader, tree, cue);
  if (insertion === null || insertion.first < 2) return null;
  // `according to two officials, who spoke on condition of anonymity`: a relative clause says nothing of what stands before.
  if (/^(?:who|which|whose|that)$/i.test(tree.words[insertion.first]?.form ?? "")) return null;
  // The parser may take the subject behind the verb for its object.
  const inserted = invertedSubject(reader, tree, cue);
  // `…, a-t-on appris auprès de la préfecture`: what `on` has learnt is what somebody says.
  const told = tree.words.slice(cue.first, cue.last + 2).some(({ form }) => /^-(t-)?on$/i.test(form));
  if (kind === "evidence" || (kind === "knowledge" && !frames.has("direct") && !told)) return null;
  // `…, two stewards told Littoral`: whom a verb of telling has for its object is told.
  const telling = reader.language.bareThat && reader.language.telling?.has(cue.match.entry.lemma) === true;
  if (
    childrenBy(tree, cue.word, "obj", "ccomp", "xcomp").some(
      ({ index, deprel }) =>
        index > cue.last && index <= insertion.last && index !== inserted && !(telling && deprel === "obj"),
    )
  )
    return null;
  // `The blast, they write, may have been an accident`: the verb stands behind the insertion.
  const closed = tree.words[insertion.last + 1]?.form === ",";
  const clauses = [...tree.words.slice(0, insertion.first), ...(closed ? tree.words.slice(insertion.last + 1) : [])];
  if (reader.language.bareThat && !clauses.some(({ feats }) => feats.VerbForm === "Fin")) return null;
  const following = tree.words[Math.max(cue.last + 1, insertion.first)];
  if (
    reader.language.bareThat &&
    insertion.first < cue.first &&
    following !== undefined &&
    insertion.last > cue.last &&
    !/^(ADP|ADV|PROPN|NOUN|SCONJ|PART)$/.test(following.upos) &&
    // `told The Mercury on Sunday`
    !(telling && following.upos === "DET")
  )
    return null;
  const before = spanOf(tree, tree.body, insertion.first - 1);
  const start = tree.words[cue.word]?.start ?? 0;
  const around = quoteAt(reader, start);
  const left: Span = around === null ? before : { start: Math.max(before.start, around.inner.start), end: before.end };
  const content: Span[] = [left];
  const next = tree.words[insertion.last + 1];
  if (next !== undefined && next.form === "," && insertion.last + 3 < tree.words.length) {
    const after = tree.words[insertion.last + 2];
    const own = reader.cues[tree.sentence.index]?.some(
      (other) =>
        (other.first === insertion.last + 2 && other.form === "finite") ||
        (other.form === "participle" && other.word <= insertion.last + 3 && other.word > insertion.last),
    );
    const participle = after?.feats.VerbForm === "Part" && after.upos === "VERB" && after.deprel !== "root";
    const relative = participle || (after !== undefined && /^(qui|que|qu'|dont|où|who|which|whose)$/i.test(after.form));
    const contrast = after !== undefined && reader.language.contrasts.has(lowerCase(after.form));
    if (after !== undefined && !own && !relative && !contrast && !/^[«“"]|^''$/.test(after.form))
      content.push(spanOf(tree, insertion.last + 2, tree.words.length - 1));
  }
  const behind = inserted;
  const someone = behind >= 0 && !/^-(t-)?on$/i.test(tree.words[behind]?.form ?? "");
  const loose =
    !someone && childrenBy(tree, cue.word, "nsubj").length === 0 && reader.language.bareThat
      ? looseSubject(tree, cue)
      : null;
  const source: Source | null = someone
    ? phraseSource(tree, behind)
    : loose === null
      ? subjectOf(reader, tree, cue.word, cue)
      : {
          kind: "phrase",
          span: spanOf(tree, loose.first, cue.first - 1),
          head: { sentence: tree.sentence.index, word: loose.head },
        };
  if (source === null) return null;
  const joint = reader.language.bareThat && source.kind === "phrase" && insertion.first < cue.first;
  const opening = tree.words[insertion.first];
  return draftOf(reader, {
    rule: "statements/rules/parenthetical",
    reason: say("inserted", shown(reader, tree, cue)),
    content,
    head: null,
    source:
      joint && opening !== undefined && opening.start < source.span.start
        ? { ...source, span: { start: opening.start, end: source.span.end } }
        : source,
    cue: cueOf(tree, cue),
    score: 0.75,
  });
};
