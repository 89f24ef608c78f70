import type { Claim, Story } from "../../model/index.ts";
import type { Ledger } from "../ledger.ts";
import { foldAlignment } from "./fold-alignment.ts";
import { type Given, lineAfter } from "./line.ts";
import { decisionsIn, documentsIn, lastLine } from "./log.ts";
import { load, weighed } from "./refold-alignment.ts";
import { standing } from "./standing.ts";

/** What would be another: each as it is, and as it would be. What is in one list alone would go, or come. */
export type Previewed = {
  readonly claims: { readonly before: readonly Claim[]; readonly after: readonly Claim[] };
  readonly stories: { readonly before: readonly Story[]; readonly after: readonly Story[] };
};

/**
 * What claims and stories would be if this, which is about them or their origins, were the next line of the log. Nothing is
 * written, so that the ids of what would come are not yet those it will have. Claims that would only be told under another
 * story, or exclude others than before, are left out.
 */
export async function previewAligned({ db }: Ledger, given: Given): Promise<Previewed> {
  return await db
    .transaction()
    .setAccessMode("read only")
    .execute(async (work) => {
      const line = lineAfter(await lastLine(work), given);
      const known = await decisionsIn(work, { layer: "alignment", documents: documentsIn(line) });
      const decisions = [...known, line];
      const before = await load(work, standing(decisions).active);
      const { parts: after, reweigh, origins } = foldAlignment(before, decisions);
      const claims: Claim[] = [];
      for (const claim of after.claims.values()) {
        if (!isAnother(before.claims.get(claim.id), claim, line.id)) continue;
        claims.push(reweigh.has(claim.id) ? await weighed(work, claim, origins) : claim);
      }
      const stories = [...after.stories.values()].filter((story) => story.decided?.decision === line.id);
      return {
        claims: { before: touched(before.claims, after.claims, claims), after: claims },
        stories: { before: touched(before.stories, after.stories, stories), after: stories },
      };
    });
}

function isAnother(before: Claim | undefined, after: Claim, decision: string): boolean {
  return before === undefined || before.positions !== after.positions || after.decided?.decision === decision;
}

/** Those of before that would be others, or there no more. */
function touched<T extends { readonly id: string }>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  others: readonly T[],
): T[] {
  const ids = new Set(others.map(({ id }) => id));
  return [...before.values()].filter(({ id }) => ids.has(id) || !after.has(id));
}
