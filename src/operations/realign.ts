import { type Ledger, realignLedger } from "../ledger/index.ts";
import type { AddEvent } from "./add.ts";
import { alignNow } from "./add.ts";
import { inThisThread, type Reader } from "./reader/reader.ts";

/** Aligns every document afresh, as if all had been added at once, and tells what the ledger then holds. */
export async function realign(
  ledger: Ledger,
  reader: Reader = inThisThread,
  told?: (waiting: number) => void,
): Promise<Extract<AddEvent, { kind: "aligned" }>> {
  const { foldDecisions } = await import("../ledger/decisions/refold.ts");
  await foldDecisions(ledger);
  await realignLedger(ledger, reader.relate, told);
  return await alignNow(ledger, reader);
}
