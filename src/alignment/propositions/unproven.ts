import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { isNegated } from "./predicate.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";

const grounds = /^(?:preuve|indice|élément|signe|indication|evidence|proof|sign|indication|hint)$/;
const none = /^(?:aucune?|nulle?|no)$/i;
const nothing = /^(?:rien|nothing)$/i;
const proves =
  /^(?:indiquer|prouver|montrer|démontrer|établir|attester|suggérer|accréditer|confirmer|permettre|indicate|prove|show|suggest|establish|confirm)$/;

/**
 * What is told to be without any ground: of `Rien n'indique que l'incendie soit criminel`, `Investigators have found no
 * evidence that the fire was set`, the word that heads `soit criminel`, `was set`. Whoever says so holds that it is not so,
 * as far as is known. Null elsewhere, and for `Il a trouvé des preuves que …`, `no evidence of a crime`, which is a noun.
 */
export function unproven(tree: Tree, head: Word, words: readonly Word[]): Word | null {
  const inside = new Set(words.map(({ index }) => index));
  const inner = (word: Word): Word | undefined =>
    childrenOf(tree, word, "acl", "ccomp").find((child) => inside.has(child.index) && isClause(tree, child));
  if (proves.test(lemmaOf(head)) && childrenOf(tree, head, "nsubj").some(({ form }) => nothing.test(form)))
    return inner(head) ?? null;
  for (const noun of words) {
    if (noun.upos !== "NOUN" || !grounds.test(lemmaOf(noun))) continue;
    if (!childrenOf(tree, noun, "det").some(({ form }) => none.test(form))) continue;
    const own = inner(noun) ?? (noun.head === head.index ? below(tree, head, inner) : undefined);
    if (own !== undefined) return own;
    // The clause itself was taken for what the words say.
    const beside = noun.head === head.index || noun.head === head.head || head.head === noun.index;
    if (noun.index < head.index && isClause(tree, head) && beside) return head;
  }
  return null;
}

/** The clause that a verb or the infinitive behind it opens: `ne permet de dire que …`. */
function below(tree: Tree, verb: Word, inner: (word: Word) => Word | undefined): Word | undefined {
  const [further] = childrenOf(tree, verb, "xcomp");
  return inner(verb) ?? (further === undefined ? undefined : inner(further));
}

/** A clause that a conjunction opens behind its head: `que le feu soit criminel`, `that the fire was set`. */
const isClause = (tree: Tree, word: Word): boolean =>
  tree.sentence.words
    .slice(Math.max(0, word.head + 1), word.index)
    .some(({ form, upos }) => upos === "SCONJ" && /^(?:que|qu['’]|that)$/.test(lowerCase(form)));

const excludes = /^(?:exclure|exclu|écarter|impossible|exclude|rule)$/;

/**
 * `Il n'est pas exclu qu'un tir ait eu lieu`, `It is not impossible that …`: the word that heads what may be so, or null.
 * How firmly it is held the statement's factuality tells. Not: `Il est exclu que …`, which denies it.
 */
export function notExcluded(tree: Tree, head: Word, words: readonly Word[]): Word | null {
  if (!excludes.test(lemmaOf(head)) || !isNegated(tree, head)) return null;
  const inside = new Set(words.map(({ index }) => index));
  return (
    childrenOf(tree, head, "ccomp", "csubj", "advcl").find(
      (child) => inside.has(child.index) && isClause(tree, child),
    ) ?? null
  );
}
