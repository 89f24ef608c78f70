import { actorsOf, type Filter, type Ledger } from "../ledger/index.ts";
import { type SetActor, withSettings } from "./decisions/settings.ts";
import { resolveFilter } from "./filter.ts";

/** Who speaks or is spoken of, under which names, and how often they affirm or deny. */
export async function listActors(ledger: Ledger, filter: Filter = {}): Promise<SetActor[]> {
  return await withSettings(ledger, await actorsOf(ledger, await resolveFilter(ledger, filter)));
}
