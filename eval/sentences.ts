import type { Claim, Reading } from "../src/model/index.ts";
import { isSame, type Place } from "../training/overlap.ts";
import { percent, type Scores } from "./suite.ts";

type Position = { readonly document: string; readonly evidence: string };
type Gold = { readonly claims: readonly { readonly positions: readonly Position[] }[] };
export type Told = { readonly readings: readonly Reading[]; readonly claims: readonly Claim[]; readonly gold: Gold };

/**
 * What the sentences of claims are worth: of the gold claims of which something is found, for how many the claim that has
 * the most of it is worded by one of its positions; of the claims of several positions, how many are whole sentences, as the
 * reader sees it, and not `un couteau` or `avoir vendu le bac`.
 */
export function sentencesOf(all: readonly Told[]): Scores {
  let [found, own, several, whole] = [0, 0, 0, 0];
  for (const { readings, claims, gold } of all) {
    const texts = new Map(readings.map(({ document }) => [document.uri, document.text]));
    const uris = new Map(readings.map(({ document }) => [document.id, document.uri]));
    const isWhole = new Set(
      readings.flatMap(({ document, propositions }) =>
        propositions.flatMap(({ plain, evidence }) =>
          plain === undefined ? [] : [`${document.id} ${evidence.start} ${evidence.end}`],
        ),
      ),
    );
    for (const { positions, worded } of claims) {
      if (positions.length < 2 || worded === undefined) continue;
      several++;
      if (isWhole.has(`${worded.document} ${worded.evidence.start} ${worded.evidence.end}`)) whole++;
    }
    for (const { positions } of gold.claims) {
      const places = positions.flatMap(({ document, evidence }): Place[] => {
        const start = texts.get(document)?.indexOf(evidence) ?? -1;
        return start < 0 ? [] : [{ document, start, end: start + evidence.length }];
      });
      const held = (claim: Claim): number =>
        places.filter((place) =>
          claim.positions.some(({ uri, evidence }) => isSame(place, { ...evidence, document: uri })),
        ).length;
      const [best] = claims.map((claim) => ({ claim, held: held(claim) })).sort((a, b) => b.held - a.held);
      if (best === undefined || best.held === 0) continue;
      found++;
      const { worded } = best.claim;
      if (worded === undefined) continue;
      const words = { ...worded.evidence, document: uris.get(worded.document) ?? "" };
      if (places.some((place) => isSame(place, words))) own++;
    }
  }
  return { "sentence is of it": percent(own, found), "sentence is whole": percent(whole, several) };
}
