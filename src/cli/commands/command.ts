import { type Argument, Command, type Option } from "commander";
import type { Context } from "../context.ts";
import type { Messages } from "../messages/index.ts";

export type CommandName = keyof Messages["commands"];

/** A command with its words, and with its help in the language of whoever asks. */
export function newCommand(name: CommandName, context: Context, examples: readonly string[]): Command {
  const { messages } = context;
  const command = new Command(name);
  dress(command, context);
  command.description(messages.commands[name]);
  if (examples.length > 0) {
    command.addHelpText("after", `\n${messages.help.examples}\n${examples.map((line) => `  ${line}`).join("\n")}`);
  }
  return command;
}

/** Help and errors as everywhere in the program. */
export function dress(command: Command, { messages }: Context): Command {
  const { help } = messages;
  const titles: Readonly<Record<string, string>> = {
    "Usage:": help.usage,
    "Options:": help.options,
    "Commands:": help.commands,
    "Arguments:": help.arguments,
  };
  return (
    command
      .helpOption("-h, --help", help.helpOption)
      .configureHelp({
        styleTitle: (title) => titles[title] ?? title,
        optionDescription: (option) => described(option, messages),
        argumentDescription: (argument) => described(argument, messages),
        sortSubcommands: false,
      })
      // What is wrong is told by whoever catches it, in the right language.
      .configureOutput({ outputError: () => {} })
      .exitOverride()
  );
}

/** What an option or argument is, with the values it takes and what holds when it is left out. */
function described(
  { description, argChoices, defaultValue, defaultValueDescription }: Option | Argument,
  { help }: Messages,
): string {
  const more = [
    ...(argChoices === undefined ? [] : [help.choices(argChoices.join(", "))]),
    ...(defaultValue === undefined ? [] : [help.standard(defaultValueDescription ?? String(defaultValue))]),
  ];
  return more.length === 0 ? description : `${description} (${more.join("; ")})`;
}
