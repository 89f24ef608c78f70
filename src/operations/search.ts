import { type Found, foundIn, type Ledger, parseQuery } from "../ledger/index.ts";

/** Sentences in which all the words stand in some form, narrowed by fields. Throws `bad-query`. */
export async function searchLedger(ledger: Ledger, text: string, limit = 100): Promise<Found[]> {
  return await foundIn(ledger, parseQuery(text), limit);
}

export type { Found };
