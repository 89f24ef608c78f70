import { extname } from "node:path";
import { type Command, Option } from "commander";
import type { Dossier } from "../../report/index.ts";
import { openAsking } from "../asking.ts";
import { type Context, ledgerFolder, ledgerOption, usageError, write } from "../context.ts";
import { save } from "../output/file.ts";
import { newCommand } from "./command.ts";

const formats = ["html", "md", "csv", "json", "jsonld"] as const;
type Format = (typeof formats)[number];
type Options = {
  ledger?: string;
  story?: string;
  output?: string;
  format?: Format;
  title?: string;
  language?: string;
};

export function report(context: Context): Command {
  const { messages } = context;
  return newCommand("report", context, [
    "selon report -o dossier.html",
    "selon report --story story-1a2b -o dossier.md --language fr",
    "selon report --format csv > dossier.csv",
  ])
    .option("--story <id>", messages.options.story)
    .option("-o, --output <file>", messages.options.output)
    .addOption(new Option("--format <format>", messages.options.format).choices(formats))
    .option("--title <text>", messages.options.title)
    .addOption(new Option("--language <tag>", messages.options.langUi).choices(["en", "fr"]))
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

async function run(context: Context, options: Options): Promise<void> {
  const { output } = options;
  const format = options.format ?? formatOf(context, output);
  const { dossierData } = await import("../../operations/dossier.ts");
  const ledger = await openAsking(context, ledgerFolder(options));
  try {
    const { alignment, readings, story, captured } = await dossierData(ledger, options.story);
    const { questionsAbout } = await import("../../operations/hypotheses/index.ts");
    const { dossierOf } = await import("../../report/index.ts");
    const dossier = dossierOf(alignment, readings, {
      story,
      captured,
      questions: await questionsAbout(ledger, { story, claims: alignment.claims }),
      generated: new Date().toISOString(),
      ...(options.title === undefined ? {} : { title: options.title }),
    });
    const text = await render(dossier, format, options.language ?? context.messages.code);
    if (output === undefined) await write(context, text);
    else {
      save(context, output, text);
      context.err.write(`${context.messages.wrote(output)}\n`);
    }
  } finally {
    await ledger.close();
  }
}

function formatOf(context: Context, output: string | undefined): Format {
  if (output === undefined) return "html";
  const ending = extname(output).slice(1).toLowerCase();
  const known: Readonly<Record<string, Format>> = { htm: "html", markdown: "md" };
  const format = formats.find((one) => one === ending) ?? known[ending];
  if (format === undefined) throw usageError(context, context.messages.usage.badEnding(output), "report");
  return format;
}

async function render(dossier: Dossier, format: Format, language: string): Promise<string> {
  const { renderCsv, renderHtml, renderJson, renderJsonLd, renderMarkdown } = await import("../../report/index.ts");
  switch (format) {
    case "html":
      return renderHtml(dossier, { language });
    case "md":
      return renderMarkdown(dossier, { language });
    case "csv":
      return renderCsv(dossier);
    case "json":
      return renderJson(dossier);
    case "jsonld":
      return renderJsonLd(dossier);
  }
}
