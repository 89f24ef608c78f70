import { type Command, Option } from "commander";
import type { Ledger } from "../../ledger/index.ts";
import type { Diagnostic } from "../../model/index.ts";
import type { AddEvent } from "../../operations/add.ts";
import type { ReadOptions } from "../../operations/read.ts";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { reportFailure } from "../failures.ts";
import { jsonLine } from "../output/data.ts";
import { aligningOn, progressOn } from "../output/progress.ts";
import { plain, shortPlace } from "../output/style.ts";
import { clip, indent, stringWidth } from "../output/text.ts";
import { newCommand } from "./command.ts";
import { checkReadOptions, countInputs } from "./inputs.ts";

type Options = {
  ledger?: string;
  format?: "table" | "jsonl";
  published?: string;
  language?: string;
  allowPrivate?: true;
  queue?: true;
};

export function add(context: Context): Command {
  const { messages } = context;
  return newCommand("add", context, [
    "selon add articles/",
    "selon add --ledger desk --published 2031-05-04 dispatch.txt",
    "selon add https://example.org/news/article.html",
    "selon add --queue archive/",
  ])
    .argument("<input...>", messages.options.inputs)
    .addOption(new Option("--format <format>", messages.options.format).choices(["table", "jsonl"]))
    .option("--published <date>", messages.options.published)
    .option("--language <tag>", messages.options.language)
    .option("--allow-private", messages.options.allowPrivate)
    .option("--queue", messages.options.queue)
    .addOption(ledgerOption(context))
    .action((inputs: string[], options: Options) => run(context, inputs, options));
}

async function run(context: Context, inputs: readonly string[], options: Options): Promise<void> {
  const reads = checkReadOptions(context, options, "add");
  const people = (options.format ?? (context.out.isTTY ? "table" : "jsonl")) === "table";
  const { openToAdd } = await import("../../operations/ledger.ts");
  const { addInputs } = await import("../../operations/add.ts");
  const ledger = await openToAdd(ledgerFolder(options));
  const progress = progressOn(context, context.messages.reading, countInputs(inputs));
  const { whenMany, inThreads } = await import("../../operations/reader/threads.ts");
  const reader = whenMany(inThreads());
  const aligning = aligningOn(context);
  let done = 0;
  try {
    if (options.queue === true) return await leave(context, ledger, inputs, reads, people);
    for await (const event of addInputs(ledger, inputs, { ...reads, reader, aligning: aligning.told })) {
      progress.clear();
      aligning.clear();
      if (event.kind === "failed") reportFailure(context, event.failure);
      else await write(context, people ? line(event, context) : jsonLine(event));
      done += 1;
      if (event.kind !== "aligned") progress.at(done, event.kind === "failed" ? event.failure.uri : event.uri);
    }
  } finally {
    progress.clear();
    await reader.close();
    await ledger.close();
  }
}

function line(event: Exclude<AddEvent, { kind: "failed" }>, context: Context): string {
  const { messages, paint, width } = context;
  if (event.kind === "aligned") {
    return `${messages.aligned(event.stories, event.claims, event.contested)}\n${paint.dim(messages.nextStep)}\n`;
  }
  const told = event.kind === "known" ? messages.known : messages.kept(event.statements, event.figures);
  const name = event.title === null ? shortPlace(event.uri) : plain(event.title);
  const [unsure, odd] = partition(event.kind === "known" ? [] : event.diagnostics);
  return [
    `${paint.dim(told)}  ${clip(name, Math.max(10, width - stringWidth(told) - 2))}\n`,
    ...odd.map(({ message }) => `${indent(plain(messages.failure(message)), width, "  ! ", "    ")}\n`),
    ...(unsure.length === 0 ? [] : [paint.dim(`  ${messages.abstained(unsure.length)}\n`)]),
  ].join("");
}

/** What the reader left aside as too unsure, of which the count says enough here, and what else was odd. */
function partition(diagnostics: readonly Diagnostic[]): readonly [readonly Diagnostic[], readonly Diagnostic[]] {
  const isUnsure = ({ code }: Diagnostic): boolean => code === "abstained";
  return [diagnostics.filter(isUnsure), diagnostics.filter((one) => !isUnsure(one))];
}

/** Leaves the reading to workers. */
async function leave(
  context: Context,
  ledger: Ledger,
  inputs: readonly string[],
  reads: ReadOptions,
  people: boolean,
): Promise<void> {
  const { messages, paint, err } = context;
  const { queueInputs } = await import("../../operations/queue.ts");
  for await (const event of queueInputs(ledger, inputs, reads)) {
    if (event.kind === "failed") reportFailure(context, event.failure);
    else if (event.kind === "waiting") err.write(`${messages.queueFull(event.queued)}\n`);
    else if (!people) await write(context, jsonLine(event));
    else {
      const told = event.kind === "known" ? messages.known : messages.queued;
      const name = event.title === null ? shortPlace(event.uri) : plain(event.title);
      await write(context, `${paint.dim(told)}  ${name}\n`);
    }
  }
}
