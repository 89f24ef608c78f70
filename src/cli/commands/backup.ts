import type { Command } from "commander";
import { type Context, ledgerFolder, ledgerOption } from "../context.ts";
import { newCommand } from "./command.ts";

export function backup(context: Context): Command {
  return newCommand("backup", context, ["selon backup copies/2031-05-04", "selon backup /mnt/safe --ledger desk"])
    .argument("<dir>", context.messages.decisions.options.backupDir)
    .addOption(ledgerOption(context))
    .action(async (folder: string, options: { ledger?: string }) => {
      const { openToVerify } = await import("../../operations/verify.ts");
      const { backupLedger } = await import("../../operations/carry.ts");
      const ledger = await openToVerify(ledgerFolder(options));
      try {
        await backupLedger(ledger, folder);
      } finally {
        await ledger.close();
      }
      context.err.write(`${context.messages.decisions.backedUp(folder)}\n`);
    });
}
