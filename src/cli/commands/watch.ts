import { type Command, InvalidArgumentError, Option } from "commander";
import type { WatchEvent } from "../../operations/watch/watch.ts";
import { type Context, ledgerFolder, ledgerOption, usageError, write } from "../context.ts";
import { reportFailure } from "../failures.ts";
import { jsonLine } from "../output/data.ts";
import { plain, shortPlace } from "../output/style.ts";
import { clip } from "../output/text.ts";
import { newCommand } from "./command.ts";
import { checkReadOptions } from "./inputs.ts";

type Options = {
  ledger?: string;
  format?: "table" | "jsonl";
  language?: string;
  allowPrivate?: true;
  once?: true;
  every: number;
  most: number;
};

export function watchCommand(context: Context): Command {
  const { messages } = context;
  const { options } = messages.watching;
  return newCommand("watch", context, [
    "selon watch https://gazette.example/feed.xml",
    "selon watch --every 1h https://gazette.example/sitemap.xml https://vellac.example/news/bridge",
    "selon watch --once --ledger desk https://gazette.example/feed.xml",
  ])
    .argument("<address...>", options.addresses)
    .addOption(new Option("--every <time>", options.every).argParser(timeOf).default(15 * 60_000, "15m"))
    .option("--once", options.once)
    .option("--most <number>", options.most, countOf, 200)
    .addOption(new Option("--format <format>", messages.options.format).choices(["table", "jsonl"]))
    .option("--language <tag>", messages.options.language)
    .option("--allow-private", messages.options.allowPrivate)
    .addOption(ledgerOption(context))
    .action((addresses: string[], given: Options) => run(context, addresses, given));
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `30s`, `15m`, `2h`, `1d`; up to 30 days. */
function timeOf(given: string): number {
  const [, count = "", unit = ""] = /^(\d{1,7})([smhd])$/.exec(given) ?? [];
  const time = Number(count) * (units[unit] ?? 0);
  if (!(time >= 1_000 && time <= 30 * 86_400_000)) throw new InvalidArgumentError("30s, 15m, 2h, 1d");
  return time;
}

function countOf(given: string): number {
  const count = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (count < 1) throw new InvalidArgumentError("1–999999");
  return count;
}

async function run(context: Context, addresses: readonly string[], options: Options): Promise<void> {
  const { language, allowPrivate } = checkReadOptions(context, options, "watch");
  for (const address of addresses) {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
      throw usageError(context, context.messages.watching.noAddress(address), "watch");
  }
  const people = (options.format ?? (context.out.isTTY ? "table" : "jsonl")) === "table";
  const { openToAdd } = await import("../../operations/ledger.ts");
  const { watch } = await import("../../operations/watch/watch.ts");
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end).once("SIGTERM", end);
  const { every, once, most } = options;
  const ledger = await openToAdd(ledgerFolder(options));
  try {
    const given = { every, once, most, language, allowPrivate, signal: ending.signal };
    for await (const event of watch(ledger, addresses, given)) {
      if (!people) await write(context, jsonLine(event));
      else if (event.kind !== "failed") await write(context, line(event, context));
      if (event.kind !== "failed") continue;
      // Whoever watches for weeks is told of what failed; it is what ends with it that gives the exit code.
      const before = context.exitCode;
      reportFailure(context, event.failure);
      if (once !== true) context.exitCode = before;
    }
  } finally {
    process.off("SIGINT", end).off("SIGTERM", end);
    await ledger.close();
  }
}

function line(event: Exclude<WatchEvent, { kind: "failed" }>, { messages, paint, width }: Context): string {
  const time = paint.dim(new Date().toTimeString().slice(0, 8));
  const words = messages.watching;
  switch (event.kind) {
    case "aligned":
      return `${time} ${messages.aligned(event.stories, event.claims, event.contested)}\n`;
    case "kept": {
      const told = messages.kept(event.statements, event.figures);
      const name = event.title === null ? shortPlace(event.uri) : plain(event.title);
      return `${time} ${event.revision ? `${words.revision}, ` : ""}${told}  ${clip(name, Math.max(10, width - 40))}\n`;
    }
    case "known":
      return `${time} ${messages.known}  ${shortPlace(event.uri)}\n`;
    case "unchanged":
      return `${time} ${words.unchanged}  ${shortPlace(event.uri)}\n`;
    case "checked": {
      const told = event.changed ? words.fresh(event.fresh, event.entries) : words.unchanged;
      return `${time} ${told}  ${shortPlace(event.uri)}\n`;
    }
  }
}
