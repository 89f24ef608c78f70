import type { Word } from "../../model/index.ts";
import { lower } from "../../text/normal.ts";
import { type Draft, draftOf, type SentenceRule } from "../draft.ts";
import type { Reader } from "../reader.ts";
import { quoteAt } from "../reader.ts";
import { say } from "../reasons/index.ts";
import { childrenBy, spanOf, type Tree } from "../tree.ts";

/**
 * The document's own judgement under an explicit frame.
 *
 * `Il est peu probable que le pont rouvre.` · `Le scénario le plus probable est que …` · `It is likely that the pier will close.`
 * ==> content: the clause; source: the author
 * Not: `Il a dit qu'il est probable que …` (someone else's judgement: it is nested there), `la date probable du vote`.
 *
 * Systems that look for speakers miss it, since nobody is named.
 */
export const epistemic: SentenceRule = (reader, tree) => {
  const drafts: Draft[] = seeming(reader, tree);
  for (const word of tree.words) {
    if (!reader.language.epistemic.has(lower(word.lemma)) && !reader.language.epistemic.has(lower(word.form))) continue;
    const copula =
      childrenBy(tree, word.index, "cop").find(({ index }) => index < word.index) ??
      tree.words.slice(Math.max(0, word.index - 4), word.index).find(({ lemma }) => lemma === "être" || lemma === "be");
    const that = tree.words
      .slice(word.index + 1, word.index + 6)
      .find((candidate) => reader.language.that.has(lower(candidate.form)));
    if (that === undefined || that.index + 1 >= tree.words.length || quoteAt(reader, word.start) !== null) continue;
    let first = -1;
    if (copula !== undefined) {
      for (let at = copula.index - 1; at >= Math.max(0, copula.index - 3); at--)
        if (reader.language.impersonal.has(lower(tree.words[at]?.form))) first = at;
    }
    // `Le scénario le plus probable est que`
    const after = tree.words.slice(word.index + 1, that.index).find(({ lemma }) => lemma === "être" || lemma === "be");
    if (first < 0 && after !== undefined)
      first = Math.min(
        ...[tree.left[word.head >= 0 ? word.head : word.index] ?? word.index, word.index].filter(
          (at) => at >= 0 && at > word.index - 8,
        ),
      );
    if (first < 0) continue;
    let last = tree.words.length - 1;
    for (let at = that.index + 1; at < tree.words.length; at++)
      if (tree.words[at]?.form === ";") {
        last = at - 1;
        break;
      }
    const draft = judged(reader, tree, { first, that, word, last, score: 0.75 });
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
};

/** `il se pourrait que`, `il semble que`, `it seems that`: an impersonal verb of seeming or being possible. */
function seeming(reader: Reader, tree: Tree): Draft[] {
  const drafts: Draft[] = [];
  for (const word of tree.words) {
    if (!reader.language.seeming.has(lower(word.lemma)) || quoteAt(reader, word.start) !== null) continue;
    const that = tree.words
      .slice(word.index + 1, word.index + 4)
      .find((candidate) => reader.language.that.has(lower(candidate.form)));
    if (that === undefined || that.index + 2 >= tree.words.length) continue;
    let first = word.index - 1;
    while (first > 0 && /^(?:se|s'|ne|n'|me|would|may|might|does)$/.test(lower(tree.words[first]?.form))) first--;
    const reflexive = tree.words.slice(first, word.index).some(({ form }) => /^(?:se|s')$/.test(lower(form)));
    // `il peut que` is none; `il se peut que` is.
    if (lower(word.lemma) === "pouvoir" && !reflexive) continue;
    if (!reader.language.impersonal.has(lower(tree.words[first]?.form))) continue;
    const draft = judged(reader, tree, { first, that, word, last: tree.words.length - 1, score: 0.7 });
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

/** Words of a judgement: where it begins, its `que`, what carries it, where its content ends. */
type Judgement = {
  readonly first: number;
  readonly that: Word;
  readonly word: Word;
  readonly last: number;
  readonly score: number;
};

const judged = (reader: Reader, tree: Tree, { first, that, word, last, score }: Judgement): Draft | null =>
  draftOf(reader, {
    rule: "statements/rules/epistemic",
    reason: say("epistemic"),
    content: [spanOf(tree, that.index + 1, last)],
    head: { sentence: tree.sentence.index, word: that.head > that.index ? that.head : that.index + 1 },
    source: { kind: "author" },
    cue: {
      span: spanOf(tree, first, that.index - 1),
      head: { sentence: tree.sentence.index, word: word.index },
      kind: "epistemic",
      lemma: lower(word.lemma),
      entry: null,
      negated: false,
    },
    score,
  });
