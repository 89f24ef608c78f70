import { type Command, Option } from "commander";
import type { TimedPosition } from "../../operations/positions.ts";
import type { Context } from "../context.ts";
import { glyphs, plain, shortPlace } from "../output/style.ts";
import { indent } from "../output/text.ts";
import { nameOf } from "../output/words.ts";
import { listCommand } from "./list.ts";
import { timeCell } from "./timeline.ts";

export function positions(context: Context): Command {
  return listCommand<TimedPosition>(
    {
      name: "positions",
      examples: ["selon positions --actor Peskov", "selon positions --turns", "selon positions --format jsonl"],
      ask: async (ledger, filter, { turns }) =>
        (await import("../../operations/positions.ts")).listPositions(ledger, { ...filter, turns: turns === true }),
      show: (items, within) =>
        [...Map.groupBy(items, ({ speaker }) => speaker.id).values()]
          .map((own) => speakerBlock(own, within))
          .join("\n"),
      keys: [
        "speaker",
        "when",
        "precision",
        "basis",
        "position",
        "turn",
        "claim",
        "proposition",
        "story",
        "document",
        "uri",
        "statement",
        "evidence",
      ],
      more: [new Option("--turns", context.messages.options.turns)],
    },
    context,
  );
}

/** One speaker's positions, oldest first; a turn says from what and since when. */
function speakerBlock(items: readonly TimedPosition[], context: Context): string {
  const { messages, paint, width } = context;
  const [first] = items;
  const lines = [paint.bold(first === undefined ? "" : nameOf(first.speaker, context))];
  for (const { when, basis, position, proposition, uri, evidence, turn } of items) {
    const stand = paint.position(position, `${glyphs[position]} ${messages.positions[position]}`);
    const dated =
      when === null
        ? messages.noDate
        : `${basis === "published" ? `${messages.lanes.published} ` : ""}${timeCell(when, messages)}`;
    lines.push(`  ${dated}  ${stand}`, indent(plain(proposition), width, "    ", "    "));
    if (turn !== null) {
      const since = turn.when === null ? "" : ` (${timeCell(turn.when, messages)})`;
      lines.push(paint.red(`    ↻ ${messages.turn(messages.positions[turn.from])}${since}`));
    }
    lines.push(paint.dim(`    ${shortPlace(uri)}:${evidence.start}`));
  }
  return `${lines.join("\n")}\n`;
}
