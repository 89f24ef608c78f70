import type { Span } from "../../model/index.ts";
import { lower } from "../../text/normal.ts";
import { cueOf, type Draft, draftOf, shown } from "../draft.ts";
import { invertedSubject } from "../inversion.ts";
import { phraseSource } from "../phrases.ts";
import type { Reader } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { subjectOf } from "../sources.ts";
import { spanOf, type Tree } from "../tree.ts";

/** Words between `ce que` and the cue (`C'est du moins ce que Le Courrier, lui, rapporte`). */
const REACH = 9;

/** The word behind `c'est ce que` at the head of a sentence; -1 where it does not open so. */
function opening(tree: Tree): number {
  const words = tree.words.slice(tree.body, tree.body + 7).map(({ form }) => lower(form));
  const copula = words.findIndex((word) => /^(est|était|is|was)$/.test(word));
  if (copula < 1 || copula > 2 || !/^(c'|ce|voilà|that)$/.test(words[0] ?? "")) return -1;
  const that = words.findIndex((word, at) => at > copula && /^(que|qu'|what)$/.test(word));
  if (that < 0 || (words[that] !== "what" && words[that - 1] !== "ce")) return -1;
  return tree.body + that + 1;
}

/** What the sentence before says, where it stands in the same paragraph or ends the one above. */
function before(reader: Reader, tree: Tree): Span | null {
  const previous = reader.trees[tree.sentence.index - 1];
  if (previous === undefined || tree.sentence.paragraph - previous.sentence.paragraph > 1) return null;
  return spanOf(previous, previous.body, previous.words.length - 1);
}

/**
 * A sentence that says whose word the one before was.
 *
 * `L'usine fermerait en mai. C'est ce que rapporte La Vigie.` · `The plant will close. That is what the union says.`
 * ==> content: the sentence before
 * Not: `C'est ce que tout le monde voit` (no cue), `Il sait ce que dit la loi` (it opens no sentence).
 *
 * Quotation-based systems leave the sentence before to the document.
 */
export function backed(reader: Reader, drafts: readonly Draft[]): Draft[] {
  const result: (Draft | null)[] = [...drafts];
  const bySentence = new Map<number, number[]>();
  for (const [at, { cue }] of drafts.entries()) {
    if (cue.head === null) continue;
    const own = bySentence.get(cue.head.sentence);
    if (own === undefined) bySentence.set(cue.head.sentence, [at]);
    else own.push(at);
  }
  for (const [index, tree] of reader.trees.entries()) {
    const from = opening(tree);
    if (from < 0) continue;
    const cue = reader.cues[index]?.find(
      ({ kind, first, form, match }) =>
        kind === "verb" && form === "finite" && first >= from && first < from + REACH && match.entry.frames.has("that"),
    );
    const content = before(reader, tree);
    if (cue === undefined || cue.negated || content === null) continue;
    const behind = invertedSubject(reader, tree, cue);
    const noun = tree.words.slice(cue.last + 1, cue.last + 5).find(({ upos }) => upos === "NOUN" || upos === "PROPN");
    const source =
      behind >= 0
        ? phraseSource(tree, behind)
        : cue.first === from && noun !== undefined
          ? phraseSource(tree, noun.index)
          : subjectOf(reader, tree, cue.word, cue);
    if (source === null || source.kind !== "phrase") continue;
    const draft = draftOf(reader, {
      rule: "statements/rules/backed",
      reason: say("backed", shown(reader, tree, cue)),
      content: [content],
      head: null,
      source,
      cue: cueOf(tree, cue),
      score: 0.65,
    });
    if (draft === null) continue;
    // What the cue was taken to report by itself, and the hearsay that now has a source.
    for (const at of [...(bySentence.get(index - 1) ?? []), ...(bySentence.get(index) ?? [])]) {
      const other = result[at];
      const own = other?.cue.head?.sentence === index && other.cue.head.word === cue.word;
      const heard =
        other?.cue.kind === "hearsay" &&
        other.source.kind === "unnamed" &&
        other.content.every(({ start, end }) => content.start <= start && end <= content.end + 1);
      if (own || heard) result[at] = null;
    }
    result.push(draft);
  }
  return result.filter((draft) => draft !== null);
}
