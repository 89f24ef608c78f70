import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { openAsking } from "../asking.ts";
import { type Context, ledgerFolder, ledgerOption } from "../context.ts";
import { save } from "../output/file.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; checked?: true };

export function gold(context: Context): Command {
  const { options } = context.messages.decisions;
  return newCommand("gold", context, ["selon gold gold/", "selon gold gold/ --checked && selon eval gold/ gold/"])
    .argument("<dir>", options.goldDir)
    .option("--checked", options.checked)
    .addOption(ledgerOption(context))
    .action((folder: string, given: Options) => run(context, folder, given));
}

async function run(context: Context, folder: string, options: Options): Promise<void> {
  const { goldOf } = await import("../../operations/gold.ts");
  const ledger = await openAsking(context, ledgerFolder(options));
  let files = 0;
  try {
    for await (const { name, text, gold: made } of goldOf(ledger, { checked: options.checked === true })) {
      if (files === 0) save(context, folder, () => mkdirSync(folder, { recursive: true }));
      const [document, annotations] = [join(folder, `${name}.txt`), join(folder, `${name}.json`)];
      save(context, document, text);
      save(context, annotations, `${JSON.stringify(made, null, 2)}\n`);
      files += 1;
    }
  } finally {
    await ledger.close();
  }
  context.err.write(`${context.messages.decisions.wroteGold(files, folder)}\n`);
}
