import { childrenOf, type Draft, isBelow, type Rule, universal } from "./tree.ts";

/** Relations of words that stand with a clause whatever its place in the sentence. */
const own = new Set(["nsubj", "aux", "expl", "advmod", "obl", "iobj", "obj", "advcl", "dislocated"]);

/**
 * Reported speech before the words that report it heads the sentence, and they are its parenthesis, as in Sequoia
 * and GSD:
 *
 *   « Le pont tiendra », a déclaré la maire.   tiendra = root, déclaré = parataxis:insert of tiendra
 *
 * Not so where a conjunction or a colon leads to the speech: La maire a déclaré que le pont tiendra.
 */
export const speechFirst: Rule = (words) => {
  words.forEach((speech, i) => {
    const relation = universal(speech);
    const verb = speech.head;
    const reporting = words[verb];
    if ((relation !== "parataxis" && relation !== "ccomp") || verb <= i || reporting === undefined) return;
    const children = childrenOf(words, verb);
    if (childrenOf(words, i).some((child) => universal(words[child]) === "mark")) return;
    // What reports stands wholly behind the speech; a subject before it makes another construction.
    const before = children.filter((child) => child < i && own.has(universal(words[child])));
    if (before.length > 0 || children.some((child) => child > i && child < verb && !isInside(words, child))) return;
    const end = Math.max(...words.flatMap((_, at) => (isBelow(words, at, i) ? [at] : [])));
    if (end > verb) return;
    const from = firstOf(words, verb, end);
    speech.head = reporting.head;
    speech.deprel = reporting.deprel;
    reporting.head = i;
    reporting.deprel = "parataxis:insert";
    // Marks and conjunctions before what reports, and the last full stop, belong to the speech.
    for (const child of children)
      if (child !== i && (child < from || (child === words.length - 1 && universal(words[child]) === "punct"))) {
        const word = words[child];
        if (word !== undefined) word.head = i;
      }
  });
};

const isInside = (words: readonly Draft[], child: number): boolean =>
  ["punct", "aux", "nsubj", "expl", "advmod", "iobj", "obl", "cc"].includes(universal(words[child]));

/** First word that belongs to what reports: after the end of the speech, past its marks. */
function firstOf(words: readonly Draft[], verb: number, end: number): number {
  for (let at = end + 1; at < verb; at++) if (universal(words[at]) !== "punct") return at;
  return verb;
}
