import type { Command } from "commander";
import type { ClaimOrigins } from "../../operations/origins.ts";
import type { Context } from "../context.ts";
import { glyphs, plain } from "../output/style.ts";
import { indent } from "../output/text.ts";
import { listCommand } from "./list.ts";

export function origins(context: Context): Command {
  return listCommand<ClaimOrigins>(
    {
      name: "origins",
      examples: ["selon origins --contested", "selon origins --format json"],
      ask: async (ledger, filter) => (await import("../../operations/origins.ts")).listOrigins(ledger, filter),
      show: (items, within) => items.map((item) => block(item, within)).join("\n"),
      keys: ["claim", "story", "side", "lower", "upper", "documents", "proposition", "groups"],
    },
    context,
  );
}

/** The count of a side, and each bracket opened to its reason. */
function block({ side, proposition, claim, lower, upper, documents, groups }: ClaimOrigins, context: Context): string {
  const { messages, paint, width } = context;
  const stand = `${glyphs[side]} ${messages.positions[side]}`;
  const lines = [
    `${paint.position(side, stand)}  ${paint.bold(messages.origins(lower, upper, documents))}  ${paint.dim(claim)}`,
    indent(plain(proposition), width, "  ", "  "),
  ];
  for (const { root, members, because } of groups) {
    lines.push(indent(`${plain(root)} (${members.length})`, width, members.length > 1 ? "  ⎡ " : "  · ", "    "));
    lines.push(paint.dim(indent(`${plain(because)}`, width, "    ", "    ")));
  }
  return `${lines.join("\n")}\n`;
}
