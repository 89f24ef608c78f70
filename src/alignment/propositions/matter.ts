import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import { nounEntry } from "./predicate.ts";
import { childrenOf, lemmaOf, type Tree } from "./tree.ts";
import { groundOf } from "./verdict.ts";

/** A noun phrase that is called true or false, and which of both. */
export type Matter = { readonly noun: Word; readonly verdict: "false" | "true" };

/**
 * What a verdict names itself: `L'excès de charge est une pure invention`, `The leak is pure fiction`, `La piste
 * criminelle est écartée`. It says of the charge, the leak or the crime that it was not, and has to meet what others say
 * of it, wherever that stands. Not: `C'est faux`, `Ces accusations sont fausses`, which point back and name nothing, and
 * `Le candidat est écarté`, where nothing is held to be so.
 */
export function matterOf(tree: Tree, head: Word, events: Events): Matter | null {
  const lemma = lemmaOf(head);
  const [noun] = childrenOf(tree, head, "nsubj", "nsubj:pass");
  if (noun === undefined || noun.upos !== "NOUN") return null;
  const copular = childrenOf(tree, head, "cop").length > 0;
  const verdict = copular
    ? (groundOf(head, tree.sentence.words) ?? events.verdicts.get(lemma))
    : (held(tree, head, noun, events) ?? refuted(tree, head, noun, events));
  if (verdict === undefined) return null;
  const bare = events.sayings.has(lemmaOf(noun)) && childrenOf(tree, noun, "nmod", "acl", "amod").length === 0;
  if (bare || (copular && events.sayings.has(lemmaOf(noun))) || events.generic.has(lemmaOf(noun))) return null;
  const points = childrenOf(tree, noun, "det").some((word) => events.pointers.has(lemmaOf(word)));
  return points ? null : { noun, verdict };
}

/** `La vente n'est pas avérée`: told by a participle. Not: `The error was corrected`, which tells what was done. */
const held = (tree: Tree, head: Word, noun: Word, events: Events): "false" | "true" | undefined =>
  noun.deprel === "nsubj:pass" || childrenOf(tree, head, "aux:pass").length > 0
    ? events.verdicts.get(lowerCase(head.form))
    : undefined;

/** `La thèse de la vague est réfutée`: a theory or a happening that is told of only to be refuted. */
function refuted(tree: Tree, head: Word, noun: Word, events: Events): "false" | undefined {
  if (events.refuters?.has(lemmaOf(head)) !== true) return undefined;
  const passive = noun.deprel === "nsubj:pass" || childrenOf(tree, head, "aux:pass").length > 0;
  const held = events.theories?.has(lemmaOf(noun)) === true || nounEntry(tree, noun, events) !== undefined;
  return passive && held ? "false" : undefined;
}
