import { actorsOf, type Filter, type KeptActor, type Ledger } from "../ledger/index.ts";
import { resolveFilter } from "./filter.ts";

/** Who speaks or is spoken of, under which names, and how often they affirm or deny. */
export async function listActors(ledger: Ledger, filter: Filter = {}): Promise<KeptActor[]> {
  return await actorsOf(ledger, await resolveFilter(ledger, filter));
}
