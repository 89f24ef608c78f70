import type { Statement } from "../../model/index.ts";
import type { Clause } from "./clauses.ts";
import { stretch, type Tree } from "./tree.ts";

/**
 * `a qualifié de « rumeurs sans fondement » les informations sur une vente`: what is called so is denied. Not: `a qualifié
 * ces accusations de fantaisistes`, which is a verdict, nor what the verb denies by itself.
 */
export const isDismissed = (statement: Statement | null): boolean =>
  isCalled(statement) && statement?.factuality === "CT+";
export const isCalled = (statement: Statement | null): boolean =>
  statement?.because.rule === "statements/rules/predicate" && statement.act === "deny";

/**
 * `Si le vent tombait, le bac partirait`; `Il s'agirait d'une première`, which only says what something would be. Not: `Le
 * prix avoisinerait 12 millions`, which the document has from somebody.
 */
export const isConditional = ({ sentence }: Tree): boolean =>
  sentence.words.some(
    ({ form, index }) =>
      /^(?:si|sans|sinon|agirait)$/iu.test(form) ||
      (/^s['’]$/iu.test(form) && /^ils?$/iu.test(sentence.words[index + 1]?.form ?? "")),
  );

/** Of `« rumeurs sans fondement » les informations sur une vente`, what is called so: `les informations sur une vente`. */
export function dismissed(clause: Clause): Clause {
  const { tree, words } = clause;
  const at = words.findIndex(
    ({ upos, index }, place) =>
      place > 0 && place < 7 && upos === "DET" && /^[»”"]$/.test(tree.sentence.words[index - 1]?.form ?? ""),
  );
  if (at < 0) return clause;
  const own = words.slice(at);
  const inside = new Set(own.map(({ index }) => index));
  const head =
    own.find((word) => word.upos === "NOUN" && !inside.has(word.head)) ?? own.find(({ upos }) => upos === "NOUN");
  return head === undefined ? clause : { tree, head, words: own, span: stretch(own) };
}

/** What one refuses to do oneself. Not: `opposes the plan to close the port`, which others may do all the same. */
export const isOwnDeed = ({ cue }: Statement): boolean => !/oppos|contre|against/iu.test(cue?.text ?? "");
