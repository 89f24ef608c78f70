import { type Command, Option } from "commander";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { progressOn } from "../output/progress.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; format: "jsonl" | "warc" };

export function exportCommand(context: Context): Command {
  return newCommand("export", context, [
    "selon export > ledger.jsonl",
    "selon export | gzip > ledger.jsonl.gz",
    "selon export --format warc > captures.warc.gz",
  ])
    .addOption(
      new Option("--format <format>", context.messages.watching.options.exported)
        .choices(["jsonl", "warc"])
        .default("jsonl"),
    )
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

async function run(context: Context, options: Options): Promise<void> {
  const { openToVerify } = await import("../../operations/verify.ts");
  const { exportArchive, exportLedger } = await import("../../operations/carry.ts");
  const ledger = await openToVerify(ledgerFolder(options));
  const progress = progressOn(context, context.messages.decisions.progress.exporting, null);
  let done = 0;
  try {
    for await (const line of options.format === "warc" ? exportArchive(ledger) : exportLedger(ledger)) {
      await write(context, line);
      done += 1;
      progress.at(done, "");
    }
  } finally {
    progress.clear();
    await ledger.close();
  }
}
