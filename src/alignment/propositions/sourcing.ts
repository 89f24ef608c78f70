import type { Events } from "../../languages/events.ts";
import type { Span, Word } from "../../model/index.ts";
import { lowerCase } from "../../text/normal.ts";
import type { Clause } from "./clauses.ts";
import { childrenOf, lemmaOf, within } from "./tree.ts";

/**
 * A clause of a document's own voice that tells how it came by its words, and nothing of the matter: `Ils ont parlé sous
 * couvert de l'anonymat`, `Joint par téléphone`, `who declined to be named`, `because they were not authorised to discuss
 * it`. Not: `Le parquet a interrogé le maire`, nor `La loi autorise la vente`.
 */
export function isSourcing({ tree, head, words }: Clause, { sourcing, negators }: Events): boolean {
  if (sourcing === undefined) return false;
  const lemmas = words.map(lemmaOf);
  if (lemmas.some((lemma) => sourcing.unnamed.has(lemma))) return true;
  const bare = head.feats.VerbForm === "Part" && childrenOf(tree, head, "aux", "nsubj", "cop").length === 0;
  if (bare && sourcing.reached.has(lemmaOf(head))) return true;
  if (wishesNoName(words, sourcing, negators)) return true;
  return lemmas.some((lemma) => sourcing.allowed.has(lemma)) && lemmas.some((lemma) => sourcing.spoken.has(lemma));
}

/** `Elle préfère ne pas être nommée`: whether that is all somebody asks for. */
export const asksNoName = ({ tree, words }: Clause, cue: Span | null, { sourcing, negators }: Events): boolean =>
  sourcing !== undefined &&
  cue !== null &&
  wishesNoName([...tree.sentence.words.filter((word) => within(word, cue)), ...words], sourcing, negators);

function wishesNoName(
  words: readonly Word[],
  { wished, named }: NonNullable<Events["sourcing"]>,
  negators: Events["negators"],
): boolean {
  const from = words.findIndex((word) => wished.has(lemmaOf(word)));
  if (from < 0) return false;
  const to = words.findIndex((word, at) => at > from && named.has(lemmaOf(word)) && isPassive(words, at));
  if (to < 0 || to - from > 5) return false;
  // `Il veut être nommé` is about an office.
  return (
    negators.has(lemmaOf(words[from] as Word)) || words.slice(0, to).some(({ form }) => negation.test(lowerCase(form)))
  );
}

const negation = /^(?:pas|jamais|not|n['’]t|never)$/;

/** `être nommé`, `to be identified`, `being named` */
const isPassive = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1];
  // `refuse d'être nommé préfet` is about an office.
  const bare = !words.slice(at + 1).some(({ upos }) => upos === "NOUN" || upos === "PROPN");
  return bare && before !== undefined && /^(?:être|be)$/.test(lemmaOf(before)) && before.feats.VerbForm !== "Fin";
};
