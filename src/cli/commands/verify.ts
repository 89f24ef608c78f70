import { type Command, Option } from "commander";
import type { Fault } from "../../operations/verify.ts";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { jsonLine } from "../output/data.ts";
import { progressOn } from "../output/progress.ts";
import { plain } from "../output/style.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; format?: "table" | "jsonl" };

export function verify(context: Context): Command {
  return newCommand("verify", context, ["selon verify", "selon verify --ledger desk --format jsonl"])
    .addOption(new Option("--format <format>", context.messages.options.format).choices(["table", "jsonl"]))
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

/** Each fault is a line of data; the program ends with 1 when there is one. */
async function run(context: Context, options: Options): Promise<void> {
  const { messages, err } = context;
  const words = messages.decisions;
  const people = (options.format ?? (context.out.isTTY ? "table" : "jsonl")) === "table";
  const { openToVerify, verifyLedger } = await import("../../operations/verify.ts");
  const ledger = await openToVerify(ledgerFolder(options));
  let progress: ReturnType<typeof progressOn> | null = null;
  const told = ({ code, details }: Fault): string => plain(words.fault[code]?.(details) ?? code);
  try {
    for await (const event of verifyLedger(ledger)) {
      if (event.kind === "progress") {
        progress ??= progressOn(context, words.progress.verifying, event.of);
        progress.at(event.done, "");
        continue;
      }
      progress?.clear();
      if (event.kind === "fault") await write(context, people ? `${told(event.fault)}\n` : jsonLine(event.fault));
      else {
        const { captures, decisions, head, faults } = event;
        if (faults > 0) context.exitCode = 1;
        if (!people)
          await write(
            context,
            jsonLine({ code: faults === 0 ? "whole" : "faults", captures, decisions, head, faults }),
          );
        else if (faults === 0) await write(context, `${words.verified(captures, decisions, head)}\n`);
        else err.write(`${words.faults(faults)}\n`);
      }
    }
  } finally {
    progress?.clear();
    await ledger.close();
  }
}
