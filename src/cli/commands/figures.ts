import type { Command } from "commander";
import type { FigureGroup } from "../../model/index.ts";
import { formatFactor, valueText } from "../../report/sentences.ts";
import { formatDate, formatNumber } from "../../report/words/format.ts";
import type { Words } from "../../report/words/words.ts";
import type { Context } from "../context.ts";
import { plain, shortPlace } from "../output/style.ts";
import { indent } from "../output/text.ts";
import { nameOf, quoted, reasonOf, wordsIn } from "../output/words.ts";
import { listCommand } from "./list.ts";

export function figures(context: Context): Command {
  return listCommand<FigureGroup>(
    {
      name: "figures",
      examples: ["selon figures", "selon figures --contested", "selon figures --format csv > figures.csv"],
      ask: async (ledger, filter) => (await import("../../operations/figures.ts")).listFigures(ledger, filter),
      show: (items, within) => items.map((group) => groupBlock(group, within)).join("\n"),
      keys: ["id", "story", "quantity", "relation", "scope", "apart", "flags", "parts", "members", "because"],
    },
    context,
  );
}

function groupBlock(
  { id, quantity, relation, members, because, apart = null, flags = [], scope }: FigureGroup,
  context: Context,
): string {
  const { messages, paint, width } = context;
  const words = wordsIn(context);
  const lines = [
    paint.dim(`${messages.relations[relation]} · ${id}`),
    paint.bold(indent(plain(quantity), width, "", "")),
    ...members.map((figure) => {
      const scope = scopeText(figure.scope, words);
      const said = `${valueText(figure, words)} · ${nameOf(figure.speaker, context)}${words.colon}${quoted(figure.text, context)}${scope === "" ? "" : ` (${scope})`}`;
      return `${indent(said, width, "  ", "      ")}\n      ${paint.dim(`${shortPlace(figure.uri)}:${figure.start}`)}`;
    }),
  ];
  const within = scope === undefined ? "" : scopeText(scope, words);
  if (within !== "") lines.splice(1, 1, `${lines[1]}  ${paint.dim(within)}`);
  if (apart !== null && relation === "same") {
    const factor = apart.factor === null ? null : formatFactor(words, apart.factor);
    lines.push(paint.bold(`  ${messages.apart(formatNumber(words, apart.difference), factor)}`));
  }
  for (const flag of flags)
    lines.push(
      paint.red(indent(reasonOf(flag.because, context), width, flag.kind === "turn" ? "  ↻ " : "  ‼ ", "    ")),
    );
  const rest = flags.reduce((text, flag) => text.replace(flag.because, "").trim(), apart === null ? because : "");
  if (rest !== "") lines.push(paint.dim(indent(reasonOf(rest, context), width, "  ", "  ")));
  return `${lines.join("\n")}\n`;
}

function scopeText({ place, time }: FigureGroup["members"][number]["scope"], words: Words): string {
  return [place, time === null ? null : formatDate(words, time)]
    .flatMap((part) => (part === null ? [] : plain(part)))
    .join(", ");
}
