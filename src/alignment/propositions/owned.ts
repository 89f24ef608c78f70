import type { Events } from "../../languages/events.ts";
import type { Argument, Statement, Word } from "../../model/index.ts";
import type { Predicate } from "./predicate.ts";
import { lemmaOf, overlaps, type Tree } from "./tree.ts";

type Said = {
  readonly tree: Tree;
  readonly words: readonly Word[];
  readonly predicate: Predicate;
  readonly statement: Statement | null;
};

/**
 * Arguments with whoever owns what is named and no more: `La candidate revendique la victoire`, `Le groupe a revendiqué
 * l'attaque`: it is theirs. Not: `reconnaît la victoire de son rival`, nor `dénonce l'attaque`.
 */
export function owned(all: Argument[], { tree, words, predicate, statement }: Said, { owning }: Events): Argument[] {
  const cue = statement?.cue ?? null;
  if (statement === null || cue === null || /^(?:unnamed|author)$/.test(statement.speaker.id)) return all;
  if (predicate.head.upos !== "NOUN" || words.filter(({ upos }) => upos !== "PUNCT").length > 2) return all;
  if (all.some(({ role, actor }) => role === "agent" && actor !== null)) return all;
  const verbs = tree.sentence.words.filter((word) => overlaps(word, cue));
  if (!verbs.some((word) => owning?.has(lemmaOf(word)) === true)) return all;
  const others = all.filter(({ role }) => role !== "agent");
  return [...others, { role: "agent", lemma: lemmaOf(predicate.head), actor: statement.speaker.id }];
}
