import type { Command } from "commander";
import type { Moment } from "../../operations/timeline.ts";
import type { Context } from "../context.ts";
import { shortTime } from "../output/style.ts";
import { renderTable } from "../output/table.ts";
import { listCommand } from "./list.ts";

export function timeline(context: Context): Command {
  const { columns, lanes } = context.messages;
  return listCommand<Moment>(
    {
      name: "timeline",
      examples: ["selon timeline", "selon timeline --since 2031-05-01 --contested", "selon timeline --format jsonl"],
      ask: async (ledger, filter) => (await import("../../operations/timeline.ts")).listTimeline(ledger, filter),
      show: (items, { width, paint }) =>
        renderTable(
          items,
          [
            { title: columns.when, cell: ({ when }) => shortTime(when) },
            { title: columns.lane, cell: ({ lane }) => lanes[lane] },
            { title: columns.speaker, cell: ({ speaker }) => speaker?.name ?? "", flexible: true },
            { title: columns.text, cell: ({ text }) => text, flexible: true },
          ],
          width,
          paint,
        ),
      keys: ["lane", "when", "speaker", "text", "story", "claim", "document", "uri", "evidence"],
    },
    context,
  );
}
