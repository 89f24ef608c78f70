import { actorIds, type Ledger } from "../ledger/index.ts";
import type { Fallen } from "../origins/without.ts";
import { listClaims } from "./claims.ts";

/**
 * Which claims lose an origin if this actor falls as a source; of one story, or of all. An id, a name, or part of a name
 * (then of everybody so named).
 */
export async function listWithout(ledger: Ledger, actor: string, story?: string): Promise<Fallen[]> {
  const { without } = await import("../origins/without.ts");
  const ids = await actorIds(ledger, actor);
  const claims = await listClaims(ledger, { story });
  return without({ claims }, actor, new Set(ids.includes(actor) ? [actor] : ids));
}

export type { Fallen };
