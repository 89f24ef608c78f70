import { accessFaults, accessLines } from "../../ledger/access/log.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { AccessLine } from "../../model/access.ts";

/** Changes of who may do what, the newest first. */
export async function listAccess(ledger: Ledger, limit = 100, below?: number): Promise<AccessLine[]> {
  return await accessLines(ledger, limit, below);
}

/** What is wrong with the record of access; empty where it is whole. */
export async function verifyAccess(ledger: Ledger): Promise<string[]> {
  return await accessFaults(ledger);
}

export type { AccessLine };
