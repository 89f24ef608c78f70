import { type Ledger, openLedger } from "../ledger/index.ts";
import { type Fault, type Verified, verifyLedger as verify } from "../ledger/verify.ts";

/** Checks captures and logs against their hashes, offline. Nothing is changed. */
export async function* verifyLedger(ledger: Ledger): AsyncGenerator<Verified> {
  yield* verify(ledger);
}

/** Opens a ledger as it lies there: nothing is aligned or taken in first. */
export async function openToVerify(folder: string): Promise<Ledger> {
  return await openLedger(folder, "read");
}

export type { Fault, Verified };
