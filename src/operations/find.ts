import type { Ledger } from "../ledger/index.ts";
import { captureWith, claimWith, documentWith, type Held } from "../ledger/one.ts";
import type { Claim } from "../model/index.ts";
import { withSides } from "./decisions/settings.ts";

/** One claim by its whole id, or null. */
export async function findClaim(ledger: Ledger, id: string): Promise<Claim | null> {
  const claim = await claimWith(ledger, id);
  return claim === null ? null : ((await withSides(ledger, [claim]))[0] ?? claim);
}

/** One document with its text and reading, by its whole id, or null. */
export async function findDocument(ledger: Ledger, id: string): Promise<Held | null> {
  return await documentWith(ledger, id);
}

/** The bytes of one document exactly as captured, or null. */
export async function findCapture(ledger: Ledger, id: string): Promise<Uint8Array | null> {
  return await captureWith(ledger, id);
}

export type { Held };
