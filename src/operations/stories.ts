import { type Filter, type Ledger, storiesOf } from "../ledger/index.ts";
import type { Story } from "../model/index.ts";
import { resolveFilter } from "./filter.ts";

/** What happened, and which documents and claims are about it. */
export async function listStories(ledger: Ledger, filter: Filter = {}): Promise<Story[]> {
  return await storiesOf(ledger, await resolveFilter(ledger, filter));
}
