import type { Ledger } from "../ledger/index.ts";
import type { Context } from "./context.ts";
import { aligningOn } from "./output/progress.ts";

/** Opens a ledger to ask it something; where much has to be aligned first, tells how far that is. */
export async function openAsking(context: Pick<Context, "err" | "messages">, folder: string): Promise<Ledger> {
  const { openToAsk } = await import("../operations/ledger.ts");
  const aligning = aligningOn(context);
  try {
    return await openToAsk(folder, aligning.told);
  } finally {
    aligning.clear();
  }
}
