import type { Events } from "../../languages/events.ts";
import type { Statement } from "../../model/index.ts";
import type { Clause } from "./clauses.ts";
import { nounEntry } from "./predicate.ts";
import { stretch, subtree, within } from "./tree.ts";

/**
 * The clause of who takes a stand on a thing: `Le ministère a approuvé le pesticide`. Of the thing nothing is said but that,
 * so that it is what can be claimed, and no `le pesticide`. Null where the words say that something is so or happened
 * (`a salué la fermeture du port`).
 */
export function standOf({ tree, head }: Clause, statement: Statement, events: Events): Clause | null {
  const { act, because, cue, content, mode } = statement;
  if (act !== "praise" || because.rule !== "statements/rules/object" || mode === "direct") return null;
  if (cue === null || content.length !== 1) return null;
  if ((head.upos !== "NOUN" && head.upos !== "PROPN") || nounEntry(tree, head, events) !== undefined) return null;
  const verb = tree.sentence.words.find((word) => word.upos === "VERB" && within(word, cue));
  if (verb === undefined) return null;
  const words = subtree(tree, verb, (word) => word !== verb && /^(?:conj|parataxis|advcl)/.test(word.deprel));
  return { tree, head: verb, words, span: stretch(words) };
}
