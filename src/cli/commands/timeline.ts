import type { Command } from "commander";
import { precisionOf } from "../../operations/precision.ts";
import type { Moment } from "../../operations/timeline.ts";
import type { Context } from "../context.ts";
import type { Messages } from "../messages/index.ts";
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
            { title: columns.lane, cell: ({ lane }) => lanes[lane] },
            { title: lanes.happened, cell: ({ happened }) => timeCell(happened, context.messages), flexible: true },
            { title: lanes.said, cell: ({ said }) => timeCell(said, context.messages), flexible: true },
            { title: lanes.published, cell: ({ published }) => timeCell(published, context.messages), flexible: true },
            { title: columns.speaker, cell: ({ speaker }) => speaker?.name ?? "", flexible: true },
            { title: columns.text, cell: ({ text }) => text, flexible: true },
          ],
          width,
          paint,
        ),
      keys: [
        "lane",
        "when",
        "precision",
        "happened",
        "said",
        "published",
        "speaker",
        "text",
        "story",
        "claim",
        "document",
        "uri",
        "evidence",
      ],
    },
    context,
  );
}

/** A time as precise as it is known, and a word for how precise where that is less or more than a day. */
export function timeCell(value: string | null, { precisions }: Messages): string | null {
  if (value === null) return null;
  const precision = precisionOf(value);
  const word = precision === null ? "" : precisions[precision];
  return word === "" ? shortTime(value) : `${shortTime(value)} (${word})`;
}
