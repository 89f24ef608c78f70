import { type Command, Option } from "commander";
import type { Jobs } from "../../operations/queue.ts";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { jsonLine } from "../output/data.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; format?: "table" | "json" | "jsonl"; retry?: true };

export function jobs(context: Context): Command {
  const { messages } = context;
  return newCommand("jobs", context, ["selon jobs", "selon jobs --retry"])
    .addOption(new Option("--format <format>", messages.options.format).choices(["table", "json", "jsonl"]))
    .option("--retry", messages.options.retry)
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

async function run(context: Context, options: Options): Promise<void> {
  const { openToChange } = await import("../../operations/ledger.ts");
  const { jobsOf } = await import("../../operations/queue.ts");
  const ledger = await openToChange(ledgerFolder(options));
  try {
    const found = await jobsOf(ledger, options.retry === true);
    const format = options.format ?? (context.out.isTTY ? "table" : "jsonl");
    if (format === "json") await write(context, `${JSON.stringify(found, null, 2)}\n`);
    else await write(context, format === "jsonl" ? jsonLine(found) : shown(found, context));
  } finally {
    await ledger.close();
  }
}

function shown({ waiting, reading, failed, workers }: Jobs, { messages, paint }: Context): string {
  const rows = workers.map(
    ({ host, begun, documents }) => `  ${messages.workerLine(host, begun.slice(0, 16), documents)}\n`,
  );
  return `${messages.jobs(waiting, reading, failed, workers.length)}\n${paint.dim(rows.join(""))}`;
}
