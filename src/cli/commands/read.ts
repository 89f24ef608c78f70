import { type Command, Option } from "commander";
import type { Reading } from "../../model/index.ts";
import { reasonIn } from "../../statements/reasons/index.ts";
import { type Context, write } from "../context.ts";
import { reportFailure } from "../failures.ts";
import { languageOfMessages } from "../messages/index.ts";
import { jsonLine } from "../output/data.ts";
import { progressOn } from "../output/progress.ts";
import { readingBlock } from "../output/reading.ts";
import { newCommand } from "./command.ts";
import { checkReadOptions, countInputs } from "./inputs.ts";

type Options = {
  format?: "json" | "jsonl" | "table";
  published?: string;
  language?: string;
  allowPrivate?: true;
  explain?: true;
};

export function read(context: Context): Command {
  const { messages } = context;
  return newCommand("read", context, [
    "selon read article.html",
    "selon read --explain --format table articles/*.txt",
    "selon read --published 2031-05-04 --format jsonl articles/ > readings.jsonl",
    "cat article.txt | selon read -",
  ])
    .argument("<input...>", messages.options.inputs)
    .addOption(new Option("--format <format>", messages.options.format).choices(["table", "json", "jsonl"]))
    .option("--published <date>", messages.options.published)
    .option("--language <tag>", messages.options.language)
    .option("--allow-private", messages.options.allowPrivate)
    .option("--explain", messages.options.explain)
    .action((inputs: string[], options: Options) => run(context, inputs, options));
}

async function run(context: Context, inputs: readonly string[], options: Options): Promise<void> {
  const reads = checkReadOptions(context, options, "read");
  const format = options.format ?? (context.out.isTTY ? "table" : "jsonl");
  const explain = options.explain === true;
  const { readInputs } = await import("../../operations/read.ts");
  const progress = progressOn(context, context.messages.reading, countInputs(inputs));
  let done = 0;
  for await (const result of readInputs(inputs, reads)) {
    progress.clear();
    if (!result.ok) reportFailure(context, result.failure);
    else {
      const reading = explain
        ? withReasonsIn(result.reading, languageOfMessages(context.messages))
        : withoutReasons(result.reading);
      if (format === "table") await write(context, readingBlock(result.reading, context, explain));
      else if (format === "jsonl") await write(context, jsonLine(reading));
      else await write(context, `${done === 0 ? "[" : ","}\n${JSON.stringify(reading, null, 2)}`);
      done += 1;
    }
    progress.at(done, result.ok ? result.capture.document.uri : result.failure.uri);
  }
  progress.clear();
  if (format === "json") await write(context, done === 0 ? "[]\n" : "\n]\n");
}

/** Reasons in the language of whoever reads them. */
const withReasonsIn = (reading: Reading, language: string): Reading => ({
  ...reading,
  statements: reading.statements.map((one) => ({
    ...one,
    because: { ...one.because, reason: reasonIn(one.because, language) },
  })),
});

/** Without `--explain` a reading is what others rely on: `because` and the working data of alignment stay out. */
function withoutReasons(reading: Reading): object {
  const { document, statements, figures, times, mentions, actors, credits, diagnostics, engine } = reading;
  const bare = statements.map(({ because: _, ...statement }) => statement);
  return { document, statements: bare, figures, times, mentions, actors, credits, diagnostics, engine };
}
