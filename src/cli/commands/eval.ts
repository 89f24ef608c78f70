import { type Command, Option } from "commander";
import type { Refused } from "../../operations/evaluate/index.ts";
import { type Context, write } from "../context.ts";
import { reportFailure } from "../failures.ts";
import { evaluationTables } from "../output/evaluation.ts";
import { plain } from "../output/style.ts";
import { newCommand } from "./command.ts";
import { checkReadOptions } from "./inputs.ts";

type Options = { speakers?: string; format?: "table" | "json"; published?: string; language?: string };

/** Of the problems of one gold file, how many are told one by one. */
const mostTold = 20;

export function evaluateCommand(context: Context): Command {
  const { messages } = context;
  return newCommand("eval", context, [
    "selon eval gold/ articles/",
    "selon eval --speakers speakers.json --format json gold/article.json article.txt",
    "selon eval --language en annotated/ annotated/",
  ])
    .argument("<gold>", messages.evaluation.gold)
    .argument("<docs...>", messages.evaluation.docs)
    .option("--speakers <file>", messages.evaluation.speakers)
    .addOption(new Option("--format <format>", messages.options.format).choices(["table", "json"]))
    .option("--published <date>", messages.options.published)
    .option("--language <tag>", messages.options.language)
    .action((gold: string, docs: string[], options: Options) => run(context, gold, docs, options));
}

async function run(context: Context, gold: string, docs: readonly string[], options: Options): Promise<void> {
  const { published, language } = checkReadOptions(context, options, "eval");
  const { evaluate, readAliases } = await import("../../operations/evaluate/index.ts");
  const aliases = options.speakers === undefined ? new Map() : await readAliases(options.speakers);
  const evaluation = await evaluate(gold, docs, { published, language, aliases });
  for (const failure of evaluation.failures) reportFailure(context, failure);
  for (const one of evaluation.refused) reportRefused(context, one);
  const format = options.format ?? (context.out.isTTY ? "table" : "json");
  const { statements, attributions, reliability, refused } = evaluation;
  if (format === "table") await write(context, evaluationTables(evaluation, context));
  else await write(context, `${JSON.stringify({ statements, attributions, reliability, refused }, null, 2)}\n`);
  if (statements === null && attributions === null) context.exitCode = 1;
}

/** One line on standard error for each thing wrong in a gold file, with its place; the program ends with 1. */
function reportRefused(context: Context, { file, reason, document, problems }: Refused): void {
  const words = context.messages.evaluation;
  context.exitCode = Math.max(context.exitCode, 1);
  const tell = (line: string): void => void context.err.write(`selon: ${plain(line)}\n`);
  if (reason !== "malformed") tell(`${file}: ${words.refused[reason]}`);
  for (const { line, where, code, found, known } of problems.slice(0, mostTold)) {
    const place = [file, line].filter((part) => part !== null).join(":");
    const what = words.problems[code]({ found, known: known?.join(", ") ?? "", document: document ?? "" });
    tell(`${place}: ${where} ${what}`);
  }
  if (problems.length > mostTold) tell(`${file}: ${words.more(problems.length - mostTold)}`);
}
