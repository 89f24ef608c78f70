import { createReadStream } from "node:fs";
import type { Command } from "commander";
import { SelonError } from "../../model/error.ts";
import type { Imported } from "../../operations/carry.ts";
import { type Context, ledgerFolder, ledgerOption } from "../context.ts";
import { aligningOn, progressOn } from "../output/progress.ts";
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
  const aligning = aligningOn(context);
  try {
    const chunks = file === "-" ? process.stdin : bytesOf(file);
    const place = ledgerFolder(options);
    const told = ({ documents, decisions: lines }: Imported): void => progress.at(documents + lines, "");
    const done = await importInto(place, chunks, told, aligning.told);
    aligning.clear();
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
