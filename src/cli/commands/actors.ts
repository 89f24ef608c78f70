import type { Command } from "commander";
import type { KeptActor } from "../../ledger/index.ts";
import type { Context } from "../context.ts";
import { renderTable } from "../output/table.ts";
import { nameOf, wordsIn } from "../output/words.ts";
import { listCommand } from "./list.ts";

export function actors(context: Context): Command {
  const { columns } = context.messages;
  return listCommand<KeptActor>(
    {
      name: "actors",
      examples: ["selon actors", "selon actors --contested", "selon actors --format csv > actors.csv"],
      ask: async (ledger, filter) => (await import("../../operations/actors.ts")).listActors(ledger, filter),
      show: (items, { width, paint }) =>
        renderTable(
          items,
          [
            { title: columns.name, cell: (actor) => nameOf(actor, context), flexible: true },
            { title: columns.kind, cell: ({ kind }) => wordsIn(context).kinds[kind] },
            { title: columns.names, cell: ({ names }) => names.join(", "), flexible: true },
            { title: columns.documents, cell: ({ documents }) => documents, align: "right" },
            { title: columns.statements, cell: ({ statements }) => statements, align: "right" },
            { title: columns.affirms, cell: ({ positions }) => positions.affirm, align: "right" },
            { title: columns.denies, cell: ({ positions }) => positions.deny, align: "right" },
          ],
          width,
          paint,
        ),
      keys: ["id", "name", "kind", "names", "documents", "statements", "positions"],
    },
    context,
  );
}
