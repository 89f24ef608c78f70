import { decisionsIn, standing } from "../ledger/decisions/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Decision } from "../model/index.ts";
import type { Rated } from "./hypotheses/score.ts";

/** How people rate the sources, by the source's id. */
export async function ratingsIn(ledger: Ledger): Promise<ReadonlyMap<string, Rated>> {
  return sourceRatings(standing(await decisionsIn(ledger.db, { layer: "desk" })).active);
}

/** The last rating of each source that stands, whoever gave it. */
export function sourceRatings(active: readonly Decision[]): ReadonlyMap<string, Rated> {
  const found = new Map<string, Rated>();
  for (const { target, body } of active) {
    if (target.kind !== "source" || body.kind !== "rate-source") continue;
    found.set(target.source, { reliability: body.reliability, credibility: body.credibility });
  }
  return found;
}
