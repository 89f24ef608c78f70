import type { Ledger } from "../ledger/index.ts";
import type { Fallen } from "../origins/without.ts";
import { listClaims } from "./claims.ts";

/** Which claims lose an origin if this actor falls as a source; of one story, or of all. */
export async function listWithout(ledger: Ledger, actor: string, story?: string): Promise<Fallen[]> {
  const { without } = await import("../origins/without.ts");
  const claims = await listClaims(ledger, { actor, story });
  return without({ stories: [], claims, figures: [] }, actor);
}

export type { Fallen };
