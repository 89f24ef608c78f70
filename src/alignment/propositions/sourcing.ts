import type { Events } from "../../languages/events.ts";
import type { Clause } from "./clauses.ts";
import { childrenOf, lemmaOf } from "./tree.ts";

/**
 * A clause of a document's own voice that tells how it came by its words, and nothing of the matter: `Ils ont parlé sous
 * couvert de l'anonymat`, `Joint par téléphone`, `because they were not authorised to discuss it`. Not: `Le parquet a
 * interrogé le maire`, nor `La loi autorise la vente`.
 */
export function isSourcing({ tree, head, words }: Clause, { sourcing }: Events): boolean {
  if (sourcing === undefined) return false;
  const lemmas = words.map(lemmaOf);
  if (lemmas.some((lemma) => sourcing.unnamed.has(lemma))) return true;
  const bare = head.feats.VerbForm === "Part" && childrenOf(tree, head, "aux", "nsubj", "cop").length === 0;
  if (bare && sourcing.reached.has(lemmaOf(head))) return true;
  return lemmas.some((lemma) => sourcing.allowed.has(lemma)) && lemmas.some((lemma) => sourcing.spoken.has(lemma));
}
