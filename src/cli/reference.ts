import type { Command, Option } from "commander";
import type { CommandName } from "./commands/command.ts";
import { commandNames, commands } from "./commands/index.ts";
import type { Context } from "./context.ts";
import { messagesOf } from "./messages/index.ts";
import { paintOf } from "./output/style.ts";

/** The reference page of the command line, made from the commands themselves: `node src/cli/reference.ts > docs/reference/cli.md`. */
export async function reference(): Promise<string> {
  const messages = messagesOf("en");
  if (messages === null) throw new Error("no English messages");
  const context: Context = {
    messages,
    out: process.stdout,
    err: process.stderr,
    env: {},
    width: 100,
    paint: paintOf(false),
    exitCode: 0,
  };
  const sections: string[] = [];
  for (const name of commandNames) sections.push(section(name, await commands[name](context)));
  return `${head}\n${sections.join("\n")}`;
}

const head = `# The command line

Generated from the commands by \`node src/cli/reference.ts > docs/reference/cli.md\`; a test holds it to them.

Standard output carries data only; messages and progress go to standard error. Lists are tables on a terminal and JSON Lines elsewhere. Messages are in the language of the locale (English or French), or of \`--lang-ui\`, which every command takes. Colour is used on a terminal only, and not where \`NO_COLOR\` is set. \`SELON_BUSY_TIMEOUT\` is how long, in milliseconds, to wait for another process that is writing to the ledger (30000).

| exit code | means                                                                                    |
| --------- | ---------------------------------------------------------------------------------------- |
| 0         | done                                                                                     |
| 1         | a document could not be read (the others are done), or a file could not be written       |
| 2         | the command line is wrong                                                                |
| 3         | the ledger cannot be opened or written: missing, locked, damaged, newer than the program |
`;

function section(name: CommandName, command: Command): string {
  const usage = command.registeredArguments.map((one) => `<${one.name()}${one.variadic ? "..." : ""}>`);
  const lines = [`## selon ${name}`, "", `${sentence(command.description())}`, ""];
  lines.push("```", ["selon", name, "[options]", ...usage].join(" "), "```", "");
  for (const argument of command.registeredArguments) {
    lines.push(`\`<${argument.name()}${argument.variadic ? "..." : ""}>\`: ${argument.description}`, "");
  }
  const rows = command.options.map(optionRow);
  if (rows.length > 0) lines.push("| option | |", "| --- | --- |", ...rows, "");
  const examples = examplesOf(command);
  if (examples.length > 0) lines.push("```sh", ...examples, "```", "");
  return lines.join("\n");
}

function optionRow({ flags, description, argChoices, defaultValue, defaultValueDescription }: Option): string {
  const choices = argChoices === undefined ? "" : ` (${argChoices.map((one) => `\`${one}\``).join(", ")})`;
  const standard =
    defaultValue === undefined ? "" : `; \`${defaultValueDescription ?? String(defaultValue)}\` when left out`;
  return `| \`${flags}\` | ${description.replaceAll("|", "\\|")}${choices}${standard} |`;
}

/** The examples stand at the end of the help. */
function examplesOf(command: Command): string[] {
  let text = "";
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  const [, examples = ""] = text.split("\nExamples:\n");
  return examples
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

if (import.meta.main) process.stdout.write(await reference());
