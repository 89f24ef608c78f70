import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import type { Matter } from "./matter.ts";
import { nounEntry } from "./predicate.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";
import { demonstrative } from "./verdict.ts";

/** The words of a clause in lower case, without punctuation: `l'accusation ne repose sur rien`. */
export const plain = (words: readonly Word[]): string =>
  words
    .filter(({ upos, form }) => upos !== "PUNCT" && /\p{L}/u.test(form))
    .map(({ form }) => lowerCase(form).replace("’", "'"))
    .join(" ")
    .replace(/' /g, "'");

/** What an idiom calls untrue: a matter that its words name, or what was said before them. */
export type Untruth = { readonly matter: Matter | null };

const said: Untruth = { matter: null };

/**
 * Whether a clause calls untrue by an idiom what was said before (`Cette histoire ne tient pas debout`, `Le syndicat ment`,
 * `The claim does not hold water`), or what it names (`La vente n'existe que dans son imagination`). Null elsewhere, and for
 * `La tour ne tient pas debout`, `Elle ne tient pas debout`; in a document's `own` voice for what points at nothing, too.
 * `speaks` tells verbs of saying: `Les chiffres rapportés par le journal ne reposent sur rien` is about what was said.
 */
export function untruth(
  tree: Tree,
  head: Word,
  words: readonly Word[],
  events: Events,
  own: boolean,
  speaks: (lemma: string) => boolean,
): Untruth | null {
  const { predicates, liars } = events.untrue;
  if (words.length > 40) return null;
  const text = plain(words);
  const has = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(text));
  const subject = subjectOf(tree, head, words);
  if (has(liars)) return own || subject === undefined ? null : said;
  if (!has(predicates)) return null;
  // `Aucun élément n'étaye cette affirmation`: what it is about stands behind.
  const about = /^(?:aucune?|rien|nothing|no) /.test(text) ? childrenOf(tree, head, "obj")[0] : subject;
  if (about === undefined) return own ? null : said;
  if (points(tree, about, events) || childrenOf(tree, about, "acl").some((word) => speaks(lemmaOf(word)))) return said;
  return isTold(tree, about, events) ? { matter: { noun: about, verdict: "false" } } : null;
}

/**
 * Whether a clause clears somebody: that he has done nothing of the kind is the contrary of what he is blamed for, so that
 * its words count as negative ones. `L'enquête a mis le gardien hors de cause`, `Il est étranger à l'affaire`. So does a
 * number of none: `The number of drones was zero`.
 */
export function clears(words: readonly Word[], { untrue: { cleared } }: Events): boolean {
  if (words.length > 40) return false;
  const text = plain(words);
  return cleared.some((pattern) => pattern.test(text));
}

/** The subject of a clause; of a relative one what it hangs on: `une accusation qui ne repose sur rien`. */
function subjectOf(tree: Tree, head: Word, words: readonly Word[]): Word | undefined {
  const inside = new Set(words.map(({ index }) => index));
  const own = childrenOf(tree, head, "nsubj", "nsubj:pass").find(({ index }) => inside.has(index));
  const subject = own ?? words.find(({ deprel }) => deprel.startsWith("nsubj"));
  return subject !== undefined &&
    /^(?:qui|which|that|who)$/.test(lowerCase(subject.form)) &&
    head.deprel.startsWith("acl")
    ? tree.sentence.words[head.head]
    : subject;
}

/** A theory or a happening: `la thèse du vol`, `la vente`. */
const isTold = (tree: Tree, noun: Word, events: Events): boolean =>
  events.theories?.has(lemmaOf(noun)) === true || nounEntry(tree, noun, events) !== undefined;

/** `Cela`, a word for what was said, or any with a finger on it: `the story`, `cette tour`. Not: `elle`, `l'idée d'un pont`. */
const points = (tree: Tree, noun: Word, events: Events): boolean =>
  demonstrative.test(lowerCase(noun.form)) ||
  events.sayings.has(lemmaOf(noun)) ||
  (events.taken?.has(lemmaOf(noun)) === true && childrenOf(tree, noun, "nmod", "acl").length === 0) ||
  childrenOf(tree, noun, "det").some((word) => events.pointers.has(lemmaOf(word)));
