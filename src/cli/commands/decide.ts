import { userInfo } from "node:os";
import { type Command, Option } from "commander";
import type { Deciding, DecisionRequest } from "../../operations/decisions/request.ts";
import { type Context, ledgerFolder, ledgerOption, usageError, write } from "../context.ts";
import { type DecideOptions, forms, requestOf } from "../decide-words.ts";
import { jsonLine } from "../output/data.ts";
import { newCommand } from "./command.ts";

type Options = DecideOptions & {
  readonly ledger?: string;
  readonly because?: string;
  readonly author?: string;
  readonly expected?: string;
  readonly format?: "table" | "jsonl";
  readonly preview?: true;
};

export function decide(context: Context): Command {
  const { options } = context.messages.decisions;
  const every = (value: string, before: readonly string[] = []): string[] => [...before, value];
  return newCommand("decide", context, [
    'selon decide speaker s:1a2b "Ada Lovell" --because "she is named two lines above"',
    "selon decide merge claim-1a2b claim-3c4d --preview",
    ...Object.values(forms).map(({ form }) => `selon decide ${form}`),
  ])
    .argument("<what>", options.what)
    .argument("<words...>", options.args)
    .option("--because <text>", options.because)
    .option("--author <name>", options.author)
    .option("--expected <decision>", options.expected)
    .option("--preview", options.preview)
    .option("--name <name>", options.name)
    .option("--alias <name>", options.alias, every)
    .option("--role <role>", options.role, every)
    .option("--side <party>", options.side)
    .option("--kind <kind>", options.kind)
    .option("--speaker <name>", options.speaker)
    .option("--act <act>", options.act)
    .option("--factuality <value>", options.factuality)
    .option("--source <offsets>", options.source)
    .option("--cue <offsets>", options.cue)
    .option("--chain <name>", options.chain, every)
    .option("--claim <id>", options.claim)
    .option("--on <kind>", options.on)
    .option("--root <name>", options.root)
    .option("--title <text>", options.title)
    .addOption(new Option("--format <format>", context.messages.options.format).choices(["table", "jsonl"]))
    .addOption(ledgerOption(context))
    .action((what: string, words: string[], given: Options) => run(context, what, words, given));
}

async function run(context: Context, what: string, words: readonly string[], options: Options): Promise<void> {
  const { usage } = context.messages.decisions;
  const request = requestOf(what, words, options);
  if (request === null) {
    const form = Object.hasOwn(forms, what) ? forms[what]?.form : undefined;
    const told = form === undefined ? usage.unknown(what, Object.keys(forms).join(", ")) : usage.badForm(what, form);
    throw usageError(context, told, "decide");
  }
  await keep(context, request, options);
}

/**
 * Keeps a decision and tells its id; what is shown has it in it before the program ends. With `preview` it tells what
 * would change, and keeps nothing.
 */
export async function keep(
  context: Context,
  request: DecisionRequest,
  options: Pick<Options, "ledger" | "because" | "author" | "expected" | "format" | "preview">,
): Promise<void> {
  const { openToChange, freshen } = await import("../../operations/ledger.ts");
  const { decide: decideIt, previewDecision } = await import("../../operations/decisions/decide.ts");
  const ledger = await openToChange(ledgerFolder(options));
  try {
    const by: Deciding = {
      author: options.author ?? (process.env.SELON_AUTHOR || userName()),
      reason: options.because,
      ...(options.expected === undefined ? {} : { expected: options.expected === "none" ? null : options.expected }),
    };
    const people = (options.format ?? (context.out.isTTY ? "table" : "jsonl")) === "table";
    if (options.preview === true) {
      await freshen(ledger);
      const found = await previewDecision(ledger, request, by);
      await write(
        context,
        people ? (await import("../output/preview.ts")).previewText(found, context) : jsonLine(found),
      );
      return;
    }
    const line = await decideIt(ledger, request, by);
    await write(context, people ? `${context.messages.decisions.kept(line.id)}\n` : jsonLine(line));
    await freshen(ledger);
  } finally {
    await ledger.close();
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without a name, as in some containers.
    return "unknown";
  }
}
