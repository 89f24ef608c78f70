import { type Command, Option } from "commander";
import type { ClaimOrigins } from "../../operations/origins.ts";
import type { Fallen } from "../../operations/without.ts";
import type { Context } from "../context.ts";
import { glyphs, plain } from "../output/style.ts";
import { renderTable } from "../output/table.ts";
import { indent } from "../output/text.ts";
import { nameOf, reasonOf, wordsIn } from "../output/words.ts";
import { type ListOptions, listCommand } from "./list.ts";

export function origins(context: Context): Command {
  return listCommand<ClaimOrigins>(
    {
      name: "origins",
      examples: ["selon origins --contested", 'selon origins --without "Halder Post"', "selon origins --format json"],
      ask: async (ledger, filter) => (await import("../../operations/origins.ts")).listOrigins(ledger, filter),
      show: (items, within) => items.map((item) => block(item, within)).join("\n"),
      keys: ["claim", "story", "side", "lower", "upper", "documents", "proposition", "circles", "groups"],
      more: [new Option("--without <actor>", context.messages.options.without)],
      instead: ({ without }: ListOptions) => (without === undefined ? null : fallenList(without)),
    },
    context,
  );
}

/** What falls if one source falls, those that lose all first. */
function fallenList(actor: string) {
  return {
    ask: async (
      ledger: Parameters<typeof import("../../operations/without.ts").listWithout>[0],
      { story }: ListOptions,
    ) =>
      (await import("../../operations/without.ts")).listWithout(ledger, actor, {
        story: await whole(ledger, story),
      }),
    show: (items: readonly object[], context: Context) => {
      const { messages, width, paint } = context;
      const { columns } = messages;
      const { statuses } = wordsIn(context);
      return renderTable(
        items as readonly Fallen[],
        [
          { title: columns.claim, cell: ({ proposition }) => proposition, flexible: true },
          { title: columns.affirms, cell: ({ before, after }) => `${before} → ${after}` },
          { title: columns.denies, cell: ({ denying }) => `${denying.before} → ${denying.after}` },
          { title: columns.was, cell: ({ was }) => statuses[was] },
          {
            title: columns.becomes,
            cell: ({ becomes, nothingLeft }) => (nothingLeft ? messages.nothingLeft : statuses[becomes]),
          },
        ],
        width,
        paint,
      );
    },
    keys: ["claim", "story", "proposition", "before", "after", "denying", "was", "becomes", "nothingLeft"] as never[],
  };
}

async function whole(
  ledger: Parameters<typeof import("../../operations/filter.ts").resolveFilter>[0],
  story: string | undefined,
) {
  return (await (await import("../../operations/filter.ts")).resolveFilter(ledger, { story })).story;
}

/** The count of a side, and each bracket opened to its reason. */
function block(
  { side, proposition, claim, lower, upper, documents, circles, groups }: ClaimOrigins,
  context: Context,
): string {
  const { messages, paint, width } = context;
  const stand = `${glyphs[side]} ${messages.positions[side]}`;
  const lines = [
    `${paint.position(side, stand)}  ${paint.bold(messages.origins(lower, upper, documents))}  ${paint.dim(claim)}`,
    indent(plain(proposition), width, "  ", "  "),
    ...circles.map(({ because }) =>
      paint.red(indent(`${messages.circle} ${reasonOf(because, context)}`, width, "  ⟲ ", "    ")),
    ),
  ];
  for (const { root, members, because, party, collapses = [] } of groups) {
    lines.push(
      indent(
        `${rootOf(root, context)} (${members.length})${party === true ? `, ${messages.party}` : ""}`,
        width,
        members.length > 1 ? "  ⎡ " : "  · ",
        "    ",
      ),
    );
    lines.push(paint.dim(indent(reasonOf(because, context), width, "    ", "    ")));
    for (const { id, roots, certain } of collapses) {
      const sides = roots.map(({ name }) => rootOf(name, context)).join(certain ? " = " : " ≈ ");
      lines.push(paint.dim(indent(`${sides}  ${id}`, width, "    ", "      ")));
    }
  }
  return `${lines.join("\n")}\n`;
}

const rootOf = (root: string, context: Context): string => nameOf({ id: root, name: root }, context);
