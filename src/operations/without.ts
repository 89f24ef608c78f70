import { actorIds, type Ledger } from "../ledger/index.ts";
import type { Fallen } from "../origins/without.ts";
import { actorNow } from "./decisions/settings.ts";
import { findClaim } from "./find.ts";
import { pageClaims } from "./pages.ts";

/** Of which claims it is asked: all of them, those of a story, or one. */
export type Within = { readonly story?: string | undefined; readonly claim?: string | undefined };

/**
 * Which claims lose an origin if this actor falls as a source. An id, a name, or part of a name (then of everybody so
 * named).
 */
export async function listWithout(ledger: Ledger, actor: string, { story, claim: id }: Within = {}): Promise<Fallen[]> {
  const { byLoss, without } = await import("../origins/without.ts");
  const now = await actorNow(ledger, actor);
  const found = await actorIds(ledger, now);
  const ids = new Set(found.includes(now) ? [now] : found);
  if (id !== undefined) {
    const claim = await findClaim(ledger, id);
    return claim === null ? [] : without({ claims: [claim] }, actor, ids);
  }
  const fallen: Fallen[] = [];
  // A few at a time: all claims of a large ledger would fill the memory.
  for (let after: string | undefined; ; ) {
    const { items: claims, next } = await pageClaims(ledger, { story }, { limit: 500, after });
    fallen.push(...without({ claims }, actor, ids));
    if (next === null) return fallen.sort(byLoss);
    after = next;
  }
}

export type { Fallen };
