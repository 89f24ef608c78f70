import { Command, CommanderError, Option } from "commander";
import { SelonError } from "../model/error.ts";
import { version } from "../model/version.ts";
import { dress } from "./commands/command.ts";
import { commandNames, commands, isCommandName } from "./commands/index.ts";
import { type Context, contextOf } from "./context.ts";
import { errorLine } from "./failures.ts";
import { type Messages, messagesOf, messagesOfEnvironment, uiLanguages } from "./messages/index.ts";
import { misuseLine } from "./misuse.ts";

/** Exit codes, as promised: 0 done, 1 a document could not be read, 2 wrong command line, 3 the ledger can't be opened. */
export async function main(process: NodeJS.Process): Promise<void> {
  const given = process.argv.slice(2);
  const context = contextOf(languageOfUi(given) ?? messagesOfEnvironment(process.env), process);
  // A reader that has seen enough (`selon claims | head`) ends the program, quietly.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  process.stderr.on("error", () => {});
  try {
    const program = await programOf(context, given);
    if (given.length === 0) program.outputHelp();
    else await program.parseAsync(helpless(given), { from: "user" });
    process.exitCode = context.exitCode;
  } catch (error) {
    process.exitCode = failed(error, context, given);
  }
}

/** Errors of whoever typed the command, and not of the ledger or the documents. */
const askedWrongly = new Set([
  "usage",
  "no-queue",
  "bad-query",
  "user-exists",
  "no-such-user",
  "last-admin",
  "bad-user-name",
  "weak-password",
  "no-such-token",
  "scope-beyond-role",
  "bad-decision",
  "bad-span",
  "no-such-thing",
  "which-thing",
]);

function failed(error: unknown, context: Context, given: readonly string[]): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Help that was shown instead has said enough.
    if (error.code !== "commander.help") context.err.write(`selon: ${misuseLine(error, context, given)}\n`);
    return 2;
  }
  if (!(error instanceof SelonError)) throw error;
  context.err.write(`selon: ${errorLine(error, context)}\n`);
  if (askedWrongly.has(error.code) || error.code.endsWith("-story")) return 2;
  return error.code.startsWith("ledger-") ? 3 : 1;
}

/** The program with the asked command loaded, and the others by name only. */
export async function programOf(context: Context, given: readonly string[]): Promise<Command> {
  const { messages } = context;
  const program = dress(new Command("selon"), context)
    .description(messages.about)
    .version(version, "-V, --version", messages.help.versionOption)
    .addOption(new Option("--lang-ui <tag>", messages.options.langUi).choices(uiLanguages))
    .usage(messages.help.ofProgram)
    .helpCommand(`help ${messages.help.ofProgram.split(" ")[1] ?? ""}`, messages.help.helpCommand)
    .addHelpText(
      "after",
      `\n${messages.help.examples}\n  selon read article.txt\n  selon add articles/\n  selon claims --contested\n  selon report -o dossier.html`,
    );
  const asked = given.filter(isCommandName).slice(0, 2);
  for (const name of commandNames) {
    if (asked.includes(name)) {
      const command = await commands[name](context);
      command.addOption(new Option("--lang-ui <tag>", messages.options.langUi).choices(uiLanguages));
      program.addCommand(command);
    } else program.command(name).description(messages.commands[name]);
  }
  return program;
}

/** Help of a command that there is not is refused as the command itself is. */
function helpless(given: readonly string[]): string[] {
  const [first, name] = given;
  const unknown =
    first === "help" && name !== undefined && /^[^-]/.test(name) && name !== "help" && !isCommandName(name);
  return unknown ? given.slice(1) : [...given];
}

function languageOfUi(given: readonly string[]): Messages | null {
  for (const [n, word] of given.entries()) {
    if (word === "--") return null;
    if (word === "--lang-ui") return messagesOf(given[n + 1] ?? "");
    if (word.startsWith("--lang-ui=")) return messagesOf(word.slice("--lang-ui=".length));
  }
  return null;
}
