import { nowOf } from "../ledger/former.ts";
import type { Ledger } from "../ledger/index.ts";
import { captureWith, claimWith, documentWith, figureGroupWith, type Held } from "../ledger/one.ts";
import type { Claim, FigureGroup } from "../model/index.ts";
import { withSides } from "./decisions/settings.ts";

/** One claim by its whole id, or by one that it had before it grew or was joined with others; null where there is none. */
export async function findClaim(ledger: Ledger, id: string): Promise<Claim | null> {
  const claim = (await claimWith(ledger, id)) ?? (await formerly(ledger, id));
  return claim === null ? null : ((await withSides(ledger, [claim]))[0] ?? claim);
}

async function formerly(ledger: Ledger, id: string): Promise<Claim | null> {
  const now = await nowOf(ledger.db, "claim", id);
  return now === null ? null : await claimWith(ledger, now);
}

/** One group of figures by its whole id, or by one that it had before; null where there is none. */
export async function findFigures(ledger: Ledger, id: string): Promise<FigureGroup | null> {
  return await figureGroupWith(ledger, id);
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
