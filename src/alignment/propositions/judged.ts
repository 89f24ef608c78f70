import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { lemmaOf, type Tree } from "./tree.ts";

/** A clause that the words around it call true or false: the word it hangs on, and whether they deny it. */
export type Judged = {
  readonly head: Word;
  readonly denied: boolean;
  /** Where the clause begins. */
  readonly start: number;
};

const conjunction = /^(?:que|qu['’]|that)$/;
const doubts = /^(?:doute|douter|doubt|question)$/;
const negative = /^(?:ne|n['’]|pas|aucune?|nulle?|no|not|n['’]t|never|jamais|sans|without)$/;
/** What may stand before the clause beside the verdict: `il est`, `it would be`, `there is`, `c'est un`. */
const filler =
  /^(?:il|c['’]|ce|cela|it|['’]s|there|y|être|be|avoir|faire|have|un|une|a|an|de|d['’]|to|du|tout|simplement|totalement|complètement|simply|just|totally|completely|quite|bien|le|la|any)$/;
const speech =
  /^(?:dire|prétendre|affirmer|croire|penser|soutenir|raconter|laisser|entendre|parler|say|claim|pretend|suggest|think|believe|argue|assert|allege)$/;

/**
 * What a verdict in the same sentence is about: of `Il est faux de dire que le bac est vendu`, `Dire que le bac est vendu est
 * un mensonge`, `It is not true that the ferry was sold`, the word that heads `est vendu`, denied; of `Il ne fait aucun doute
 * que le bac est vendu` the same, held to be so. Null elsewhere, and for `C'est faux`, which names nothing, and `Il est vrai
 * que …`, by which one only grants.
 */
export function judgedClause(tree: Tree, words: readonly Word[], events: Events): Judged | null {
  const told = words.filter(({ upos, form }) => upos !== "PUNCT" && /[\p{L}\p{N}]/u.test(form));
  return opened(tree, told, events) ?? closed(tree, told, events);
}

/** `Il est faux (de dire) que …`, `There is no doubt that …`. */
function opened(tree: Tree, words: readonly Word[], events: Events): Judged | null {
  const at = words.findIndex(({ form }) => conjunction.test(lowerCase(form)));
  if (at < 1 || at > 9) return null;
  const before = words.slice(0, at);
  const verdict = before.map((word) => verdictBy(word, events)).find((one) => one !== undefined);
  if (verdict === undefined) return null;
  if (!before.every((word) => verdictBy(word, events) !== undefined || isFiller(word))) return null;
  const no = before.filter(({ form }) => /^(?:pas|aucune?|nulle?|no|not|n['’]t|jamais|never)$/.test(lowerCase(form)));
  if (no.length > 1) return null;
  const denied = (verdict === "false") !== (no.length === 1);
  // `Il est vrai que`, `Il doute que`: granted, and doubted, which is the statement's to tell.
  if (no.length === 0 && (!denied || before.some((word) => doubts.test(lemmaOf(word))))) return null;
  return headed(tree, words.slice(at + 1), denied);
}

/** `Dire que …, c'est faux`, `To say the ferry was sold is a lie`. */
function closed(tree: Tree, words: readonly Word[], events: Events): Judged | null {
  const from = lowerCase(words[0]?.form ?? "") === "to" ? 1 : 0;
  const [verb, next] = [words[from], words[from + 1]];
  if (verb === undefined || next === undefined || !speech.test(lemmaOf(verb)) || verb.feats.VerbForm !== "Inf")
    return null;
  const that = conjunction.test(lowerCase(next.form));
  if (!that && from === 0) return null;
  const end = words.findLastIndex((word) => lemmaOf(word) === "être" || lemmaOf(word) === "be");
  const tail = words.slice(end + 1);
  if (end < from + 3 || tail.length === 0 || tail.length > 5) return null;
  const verdict = tail.map((word) => verdictBy(word, events)).find((one) => one !== undefined);
  if (verdict === undefined || !tail.every((word) => verdictBy(word, events) !== undefined || isFiller(word)))
    return null;
  const no = [words[end - 1], ...tail].some((word) =>
    /^(?:pas|not|n['’]t|n['’]|ne)$/.test(lowerCase(word?.form ?? "")),
  );
  const points = /^(?:c['’]|ce|that)$/.test(lowerCase(words[end - 1]?.form ?? "")) ? end - 1 : end;
  return headed(tree, words.slice(from + (that ? 2 : 1), points), (verdict === "false") !== no);
}

function verdictBy(word: Word, events: Events): "false" | "true" | undefined {
  if (doubts.test(lemmaOf(word))) return "false";
  return events.verdicts.get(lemmaOf(word)) ?? events.verdicts.get(lowerCase(word.form));
}

const isFiller = (word: Word): boolean =>
  filler.test(lemmaOf(word)) ||
  filler.test(lowerCase(word.form)) ||
  negative.test(lowerCase(word.form)) ||
  speech.test(lemmaOf(word));

/** The word that a stretch hangs on: the first that says something and whose own head stands outside. */
function headed({ sentence }: Tree, inner: readonly Word[], denied: boolean): Judged | null {
  const inside = new Set(inner.map(({ index }) => index));
  const tops = inner.filter((word) => !inside.has(word.head) && /^(?:VERB|ADJ|NOUN|AUX|PROPN)$/.test(word.upos));
  const top = tops.find(({ upos }) => upos === "VERB") ?? tops[0];
  if (top === undefined || inner.length < 2) return null;
  const helped = top.upos === "AUX" ? sentence.words[top.head] : undefined;
  const head = helped !== undefined && inside.has(helped.index) ? helped : top;
  return { head, denied, start: inner[0]?.start ?? head.start };
}
