import { createReadStream } from "node:fs";
import type { Command } from "commander";
import { SelonError } from "../../model/error.ts";
import { type Context, ledgerFolder, ledgerOption } from "../context.ts";
import { progressOn } from "../output/progress.ts";
import { newCommand } from "./command.ts";

export function importCommand(context: Context): Command {
  return newCommand("import", context, [
    "selon import ledger.jsonl",
    "gunzip -c ledger.jsonl.gz | selon import - --ledger desk",
  ])
    .argument("<file>", context.messages.decisions.options.importFile)
    .addOption(ledgerOption(context))
    .action((file: string, options: { ledger?: string }) => run(context, file, options));
}

async function run(context: Context, file: string, options: { ledger?: string }): Promise<void> {
  const { decisions } = context.messages;
  const { importInto } = await import("../../operations/carry.ts");
  const progress = progressOn(context, decisions.progress.importing, null);
  try {
    const chunks = file === "-" ? process.stdin : bytesOf(file);
    const done = await importInto(ledgerFolder(options), chunks, ({ documents, decisions: lines }) =>
      progress.at(documents + lines, ""),
    );
    progress.clear();
    context.err.write(`${decisions.imported(done.documents, done.decisions)}\n`);
  } finally {
    progress.clear();
  }
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof SelonError || !(error instanceof Error) || !("syscall" in error)) throw error;
    throw new SelonError({
      code: "bad-export",
      what: `${file} could not be read.`,
      why: `${error.message}.`,
      todo: "Name a file written by selon export.",
      details: { line: 0, cause: error.message },
    });
  }
}
