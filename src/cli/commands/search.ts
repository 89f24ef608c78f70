import { type Command, Option } from "commander";
import type { Found } from "../../operations/search.ts";
import { csvOf } from "../../report/table.ts";
import { openAsking } from "../asking.ts";
import { type Context, ledgerFolder, ledgerOption, usageError, write } from "../context.ts";
import { jsonLine, type ListFormat, listFormats } from "../output/data.ts";
import { plain, shortPlace } from "../output/style.ts";
import { indent } from "../output/text.ts";
import { nameOf, wordsIn } from "../output/words.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; format?: ListFormat; limit: string };

export function search(context: Context): Command {
  const { messages } = context;
  return newCommand("search", context, [
    "selon search bridge closed",
    "selon search '\"closed bridge\" act:deny since:2031-05'",
    "selon search 'speaker:\"Odile Brun\" status:contested language:fr'",
  ])
    .argument("<query...>", messages.options.query)
    .addOption(new Option("--format <format>", messages.options.format).choices(listFormats))
    .option("--limit <number>", messages.options.limit, "100")
    .addOption(ledgerOption(context))
    .action((query: string[], options: Options) => run(context, query.join(" "), options));
}

async function run(context: Context, query: string, options: Options): Promise<void> {
  const limit = Number(options.limit);
  if (!/^\d{1,6}$/.test(options.limit) || limit === 0) {
    throw usageError(context, context.messages.usage.badNumber(options.limit), "search");
  }
  const { searchLedger } = await import("../../operations/search.ts");
  const folder = ledgerFolder(options);
  const ledger = await openAsking(context, folder);
  try {
    const items = await searchLedger(ledger, query, limit);
    const format = options.format ?? (context.out.isTTY ? "table" : "jsonl");
    if (format === "json") await write(context, `${JSON.stringify(items, null, 2)}\n`);
    else if (format === "jsonl") for (const item of items) await write(context, jsonLine(item));
    else if (format === "csv") {
      const keys = [
        "document",
        "uri",
        "title",
        "outlet",
        "published",
        "language",
        "start",
        "end",
        "snippet",
        "statements",
      ];
      await write(context, csvOf(items, keys));
    } else if (items.length > 0) await write(context, items.map((item) => block(item, context)).join("\n"));
    else context.err.write(`${context.messages.nothing} ${context.messages.searched(ledger.folder, plain(query))}\n`);
  } finally {
    await ledger.close();
  }
}

/** Where it stands, the sentence with its marks, and who says it. */
function block({ uri, title, outlet, published, snippet, statements }: Found, context: Context): string {
  const { paint, width } = context;
  const where = [published?.slice(0, 10) ?? null, outlet, title ?? shortPlace(uri)].filter((part) => part !== null);
  const who = [
    ...new Set(statements.map(({ speaker, act }) => `${nameOf(speaker, context)} ${wordsIn(context).acts[act]}`)),
  ];
  const text = indent(plain(snippet), width, "  ", "  ");
  const shown = paint.on ? text.replace(/⟦([^⟦⟧]*)⟧/g, (_, words: string) => paint.bold(words)) : text;
  const lines = [paint.dim(indent(plain(where.join(" · ")), width, "", "  ")), shown];
  if (who.length > 0) lines.push(paint.dim(indent(plain(who.join("; ")), width, "  ", "  ")));
  return `${lines.join("\n")}\n`;
}
