import type { Command } from "commander";
import { type Context, ledgerFolder, ledgerOption } from "../context.ts";
import { newCommand } from "./command.ts";

export function restore(context: Context): Command {
  return newCommand("restore", context, ["selon restore copies/2031-05-04 --ledger desk"])
    .argument("<dir>", context.messages.decisions.options.restoreDir)
    .addOption(ledgerOption(context))
    .action(async (from: string, options: { ledger?: string }) => {
      const { restoreLedger } = await import("../../operations/carry.ts");
      const place = ledgerFolder(options);
      await restoreLedger(from, place);
      context.err.write(`${context.messages.decisions.restored(place)}\n`);
    });
}
