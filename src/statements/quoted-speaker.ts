import type { Source } from "./attribution.ts";
import type { LocatedCue } from "./cues.ts";
import { phraseSource } from "./phrases.ts";
import type { Quote, Reader } from "./reader.ts";
import { nearSubject, subjectOf } from "./sources.ts";
import { childrenBy, type Tree } from "./tree.ts";

const clitic = /^-(t-)?(il|elle|ils|elles|on|je|nous)$/i;

/** `lui demande la présidente`: pronouns that are never subjects. */
const clitics = /^(lui|leur|le|la|les|l['’]|y|en|se|s['’]|me|m['’]|te|t['’]|him|them|her|us|me)$/i;

/** Source of an inverted or preposed cue beside a quotation. */
export function speakerOf(reader: Reader, tree: Tree, cue: LocatedCue, after: boolean, quote: Quote): Source {
  const next = tree.words[cue.last + 1];
  if (after && next !== undefined && /^-(t-)?on$/i.test(next.form))
    return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
  if (after && next !== undefined && clitic.test(next.form))
    return { kind: "phrase", span: next, head: { sentence: tree.sentence.index, word: next.index } };
  for (let at = cue.first; at < cue.word; at++)
    if (clitic.test(tree.words[at]?.form ?? "")) return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
  const from = quote.outer.end;
  const telling = reader.language.telling?.has(cue.match.entry.lemma) === true;
  const own = childrenBy(tree, cue.word, "nsubj").find(
    ({ deprel, start, index }) =>
      deprel === "nsubj" &&
      (!telling || index < cue.word) &&
      (!after || start >= from || start >= (tree.words[cue.word]?.start ?? 0)),
  );
  if (after && own === undefined) {
    // The subject stands between the quotation and the cue.
    for (let at = cue.first - 1; at >= 0 && (tree.words[at]?.start ?? 0) >= from; at--) {
      const word = tree.words[at];
      if (
        word !== undefined &&
        /^(PRON|PROPN|NOUN)$/.test(word.upos) &&
        !clitics.test(word.form) &&
        childrenBy(tree, at, "case").every(({ index }) => index > at) &&
        !(word.head < at && word.head >= 0 && /^(flat|appos|compound|nmod)/.test(word.deprel))
      )
        return phraseSource(tree, at);
    }
  }
  if (own !== undefined) return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
  if (after && next !== undefined && !telling) {
    // The subject follows, and the parser took it for something else; the person addressed has a preposition.
    for (let at = cue.last + 1; at < Math.min(tree.words.length, cue.last + 14); at++) {
      const word = tree.words[at];
      if (word === undefined || word.upos === "PUNCT" || word.upos === "VERB" || word.feats.VerbForm === "Fin") break;
      if (
        (word.upos === "NOUN" || word.upos === "PROPN") &&
        childrenBy(tree, at, "case").every(({ index }) => index > at)
      )
        return phraseSource(tree, at);
    }
    const before = nearSubject(reader, tree, cue.word, cue);
    if (before !== null) return before;
  }
  return subjectOf(reader, tree, cue.word, cue) ?? { kind: "unnamed" };
}
