import {
  actorsChanged,
  alignLedger,
  isStale,
  isUnfolded,
  type Ledger,
  ledgerError,
  openLedger,
  type Told,
  totalActors,
} from "../ledger/index.ts";
import { isUntold, timePositions } from "../ledger/told.ts";
import { hasWorkers } from "../ledger/workers.ts";
import { inThisThread, type Reader } from "./reader/reader.ts";

/** Opens a ledger to ask it something: what other processes added meanwhile is aligned first, where it may be written. */
export async function openToAsk(folder: string, told?: Told): Promise<Ledger> {
  const ledger = await openLedger(folder, "read");
  try {
    await freshen(ledger, undefined, told);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** Opens a ledger to add to it, making it where there is none. */
export async function openToAdd(folder: string): Promise<Ledger> {
  return await openLedger(folder, "write");
}

/** Opens a ledger that is there to change something in it. Throws `ledger-missing`, and `ledger-read-only` at once. */
export async function openToChange(folder: string): Promise<Ledger> {
  const ledger = await openLedger(folder, "read");
  if (!ledger.frozen) return ledger;
  await ledger.close();
  throw ledgerError("ledger-read-only", { folder });
}

/**
 * Takes in what was decided, and aligns what has been kept or changed since the last alignment, if anything. Where workers
 * are at work it is theirs to do, and whoever asks is told what stands so far. `reader` does what takes long; `told` hears
 * how many documents still wait to be aligned.
 */
export async function freshen(ledger: Ledger, reader?: Reader, told?: Told): Promise<void> {
  if (ledger.frozen || (await hasWorkers(ledger))) return;
  await bringUpToDate(ledger, reader, told);
}

/** The same, whoever else is at work. */
export async function bringUpToDate(ledger: Ledger, reader: Reader = inThisThread, told?: Told): Promise<void> {
  const [stale, unfolded] = [await isStale(ledger), await isUnfolded(ledger)];
  if (stale || unfolded) {
    const { foldDecisions } = await import("../ledger/decisions/refold.ts");
    await foldDecisions(ledger);
    await alignLedger(ledger, reader.relate, undefined, told);
  }
  if (await actorsChanged(ledger)) await totalActors(ledger);
  if (await isUntold(ledger)) await timePositions(ledger);
}
