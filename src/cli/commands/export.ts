import type { Command } from "commander";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { progressOn } from "../output/progress.ts";
import { newCommand } from "./command.ts";

export function exportCommand(context: Context): Command {
  return newCommand("export", context, ["selon export > ledger.jsonl", "selon export | gzip > ledger.jsonl.gz"])
    .addOption(ledgerOption(context))
    .action((options: { ledger?: string }) => run(context, options));
}

async function run(context: Context, options: { ledger?: string }): Promise<void> {
  const { openToVerify } = await import("../../operations/verify.ts");
  const { exportLedger } = await import("../../operations/carry.ts");
  const ledger = await openToVerify(ledgerFolder(options));
  const progress = progressOn(context.err, context.messages.decisions.progress.exporting, null);
  let done = 0;
  try {
    for await (const line of exportLedger(ledger)) {
      await write(context, line);
      done += 1;
      progress.at(done, "");
    }
  } finally {
    progress.clear();
    await ledger.close();
  }
}
