import type { Command } from "commander";
import type { FigureGroup } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { plain, shortPlace } from "../output/style.ts";
import { indent } from "../output/text.ts";
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
  const lines = [
    paint.dim(`${messages.relations[relation]} · ${id}`),
    paint.bold(indent(plain(quantity), width, "", "")),
    ...members.map((figure) => {
      const bound = messages.bounds[figure.bound];
      const number = (n: number): string => n.toLocaleString(messages.code);
      const value = figure.upper === null ? number(figure.value) : `${number(figure.value)}–${number(figure.upper)}`;
      const scope = [figure.scope.place, figure.scope.time].filter((part) => part !== null).join(", ");
      const [open = "", close = ""] = messages.quotes;
      const amount = [bound, value, figure.unit].filter((part) => part !== "").join(" ");
      const said = `${amount}  ${plain(figure.speaker.name)}: ${open}${plain(figure.text)}${close}${scope === "" ? "" : ` (${plain(scope)})`}`;
      return `${indent(said, width, "  ", "      ")}\n      ${paint.dim(`${shortPlace(figure.uri)}:${figure.start}`)}`;
    }),
  ];
  const within = [scope?.place, scope?.time].filter((part) => part !== null && part !== undefined).join(", ");
  if (within !== "") lines.splice(1, 1, `${lines[1]}  ${paint.dim(plain(within))}`);
  if (apart !== null && relation === "same") {
    const number = (n: number): string => n.toLocaleString(messages.code);
    lines.push(
      paint.bold(`  ${messages.apart(number(apart.difference), apart.factor === null ? null : number(apart.factor))}`),
    );
  }
  for (const flag of flags)
    lines.push(paint.red(indent(plain(flag.because), width, flag.kind === "turn" ? "  ↻ " : "  ‼ ", "    ")));
  const rest = flags.reduce((text, flag) => text.replace(flag.because, "").trim(), apart === null ? because : "");
  if (rest !== "") lines.push(paint.dim(indent(plain(rest), width, "  ", "  ")));
  return `${lines.join("\n")}\n`;
}
