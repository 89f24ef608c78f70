import type { Brief, DossierClaim } from "./dossier.ts";
import { apartSentence, introSentence, standingSentence } from "./sentences.ts";
import { disagreements, partsOf } from "./view.ts";
import { wordsOf } from "./words/format.ts";

export type SummaryItem = {
  readonly claim: string;
  /** Number of the claim in the dossier. */
  readonly number: number;
  readonly proposition: string;
  readonly verbatim: boolean;
  /** Who stands where, on how many origins, as a sentence. */
  readonly sentence: string;
};

/** What stands in a story, in plain sentences: what is contested, what rests on one origin, what nobody disputes. */
export type Summary = {
  readonly language: string;
  readonly intro: string;
  readonly contested: readonly SummaryItem[];
  readonly singleOrigin: readonly SummaryItem[];
  readonly undisputed: readonly SummaryItem[];
  /** Figures of one thing that can't all hold. */
  readonly figures: readonly {
    readonly group: string;
    readonly quantity: string;
    readonly sentence: string;
    /** Highest over lowest value; null where the lowest is nought. */
    readonly factor: number | null;
  }[];
};

/** A dossier's “in short”, in the language asked for. */
export function summaryOf(dossier: Brief, language: string): Summary {
  const words = wordsOf(language);
  const { contested, singleOrigin, undisputed } = partsOf(dossier);
  const items = (claims: readonly DossierClaim[]): SummaryItem[] =>
    claims.map((claim) => {
      const { id, number, proposition, verbatim } = claim;
      return { claim: id, number, proposition, verbatim, sentence: standingSentence(dossier, claim, words) };
    });
  return {
    language,
    intro: introSentence(dossier, words),
    contested: items(contested),
    singleOrigin: items(singleOrigin),
    undisputed: items(undisputed),
    figures: disagreements(dossier).map(({ group, factor }) => ({
      group: group.id,
      quantity: group.quantity,
      sentence: apartSentence(dossier, group, words),
      factor: Number.isFinite(factor) ? factor : null,
    })),
  };
}
