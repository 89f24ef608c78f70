import type { Ledger } from "../ledger/index.ts";
import { type Stamp, stampOf } from "../ledger/stamp.ts";

/** What of a ledger changed. */
export type Change = keyof Stamp;

/** Tells what changed since it was last asked, whichever process changed it; at first, nothing. */
export function changesOf(ledger: Ledger): () => Promise<Change[]> {
  let before: Stamp | null = null;
  return async () => {
    const now = await stampOf(ledger);
    const then = before ?? now;
    before = now;
    return (Object.keys(now) as Change[]).filter((key) => now[key] !== then[key]);
  };
}
