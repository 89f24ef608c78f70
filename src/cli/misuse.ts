import type { CommanderError } from "commander";
import { isCommandName } from "./commands/index.ts";
import type { Context } from "./context.ts";
import { plain } from "./output/style.ts";

/** What is wrong with a command line, in the language of whoever typed it, and where to see how it is written. */
export function misuseLine(
  error: CommanderError,
  { messages }: Pick<Context, "messages">,
  given: readonly string[],
): string {
  const command = given.find(isCommandName);
  const help = messages.usage.seeHelp(command === undefined ? "selon" : `selon ${command}`);
  return plain(`${whatIsWrong(error, messages.misuse)} ${help}`);
}

type Words = Context["messages"]["misuse"];

/** Commander tells it in English only; the names and values in its sentence are put into ours. */
function whatIsWrong({ code, message }: CommanderError, words: Words): string {
  const name = /'([^']*)'/.exec(message)?.[1] ?? "";
  const near = /\(Did you mean (?:one of )?(.+)\?\)$/.exec(message)?.[1] ?? null;
  switch (code) {
    case "commander.unknownCommand":
      return words.unknownCommand(name, near);
    case "commander.unknownOption":
      return words.unknownOption(name, near);
    case "commander.missingArgument":
      return words.missingArgument(name);
    case "commander.optionMissingArgument":
      return words.missingValue(name);
    case "commander.excessArguments":
      return words.tooMany;
    case "commander.invalidArgument": {
      const [, of, value] = /^error: option '([^']*)' argument '([\s\S]*)' is invalid/.exec(message) ?? [];
      const [, word, argument] =
        /^error: command-argument value '([\s\S]*)' is invalid for argument '([^']*)'/.exec(message) ?? [];
      const takes = /is invalid[^.]*\. (?:Allowed choices are )?([\s\S]*?)\.?$/.exec(message)?.[1] ?? "";
      return words.badValue(value ?? word ?? "", of ?? argument ?? "", takes);
    }
    default:
      return message.replace(/^error: /, "");
  }
}
