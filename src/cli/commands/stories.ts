import type { Command } from "commander";
import type { Story } from "../../model/index.ts";
import type { Context } from "../context.ts";
import { shortTime } from "../output/style.ts";
import { renderTable } from "../output/table.ts";
import { listCommand } from "./list.ts";

/** Enough of an id to name a story; the rest is in the data formats. */
const shortId = 14;

export function stories(context: Context): Command {
  const { columns } = context.messages;
  return listCommand<Story>(
    {
      name: "stories",
      examples: ["selon stories", "selon stories --contested --since 2031-05-01", "selon stories --format json"],
      ask: async (ledger, filter) => (await import("../../operations/stories.ts")).listStories(ledger, filter),
      show: (items, { width, paint }) =>
        renderTable(
          items,
          [
            { title: columns.when, cell: ({ when }) => (when === null ? null : shortTime(when)), flexible: true },
            { title: columns.title, cell: ({ title }) => title, flexible: true },
            { title: columns.where, cell: ({ where }) => where, flexible: true },
            { title: columns.documents, cell: ({ documents }) => documents.length, align: "right" },
            { title: columns.claims, cell: ({ claims }) => claims.length, align: "right" },
            { title: columns.id, cell: ({ id }) => id.slice(0, shortId) },
          ],
          width,
          paint,
        ),
      keys: ["id", "title", "when", "where", "documents", "claims"],
    },
    context,
  );
}
