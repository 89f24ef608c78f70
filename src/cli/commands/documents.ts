import type { Command } from "commander";
import type { KeptDocument } from "../../ledger/index.ts";
import type { Context } from "../context.ts";
import { shortPlace } from "../output/style.ts";
import { renderTable } from "../output/table.ts";
import { listCommand } from "./list.ts";

export function documents(context: Context): Command {
  const { messages } = context;
  const { columns } = messages;
  return listCommand<KeptDocument>(
    {
      name: "documents",
      examples: [
        "selon documents",
        "selon documents --since 2031-05-01",
        "selon documents --format csv > documents.csv",
      ],
      ask: async (ledger, filter) => (await import("../../operations/documents.ts")).listDocuments(ledger, filter),
      show: (items, { width, paint }) =>
        renderTable(
          items,
          [
            { title: columns.published, cell: ({ published }) => published?.slice(0, 10) ?? "–" },
            { title: columns.language, cell: ({ language }) => language },
            { title: columns.outlet, cell: ({ outlet }) => outlet, flexible: true },
            { title: columns.title, cell: ({ title }) => title ?? messages.noTitle, flexible: true },
            { title: columns.statements, cell: ({ statements }) => statements, align: "right" },
            { title: columns.figures, cell: ({ figures }) => figures, align: "right" },
            { title: columns.uri, cell: ({ uri }) => shortPlace(uri), flexible: true },
          ],
          width,
          paint,
        ),
      keys: ["id", "uri", "title", "outlet", "authors", "language", "published", "captured", "statements", "figures"],
    },
    context,
  );
}
