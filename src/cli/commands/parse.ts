import { type Command, Option } from "commander";
import { type Context, write } from "../context.ts";
import { reportFailure } from "../failures.ts";
import { newCommand } from "./command.ts";
import { checkReadOptions } from "./inputs.ts";

type Options = { language?: string; input: "text" | "conllu"; format: "conllu" };

export function parse(context: Context): Command {
  const { messages } = context;
  return newCommand("parse", context, [
    "selon parse article.txt",
    "selon parse --language fr --input conllu test.conllu > predicted.conllu",
  ])
    .argument("<input...>", messages.options.inputs)
    .option("--language <tag>", messages.options.language)
    .addOption(new Option("--input <kind>", messages.options.input).choices(["text", "conllu"]).default("text"))
    .addOption(new Option("--format <format>", messages.options.conlluFormat).choices(["conllu"]).default("conllu"))
    .action(async (inputs: string[], options: Options) => {
      const { language } = checkReadOptions(context, options, "parse");
      const { parseInputs } = await import("../../operations/parse.ts");
      for await (const result of parseInputs(inputs, { language, input: options.input })) {
        if (result.ok) await write(context, result.conllu);
        else reportFailure(context, result.failure);
      }
    });
}
