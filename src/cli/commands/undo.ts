import { type Command, Option } from "commander";
import { type Context, ledgerOption } from "../context.ts";
import { newCommand } from "./command.ts";
import { keep } from "./decide.ts";

type Options = { ledger?: string; because?: string; author?: string; format?: "table" | "jsonl" };

export function undo(context: Context): Command {
  const { options } = context.messages.decisions;
  return newCommand("undo", context, [
    "selon undo",
    'selon undo d-1a2b --because "the name was right"',
    "selon undo 12",
  ])
    .argument("[decision]", options.undo)
    .option("--because <text>", options.because)
    .option("--author <name>", options.author)
    .addOption(new Option("--format <format>", context.messages.options.format).choices(["table", "jsonl"]))
    .addOption(ledgerOption(context))
    .action((decision: string | undefined, given: Options) =>
      keep(context, { kind: "undo", ...(decision === undefined ? {} : { decision }) }, given),
    );
}
