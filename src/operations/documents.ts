import { documentsOf, type Filter, type KeptDocument, type Ledger } from "../ledger/index.ts";
import { resolveFilter } from "./filter.ts";

/** What has been added, by date of publication. */
export async function listDocuments(ledger: Ledger, filter: Filter = {}): Promise<KeptDocument[]> {
  return await documentsOf(ledger, await resolveFilter(ledger, filter));
}
