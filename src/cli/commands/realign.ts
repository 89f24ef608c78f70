import { type Command, Option } from "commander";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { jsonLine } from "../output/data.ts";
import { aligningOn } from "../output/progress.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; format?: "table" | "jsonl" };

export function realign(context: Context): Command {
  return newCommand("realign", context, ["selon realign", "selon realign --ledger desk"])
    .addOption(new Option("--format <format>", context.messages.options.format).choices(["table", "jsonl"]))
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

async function run(context: Context, options: Options): Promise<void> {
  const people = (options.format ?? (context.out.isTTY ? "table" : "jsonl")) === "table";
  const { openToChange } = await import("../../operations/ledger.ts");
  const { realign: afresh } = await import("../../operations/realign.ts");
  const { inThreads } = await import("../../operations/reader/threads.ts");
  const ledger = await openToChange(ledgerFolder(options));
  const reader = inThreads();
  const progress = aligningOn(context);
  try {
    // Beside this thread, which goes on telling how far it is.
    const event = await afresh(ledger, reader, progress.told);
    progress.clear();
    const { stories, claims, contested } = event;
    await write(context, people ? `${context.messages.aligned(stories, claims, contested)}\n` : jsonLine(event));
  } finally {
    progress.clear();
    await reader.close();
    await ledger.close();
  }
}
