import { type Command, Option } from "commander";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { jsonLine } from "../output/data.ts";
import { progressOn } from "../output/progress.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; format?: "table" | "jsonl" };

export function reread(context: Context): Command {
  return newCommand("reread", context, ["selon reread", "selon reread && selon decisions --orphans"])
    .addOption(new Option("--format <format>", context.messages.options.format).choices(["table", "jsonl"]))
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

async function run(context: Context, options: Options): Promise<void> {
  const { decisions } = context.messages;
  const people = (options.format ?? (context.out.isTTY ? "table" : "jsonl")) === "table";
  const { openToChange } = await import("../../operations/ledger.ts");
  const { rereadLedger } = await import("../../operations/reread.ts");
  const ledger = await openToChange(ledgerFolder(options));
  let progress: ReturnType<typeof progressOn> | null = null;
  let done = 0;
  try {
    for await (const event of rereadLedger(ledger)) {
      if (event.kind === "read") {
        progress ??= progressOn(context, decisions.progress.rereading, event.of);
        done += 1;
        progress.at(done, event.uri);
        if (!people)
          await write(context, jsonLine({ kind: event.kind, id: event.id, uri: event.uri, changed: event.changed }));
      } else {
        progress?.clear();
        if (people) await write(context, `${decisions.reread(event.documents, event.changed, event.orphans)}\n`);
        else await write(context, jsonLine(event));
      }
    }
  } finally {
    progress?.clear();
    await ledger.close();
  }
}
