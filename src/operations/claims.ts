import { claimsOf, type Filter, type Ledger } from "../ledger/index.ts";
import type { Claim } from "../model/index.ts";
import { withSides } from "./decisions/settings.ts";
import { resolveFilter } from "./filter.ts";

/** Claims with everybody's positions and what they finally rest on. */
export async function listClaims(ledger: Ledger, filter: Filter = {}): Promise<Claim[]> {
  return await withSides(ledger, await claimsOf(ledger, await resolveFilter(ledger, filter)));
}
