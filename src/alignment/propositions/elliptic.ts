import type { Events } from "../../languages/events.ts";
import type { Word } from "../../model/index.ts";
import { plain } from "./untrue.ts";

const denied = [
  /^(?:que )?non$/,
  /^no$/,
  /^(?:il|elle|on) n'en (?:est|était|fut|sera) rien$/,
  /^(?:il )?n'en (?:est|était) rien$/,
  /^(?:ce|cela|tel) n'(?:est|était) pas (?:du tout )?le cas$/,
  /^rien de tel$/,
  /^(?:this|that|it) (?:is|was) (?:simply )?not (?:the case|so)$/,
  /^not so$/,
  /^nothing of the (?:sort|kind)$/,
  /^(?:he|she|it|they|we|i|this|that) (?:is|are|was|were|has|have|had|do|does|did|would|will|can|could) ?(?:not|n't)(?: do so)?$/,
];
const affirmed = [
  /^(?:que )?(?:oui|si)$/,
  /^yes$/,
  /^(?:c'|ce |tel )(?:est|était) (?:bien )?le cas$/,
  /^(?:this|that|it) (?:is|was) (?:indeed )?the case$/,
  /^(?:he|she|it|they|we|i) (?:did|had|was|were|has|have)(?: so)?$/,
];

/**
 * Words that say of what was said or asked before that it is so, or is not, and name nothing of it: `(assure que) non`, `(The
 * club insists) they were not`, `Il n'en est rien`. Whether they deny it; null for all other words: `Ils n'étaient pas prêts`.
 */
export function ellipticDenial(words: readonly Word[], events: Events): boolean | null {
  if (words.length === 0 || words.length > 9) return null;
  const said = plain(words).replace(/ n't$/, " not");
  if ([...denied, ...events.untrue.replies].some((pattern) => pattern.test(said))) return true;
  return affirmed.some((pattern) => pattern.test(said)) ? false : null;
}
