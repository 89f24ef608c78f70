import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { nounEntry } from "./predicate.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";

/** The words of a clause in lower case, without punctuation: `l'accusation ne repose sur rien`. */
export const plain = (words: readonly Word[]): string =>
  words
    .filter(({ upos, form }) => upos !== "PUNCT" && /\p{L}/u.test(form))
    .map(({ form }) => lowerCase(form).replace("’", "'"))
    .join(" ")
    .replace(/' /g, "'");

/** What an idiom calls untrue: a noun that its words name, or what was said before them. */
export type Untruth = { readonly noun: Word | null };

/**
 * Whether a clause calls untrue by an idiom what was said before (`Cette histoire ne tient pas debout`, `Le syndicat ment`,
 * `The claim does not hold water`), or what it names (`La vente n'existe que dans son imagination`). Null elsewhere, and for
 * `La tour ne tient pas debout`; in a document's `own` voice for what points at nothing, too.
 */
export function untruth(tree: Tree, head: Word, words: readonly Word[], events: Events, own: boolean): Untruth | null {
  if (events.untrue === undefined || words.length > 40) return null;
  const said = plain(words);
  const has = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(said));
  const subject = subjectOf(tree, head, words);
  if (has(events.untrue.liars)) return own || subject === undefined ? null : { noun: null };
  if (!has(events.untrue.predicates)) return null;
  // `Aucun élément n'étaye cette affirmation`: what it is about stands behind.
  if (/^(?:aucune?|rien|nothing|no) /.test(said)) {
    const object = childrenOf(tree, head, "obj")[0];
    if (object === undefined || points(tree, object, events)) return { noun: null };
    return isTold(tree, object, events) ? { noun: object } : null;
  }
  if (subject === undefined) return own ? null : { noun: null };
  if (subject.upos === "PRON" || points(tree, subject, events)) return { noun: null };
  return isTold(tree, subject, events) ? { noun: subject } : null;
}

const subjectOf = (tree: Tree, head: Word, words: readonly Word[]): Word | undefined => {
  const inside = new Set(words.map(({ index }) => index));
  const own = childrenOf(tree, head, "nsubj", "nsubj:pass").find(({ index }) => inside.has(index));
  return own ?? words.find(({ deprel }) => deprel.startsWith("nsubj"));
};

/** A theory or a happening: `la thèse du vol`, `la vente`. */
const isTold = (tree: Tree, noun: Word, events: Events): boolean =>
  events.theories?.has(lemmaOf(noun)) === true || nounEntry(tree, noun, events) !== undefined;

/** A word for what was said, or any with a finger on it: `l'accusation`, `the story`, `cette tour`. Not: `l'idée d'un pont`. */
const points = (tree: Tree, noun: Word, events: Events): boolean =>
  events.sayings.has(lemmaOf(noun)) ||
  (events.taken?.has(lemmaOf(noun)) === true && childrenOf(tree, noun, "nmod", "acl").length === 0) ||
  childrenOf(tree, noun, "det").some((word) => events.pointers.has(lemmaOf(word)));
