import type { Command } from "commander";
import { precisionOf } from "../../operations/precision.ts";
import type { Moment } from "../../operations/timeline.ts";
import type { Context } from "../context.ts";
import type { Messages } from "../messages/index.ts";
import { shortTime } from "../output/style.ts";
import { type Column, renderTable } from "../output/table.ts";
import { nameOf } from "../output/words.ts";
import { listCommand } from "./list.ts";

/** From so many columns on, each moment has its three times. */
const wide = 150;

export function timeline(context: Context): Command {
  const { columns, lanes } = context.messages;
  return listCommand<Moment>(
    {
      name: "timeline",
      examples: ["selon timeline", "selon timeline --since 2031-05-01 --contested", "selon timeline --format jsonl"],
      ask: async (ledger, filter) => (await import("../../operations/timeline.ts")).listTimeline(ledger, filter),
      show: (items, { width, paint }) => {
        const time = (of: "when" | Moment["lane"]): Column<Moment> => ({
          title: of === "when" ? columns.when : lanes[of],
          cell: (moment) => timeCell(moment[of], context.messages),
          flexible: true,
        });
        const rest: Column<Moment>[] = [
          {
            title: columns.speaker,
            cell: ({ speaker }) => (speaker === null ? "" : nameOf(speaker, context)),
            flexible: true,
          },
          { title: columns.text, cell: ({ text }) => text, flexible: true },
        ];
        const lane: Column<Moment> = { title: columns.lane, cell: (moment) => lanes[moment.lane] };
        // Three times beside each other leave no room for words on a usual terminal.
        const times = width < wide ? [time("when"), lane] : [lane, time("happened"), time("said"), time("published")];
        return renderTable(items, [...times, ...rest], width, paint);
      },
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
