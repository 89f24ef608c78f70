import { type Ledger, realignLedger } from "../ledger/index.ts";
import type { AddEvent } from "./add.ts";
import { alignNow } from "./add.ts";

/** Aligns every document afresh, as if all had been added at once, and tells what the ledger then holds. */
export async function realign(ledger: Ledger): Promise<Extract<AddEvent, { kind: "aligned" }>> {
  const { foldDecisions } = await import("../ledger/decisions/refold.ts");
  await foldDecisions(ledger);
  const { relatePart } = await import("../pipeline.ts");
  await realignLedger(ledger, relatePart);
  return await alignNow(ledger);
}
