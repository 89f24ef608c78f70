import { type Command, Option } from "commander";
import type { Ledger } from "../../ledger/index.ts";
import { csvOf } from "../../report/table.ts";
import { openAsking } from "../asking.ts";
import { type Context, checkDate, ledgerFolder, ledgerOption, write } from "../context.ts";
import { jsonLine, type ListFormat, listFormats } from "../output/data.ts";
import { type CommandName, newCommand } from "./command.ts";

export type ListOptions = {
  ledger?: string;
  format?: ListFormat;
  story?: string;
  actor?: string;
  since?: string;
  contested?: true;
  without?: string;
  page?: string;
  turns?: true;
};

export type List<T> = {
  readonly name: CommandName;
  readonly examples: readonly string[];
  /** Asks the ledger. The operation is loaded here, when it is needed. */
  readonly ask: (
    ledger: Ledger,
    filter: Omit<ListOptions, "ledger" | "format">,
    options: ListOptions,
  ) => Promise<readonly T[]>;
  /** For people. */
  readonly show: (items: readonly T[], context: Context, options: ListOptions) => string;
  /** Columns of the CSV. */
  readonly keys: readonly (keyof T & string)[];
  /** Options of this list alone; `ask` and `show` get their values by name. */
  readonly more?: readonly Option[];
  /** What else it can be asked for, when its options say so: other items with columns of their own. */
  readonly instead?: (options: ListOptions) => Omit<List<object>, "name" | "examples"> | null;
};

/** A command that lists something of the ledger, with the options that all lists share. */
export function listCommand<T extends object>(list: List<T>, context: Context): Command {
  const { messages } = context;
  const command = newCommand(list.name, context, list.examples)
    .addOption(new Option("--format <format>", messages.options.format).choices(listFormats))
    .option("--story <id>", messages.options.story)
    .option("--actor <name>", messages.options.actor)
    .option("--since <date>", messages.options.since)
    .option("--contested", messages.options.contested)
    .addOption(ledgerOption(context));
  for (const option of list.more ?? []) command.addOption(option);
  return command.action(async (options: ListOptions) => {
    const other = list.instead?.(options) ?? null;
    if (other === null) await run(list, context, options);
    else await run({ ...list, ...other } as List<object>, context, options);
  });
}

async function run<T extends object>(list: List<T>, context: Context, options: ListOptions): Promise<void> {
  checkDate(context, options.since, list.name);
  const { story, actor, since, contested } = options;
  const filter = {
    ...(story === undefined ? {} : { story }),
    ...(actor === undefined ? {} : { actor }),
    ...(since === undefined ? {} : { since }),
    ...(contested === undefined ? {} : { contested }),
  };
  const { without, page, turns } = options;
  const own = Object.fromEntries(Object.entries({ without, page, turns }).filter(([, value]) => value !== undefined));
  const folder = ledgerFolder(options);
  const ledger = await openAsking(context, folder);
  try {
    if (ledger.frozen && context.err.isTTY) context.err.write(`${context.messages.frozen}\n`);
    const items = await list.ask(ledger, filter, options);
    const format = options.format ?? (context.out.isTTY ? "table" : "jsonl");
    if (format === "json") await write(context, `${JSON.stringify(items, null, 2)}\n`);
    else if (format === "jsonl") for (const item of items) await write(context, jsonLine(item));
    else if (format === "csv") {
      await write(context, csvOf(items, list.keys));
    } else if (items.length > 0) await write(context, list.show(items, context, options));
    else context.err.write(`${nothing(context, ledger.folder, { ...filter, ...own })}\n`);
  } finally {
    await ledger.close();
  }
}

/** Nothing found says what was searched. */
function nothing({ messages }: Context, folder: string, filter: Readonly<Record<string, string | boolean>>): string {
  const parts = Object.entries(filter).map(([key, value]) => (value === true ? `--${key}` : `--${key} ${value}`));
  return `${messages.nothing} ${messages.searched(folder, parts.join(" "))}`;
}
