import { Argument, type Command, Option } from "commander";
import { type Scope, scopes, type Token } from "../../model/access.ts";
import { type Context, ledgerFolder, ledgerOption, usageError, write } from "../context.ts";
import { jsonLine } from "../output/data.ts";
import { renderTable } from "../output/table.ts";
import { newCommand } from "./command.ts";
import { author } from "./users.ts";

type Options = {
  ledger?: string;
  user?: string;
  scope?: readonly Scope[];
  days: string;
  format?: "table" | "jsonl";
};
const actions = ["create", "list", "revoke"] as const;
type Action = (typeof actions)[number];

/** Keys for programs that ask a served ledger. */
export function tokens(context: Context): Command {
  const { options } = context.messages;
  return newCommand("tokens", context, [
    "selon tokens create feed --user bastien --scope read add",
    "selon tokens create archive --user odile --scope read --days never",
    "selon tokens list",
    "selon tokens revoke t-3f2a",
  ])
    .addArgument(new Argument("<action>", options.tokenAction).choices(actions))
    .argument("[name]", options.tokenName)
    .option("--user <name>", options.tokenUser)
    .addOption(new Option("--scope <scope...>", options.scope).choices(scopes))
    .option("--days <number>", options.days, "90")
    .addOption(new Option("--format <format>", options.format).choices(["table", "jsonl"]))
    .addOption(ledgerOption(context))
    .action((action: Action, name: string | undefined, given: Options) => run(context, action, name, given));
}

async function run(context: Context, action: Action, name: string | undefined, options: Options): Promise<void> {
  const { messages, err } = context;
  const { access } = messages;
  const { user, days } = options;
  if (action === "create" && name === undefined) throw usageError(context, access.missingName, "tokens");
  if (action === "create" && user === undefined) throw usageError(context, access.missingUser, "tokens");
  if (action === "revoke" && name === undefined) throw usageError(context, access.missingId, "tokens");
  const count = days === "never" ? null : Number(days);
  if (days !== "never" && !(/^\d{1,4}$/.test(days) && count !== null && count >= 1 && count <= 3_650)) {
    throw usageError(context, access.badDays(days), "tokens");
  }
  const { openToAsk } = await import("../../operations/ledger.ts");
  const { createToken, dropToken, listTokens } = await import("../../operations/access/tokens.ts");
  const ledger = await openToAsk(ledgerFolder(options));
  try {
    if (action === "list") await list(context, await listTokens(ledger), options);
    else if (action === "create") {
      const asked = { user: user ?? "", name: name ?? "", scopes: options.scope ?? ["read"], days: count };
      const { token, secret } = await createToken(ledger, author(), asked);
      err.write(`${access.made(token.id)}\n`);
      await write(context, `${secret}\n`);
    } else {
      await dropToken(ledger, author(), name ?? "");
      err.write(`${access.revoked(name ?? "")}\n`);
    }
  } finally {
    await ledger.close();
  }
}

async function list(context: Context, items: readonly Token[], options: Options): Promise<void> {
  const { messages, out, err, width, paint } = context;
  if ((options.format ?? (out.isTTY ? "table" : "jsonl")) === "jsonl") {
    for (const item of items) await write(context, jsonLine(item));
    return;
  }
  if (items.length === 0) err.write(`${messages.nothing}\n`);
  const { columns, never } = messages.access;
  const day = (when: string | null): string => when?.slice(0, 10) ?? never;
  const rows = renderTable(
    items,
    [
      { title: columns.id, cell: ({ id }) => id },
      { title: columns.name, cell: (token) => token.name, flexible: true },
      { title: columns.user, cell: (token) => token.user, flexible: true },
      { title: columns.scopes, cell: (token) => token.scopes.join(" ") },
      { title: columns.used, cell: ({ used }) => day(used) },
      { title: columns.expires, cell: ({ expires }) => day(expires) },
      { title: columns.revoked, cell: ({ revoked }) => (revoked === null ? "" : day(revoked)) },
    ],
    width,
    paint,
  );
  if (items.length > 0) await write(context, rows);
}
