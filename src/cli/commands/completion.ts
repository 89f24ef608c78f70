import { Argument, type Command } from "commander";
import { type Context, write } from "../context.ts";
import { newCommand } from "./command.ts";
import { commandNames, commands } from "./index.ts";

type Offer = { readonly name: string; readonly about: string; readonly options: readonly OptionOffer[] };
type OptionOffer = {
  readonly flag: string;
  readonly about: string;
  readonly takes: boolean;
  readonly choices: readonly string[];
};

export function completion(context: Context): Command {
  return newCommand("completion", context, [
    "selon completion bash > ~/.local/share/bash-completion/completions/selon",
    "selon completion zsh > ~/.zfunc/_selon",
    "selon completion fish > ~/.config/fish/completions/selon.fish",
  ])
    .addArgument(new Argument("<shell>", context.messages.options.shell).choices(["bash", "zsh", "fish"]))
    .action(async (shell: "bash" | "zsh" | "fish") => {
      const offers: Offer[] = [];
      for (const name of commandNames) offers.push(offerOf(await commands[name](context)));
      await write(context, { bash, zsh, fish }[shell](offers));
    });
}

function offerOf(command: Command): Offer {
  const options = command.options.map(({ long, description, required, argChoices }) => ({
    flag: long ?? "",
    about: description,
    takes: required,
    choices: argChoices ?? [],
  }));
  return { name: command.name(), about: command.description(), options: [...options, ...common] };
}

const common: readonly OptionOffer[] = [
  { flag: "--help", about: "", takes: false, choices: [] },
  { flag: "--lang-ui", about: "", takes: true, choices: ["en", "fr"] },
];

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function bash(offers: readonly Offer[]): string {
  const cases = offers.map(
    ({ name, options }) => `    ${name}) flags="${options.map(({ flag }) => flag).join(" ")}" ;;`,
  );
  const choices = new Map<string, string>();
  for (const { name, options } of offers) {
    for (const one of options) {
      if (one.choices.length > 0) choices.set(`${name} ${one.flag}`, one.choices.join(" "));
    }
  }
  const values = [...choices].map(
    ([key, words]) => `    "${key}") COMPREPLY=($(compgen -W "${words}" -- "$word")); return ;;`,
  );
  return `# bash completion for selon
_selon() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" flags=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${offers.map(({ name }) => name).join(" ")} --help --version --lang-ui" -- "$word"))
    return
  fi
  case "$command $before" in
${values.join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
  esac
  if [ "$command" = completion ]; then flags="bash zsh fish $flags"; fi
  if [ -z "$word" ] || [ "\${word#-}" = "$word" ] && [ "$command" != completion ]; then
    COMPREPLY=($(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  fi
}
complete -o filenames -F _selon selon
`;
}

function zsh(offers: readonly Offer[]): string {
  const escaped = (text: string): string => text.replace(/[\\[\]:]/g, (sign) => `\\${sign}`);
  const names = offers.map(({ name, about }) => `    ${quoted(`${name}:${escaped(about)}`)}`);
  const cases = offers.map(({ name, options }) => {
    const specs = options.map(({ flag, about, takes, choices }) => {
      const value = takes ? `:value:${choices.length > 0 ? `(${choices.join(" ")})` : "_files"}` : "";
      return quoted(`${flag}[${escaped(about)}]${value}`);
    });
    const rest = name === "completion" ? quoted("1:shell:(bash zsh fish)") : quoted("*:file:_files");
    return `    ${name}) _arguments ${[...specs, rest].join(" ")} ;;`;
  });
  return `#compdef selon
_selon() {
  local -a names
  names=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command names
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = _selon ]; then _selon "$@"; else compdef _selon selon; fi
`;
}

function fish(offers: readonly Offer[]): string {
  const lines = ["# fish completion for selon"];
  for (const { name, about, options } of offers) {
    lines.push(`complete -c selon -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`);
    for (const { flag, about: text, takes, choices } of options) {
      const value = takes ? ` -r${choices.length > 0 ? ` -f -a ${quoted(choices.join(" "))}` : ""}` : "";
      const told = text === "" ? "" : ` -d ${quoted(text)}`;
      lines.push(
        `complete -c selon -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -l ${flag.slice(2)}${value}${told}`,
      );
    }
  }
  lines.push(
    `complete -c selon -n ${quoted("__fish_seen_subcommand_from completion")} -f -a ${quoted("bash zsh fish")}`,
  );
  return `${lines.join("\n")}\n`;
}
