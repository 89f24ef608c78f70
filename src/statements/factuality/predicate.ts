import type { Factuality as Lexicon } from "../../languages/factuality.ts";
import type { Analysis, Sentence, Word } from "../../model/index.ts";
import type { RawAttribution } from "../attribution.ts";
import { lemmaOf, lower, sentenceAt } from "../speakers/words.ts";

/** The predicate a content rests on, and the words of its clause: what hedges, modals and negation are looked for in. */
export type Predicate = {
  readonly sentence: Sentence;
  readonly head: Word;
  /** Words of the main clause of the content: the head, its auxiliaries, adverbs and subject; no subordinate clauses. */
  readonly clause: readonly Word[];
  readonly subject: Word | null;
};

const limit = 120;
const subordinate = /^(?:advcl|acl|ccomp|csubj|parataxis|conj)/;

/**
 * The word the content hangs on: the first whose own head stands outside; where the tree is no help, the first finite verb,
 * else the first noun.
 */
function guess(words: readonly Word[]): Word | null {
  const inside = new Set(words.map((word) => word.index));
  const tops = words.filter((word) => !inside.has(word.head) && !/^(?:PUNCT|CCONJ|SCONJ|ADP|INTJ)$/.test(word.upos));
  const clausal = (word: Word) =>
    word.upos === "VERB" ||
    words.some((child) => child.head === word.index && /^(?:nsubj|cop|expl)/.test(child.deprel));
  return (
    tops.find(clausal) ??
    words.find((word) => word.upos === "VERB" && word.feats.VerbForm !== "Part") ??
    words.find((word) => word.upos === "VERB" || word.upos === "AUX") ??
    tops[0] ??
    words.find((word) => word.upos === "NOUN" || word.upos === "ADJ") ??
    words[0] ??
    null
  );
}

/** The main predicate of an attribution's content; null for empty content. */
export function predicateOf(analysis: Analysis, raw: RawAttribution): Predicate | null {
  const first = raw.content[0];
  if (!first) return null;
  const given = raw.head ? analysis.sentences[raw.head.sentence] : undefined;
  const sentence = given ?? sentenceAt(analysis, first.start);
  if (!sentence) return null;
  const inside = (word: Word) => raw.content.some(({ start, end }) => word.start >= start && word.end <= end);
  const words: Word[] = [];
  for (const word of sentence.words) if (words.length < limit && inside(word)) words.push(word);
  const named = raw.head ? sentence.words[raw.head.word] : undefined;
  let head = named && inside(named) ? named : guess(words);
  if (!head) return null;
  // A copula's predicate carries the clause; an auxiliary taken for the head gives way to its verb.
  if (head.upos === "AUX" && head.head >= 0 && /^(?:aux|cop)/.test(head.deprel))
    head = sentence.words[head.head] ?? head;
  const chosen = head;
  const cut = new Set<number>();
  for (const word of words)
    if (word !== chosen && subordinate.test(word.deprel) && word.head !== -1) cut.add(word.index);
  const clause = words.filter((word) => {
    let at: Word | undefined = word;
    for (let steps = 0; at && steps < 12; steps++) {
      if (at === chosen) return true;
      if (cut.has(at.index)) return false;
      at = at.head >= 0 ? sentence.words[at.head] : undefined;
    }
    return false;
  });
  const subject = words.find((word) => word.head === chosen.index && word.deprel.startsWith("nsubj")) ?? null;
  return { sentence, head: chosen, clause: clause.length > 0 ? clause : words.slice(0, 12), subject };
}

/** True when the predicate itself is negated: `n'a pas`, `did not`, `no evidence`. */
export function isNegated(predicate: Predicate, lexicon: Lexicon): boolean {
  return predicate.clause.some(
    (word) =>
      (word.feats.Polarity === "Neg" ||
        lexicon.negations.has(lower(word.form)) ||
        lexicon.negations.has(lemmaOf(word))) &&
      !elsewhere(predicate, word) &&
      (word.head === predicate.head.index ||
        predicate.clause.some((verb) => verb.index === word.head && verb.upos !== "NOUN")),
  );
}

/** `a conseillé de ne pas tirer`: the negation of an infinitive that depends on the predicate is not the predicate's. */
function elsewhere({ head, clause }: Predicate, word: Word): boolean {
  const next = clause.find(
    ({ index, upos }) => index > word.index && upos !== "ADV" && upos !== "PRON" && upos !== "PART",
  );
  if (next === undefined || next.index === head.index || next.feats.VerbForm !== "Inf") return false;
  return next.head !== head.index || !next.deprel.startsWith("aux");
}

/** Perfect or simple past: something that has or has not happened. */
export function isPast(predicate: Predicate): boolean {
  const { head, clause } = predicate;
  if (head.feats.Tense === "Past" && head.feats.VerbForm !== "Part") return true;
  // `nous n'avons pas vendu`, with the participle taken for a complement of `avoir`.
  const split = clause.some(
    (word) => word.head === head.index && word.feats.VerbForm === "Part" && /^[xc]comp/.test(word.deprel),
  );
  if (split && ["avoir", "être", "have"].includes(lemmaOf(head))) return true;
  const helpers = clause.filter((word) => word.head === head.index && word.deprel.startsWith("aux"));
  const participle = head.feats.VerbForm === "Part" || helpers.length > 0;
  return (
    helpers.some(
      (word) =>
        ["avoir", "être", "have", "do"].includes(lemmaOf(word)) &&
        (word.feats.Tense !== "Imp" || participle) &&
        // `we do not sell arms` tells of no past.
        !(lemmaOf(word) === "do" && word.feats.Tense === "Pres"),
    ) && participle
  );
}

/** Any verb of the clause stands in this mood or tense. */
export function hasFeature(predicate: Predicate, name: string, value: string): boolean {
  return predicate.clause.some(
    (word) =>
      word.feats[name] === value &&
      (word === predicate.head || (word.head === predicate.head.index && /^(?:aux|cop)/.test(word.deprel))),
  );
}
