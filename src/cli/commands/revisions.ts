import { type Command, Option } from "commander";
import type { Change, Revision } from "../../operations/revisions.ts";
import type { Context } from "../context.ts";
import { plain, shortTime } from "../output/style.ts";
import { indent } from "../output/text.ts";
import { nameOf, quoted, reasonOf, wordsIn } from "../output/words.ts";
import { listCommand } from "./list.ts";

export function revisions(context: Context): Command {
  return listCommand<Revision>(
    {
      name: "revisions",
      examples: ["selon revisions", "selon revisions --page gazette.example/bridge", "selon revisions --format json"],
      ask: async (ledger, { story, since }, { page }) =>
        (await import("../../operations/revisions.ts")).listRevisions(ledger, { story, since, page }),
      show: (items, within) => items.map((item) => block(item, within)).join("\n"),
      keys: ["page", "title", "outlet", "from", "to", "at", "version", "versions", "changes"],
      more: [new Option("--page <address>", context.messages.options.page)],
    },
    context,
  );
}

function block({ page, title, at, version, versions, changes }: Revision, context: Context): string {
  const { messages, paint, width } = context;
  const lines = [
    paint.bold(indent(plain(title ?? page), width, "", "")),
    paint.dim(`${plain(page)}  ${messages.version(version, versions)}, ${shortTime(at)}`),
    ...(changes.length === 0
      ? [`  ${wordsIn(context).noChange}`]
      : changes.flatMap((change) => changeLines(change, context))),
  ];
  return `${lines.join("\n")}\n`;
}

/** The kind, who, the words before and after, each with its place in its version. */
function changeLines({ kind, before, after, because }: Change, context: Context): string[] {
  const { paint, width } = context;
  const words = wordsIn(context);
  const one = after ?? before;
  const name = one === null ? words.ownVoice : nameOf(one.speaker, context);
  const told = (sign: string, item: Change["before"]): string[] =>
    item === null
      ? []
      : [
          indent(quoted(item.spans.map(({ text }) => text).join(" … "), context), width, `    ${sign} `, "      "),
          paint.dim(`      ${item.document.slice(0, 15)}…:${item.spans[0]?.start ?? 0}`),
        ];
  return [
    `  ${paint.bold(words.changes[kind])}  ${name}`,
    ...told("−", before),
    ...told("+", after),
    paint.dim(indent(reasonOf(because, context), width, "      ", "      ")),
  ];
}
