import { type Command, Option } from "commander";
import { decisionKinds } from "../../model/decision.ts";
import type { DecisionKind } from "../../model/index.ts";
import type { ListedDecision } from "../../operations/decisions/list.ts";
import { csvOf } from "../../report/table.ts";
import { openAsking } from "../asking.ts";
import { type Context, ledgerFolder, ledgerOption, usageError, write } from "../context.ts";
import { jsonLine, type ListFormat, listFormats } from "../output/data.ts";
import { plain, shortTime } from "../output/style.ts";
import { renderTable } from "../output/table.ts";
import { newCommand } from "./command.ts";

type Options = {
  ledger?: string;
  format?: ListFormat;
  orphans?: true;
  author?: string;
  kind?: DecisionKind;
  limit: string;
};

export function decisions(context: Context): Command {
  const { messages } = context;
  const { options } = messages.decisions;
  return newCommand("decisions", context, [
    "selon decisions",
    "selon decisions s:1a2b3c4d5e6f7a8b",
    "selon decisions --orphans",
    "selon decisions --author ada --kind note --format jsonl",
  ])
    .argument("[about]", options.about)
    .option("--orphans", options.orphans)
    .option("--author <name>", options.author)
    .addOption(new Option("--kind <kind>", options.decisionKind).choices(decisionKinds))
    .option("--limit <number>", messages.options.limit, "1000")
    .addOption(new Option("--format <format>", messages.options.format).choices(listFormats))
    .addOption(ledgerOption(context))
    .action((about: string | undefined, given: Options) => run(context, about, given));
}

async function run(context: Context, about: string | undefined, options: Options): Promise<void> {
  const { author, kind, orphans, limit } = options;
  if (!/^\d{1,6}$/.test(limit) || Number(limit) === 0) {
    throw usageError(context, context.messages.usage.badNumber(limit), "decisions");
  }
  const { listDecisions } = await import("../../operations/decisions/list.ts");
  const folder = ledgerFolder(options);
  const ledger = await openAsking(context, folder);
  try {
    const items = await listDecisions(ledger, { about, author, kind, orphans, limit: Number(limit) });
    const format = options.format ?? (context.out.isTTY ? "table" : "jsonl");
    if (format === "json") await write(context, `${JSON.stringify(items, null, 2)}\n`);
    else if (format === "jsonl") for (const item of items) await write(context, jsonLine(item));
    else if (format === "csv") await write(context, csvOf(items, keys));
    else if (items.length > 0) await write(context, table(items, context));
    else context.err.write(`${context.messages.nothing} ${context.messages.searched(folder, about ?? "")}\n`);
  } finally {
    await ledger.close();
  }
}

const keys = [
  "seq",
  "id",
  "time",
  "author",
  "reason",
  "target",
  "anchor",
  "body",
  "state",
  "undoneBy",
  "against",
  "orphan",
];

function table(items: readonly ListedDecision[], { messages, width, paint }: Context): string {
  const { columns, undone, against, orphan } = messages.decisions;
  return renderTable(
    items,
    [
      { title: "#", cell: ({ seq }) => seq, align: "right" },
      { title: columns.time, cell: ({ time }) => shortTime(time) },
      { title: columns.author, cell: ({ author }) => author },
      { title: columns.kind, cell: ({ body }) => body.kind },
      { title: columns.target, cell: ({ target }) => targetText(target), flexible: true },
      { title: columns.body, cell: ({ body }) => bodyText(body), flexible: true },
      { title: columns.reason, cell: ({ reason }) => reason ?? "", flexible: true },
      {
        title: columns.state,
        cell: (item) =>
          [
            item.state === "undone" ? undone : "",
            item.against.length > 0 ? against(item.against.join(", ")) : "",
            item.orphan === null ? "" : (orphan[item.orphan] ?? item.orphan),
          ]
            .filter((part) => part !== "")
            .join("; "),
        flexible: true,
      },
      { title: messages.columns.id, cell: ({ id }) => id },
    ],
    width,
    paint,
  );
}

function targetText(target: ListedDecision["target"]): string {
  const id = Object.entries(target).find(([key, value]) => key === target.kind && typeof value === "string")?.[1];
  return plain(typeof id === "string" ? id : target.kind);
}

/** What was decided, in the words of the line itself. */
function bodyText(body: ListedDecision["body"]): string {
  switch (body.kind) {
    case "correct-statement":
    case "set-actor":
      return Object.entries(body.changes)
        .map(([part, value]) => `${part}: ${valueText(value)}`)
        .join("; ");
    case "add-statement":
      return `${body.speaker.name}: ${body.content.map(({ selector }) => selector[1].exact).join(" … ")}`;
    case "merge-claims":
      return body.claims.map(({ claim }) => claim).join(" + ");
    case "merge-stories":
      return body.stories.map(({ story }) => story).join(" + ");
    case "merge-actors":
      return body.actors.map(({ name }) => name).join(" + ");
    case "rate-source":
      return `${body.reliability ?? ""}${body.credibility ?? ""}`;
    case "rate-consistency":
      return `${body.evidence} × ${body.hypothesis}: ${body.rating}`;
    case "verdict":
      return [body.verdict, body.text].filter((part) => part !== "").join(": ");
    case "undo":
      return body.decision;
    default:
      return "text" in body
        ? body.text
        : "positions" in body
          ? body.positions.map(({ statement }) => statement).join(" ")
          : "";
  }
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(" > ");
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name);
  if (typeof value === "object" && value !== null && "selector" in value) return JSON.stringify(value.selector);
  return value === null ? "–" : String(value);
}
