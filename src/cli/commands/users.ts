import { userInfo } from "node:os";
import { Argument, type Command, Option } from "commander";
import { type Role, roles } from "../../model/access.ts";
import { type Context, ledgerFolder, ledgerOption, usageError, write } from "../context.ts";
import { jsonLine } from "../output/data.ts";
import { plain } from "../output/style.ts";
import { renderTable } from "../output/table.ts";
import { askPassword } from "../password.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; role?: Role; format?: "table" | "jsonl" };
const actions = ["add", "list", "remove", "role", "password", "record"] as const;
type Action = (typeof actions)[number];

/** Who may sign in to a served ledger. */
export function users(context: Context): Command {
  const { options } = context.messages;
  return newCommand("users", context, [
    "selon users add odile --role admin",
    "selon users list",
    "selon users role bastien --role analyst",
    "selon users password odile < password.txt",
    "selon users record",
  ])
    .addArgument(new Argument("<action>", options.userAction).choices(actions))
    .argument("[name]", options.userName)
    .addOption(new Option("--role <role>", options.role).choices(roles))
    .addOption(new Option("--format <format>", options.format).choices(["table", "jsonl"]))
    .addOption(ledgerOption(context))
    .action((action: Action, name: string | undefined, given: Options) => run(context, action, name, given));
}

async function run(context: Context, action: Action, name: string | undefined, options: Options): Promise<void> {
  const { access } = context.messages;
  const lists = action === "list" || action === "record";
  if (!lists && name === undefined) throw usageError(context, access.missingName, "users");
  if (action === "role" && options.role === undefined) throw usageError(context, access.missingRole, "users");
  const { openToAdd, openToAsk } = await import("../../operations/ledger.ts");
  const ledger = await (action === "add" ? openToAdd : openToAsk)(ledgerFolder(options));
  const who = name ?? "";
  const by = author();
  try {
    const { addUser, listUsers, removeUser, setPassword, setRole } = await import("../../operations/access/users.ts");
    if (action === "list") await list(context, await listUsers(ledger), options);
    else if (action === "record") {
      const { listAccess } = await import("../../operations/access/audit.ts");
      for (const line of (await listAccess(ledger, 1_000_000)).reverse()) await write(context, jsonLine(line));
    } else {
      if (action === "add") {
        const password = await askPassword(context);
        await addUser(ledger, by, { name: who, role: options.role ?? "analyst", password });
      } else if (action === "remove") await removeUser(ledger, by, who);
      else if (action === "role") await setRole(ledger, by, who, options.role ?? "reader");
      else await setPassword(ledger, by, who, await askPassword(context));
      context.err.write(`${access.done[action](plain(who))}\n`);
    }
  } finally {
    await ledger.close();
  }
}

type Listed = { readonly name: string; readonly role: Role; readonly created: string };

async function list(context: Context, items: readonly Listed[], options: Options): Promise<void> {
  const { messages, out, err, width, paint } = context;
  if ((options.format ?? (out.isTTY ? "table" : "jsonl")) === "jsonl") {
    for (const item of items) await write(context, jsonLine(item));
    return;
  }
  if (items.length === 0) err.write(`${messages.nothing}\n`);
  const { columns } = messages.access;
  const rows = renderTable(
    items,
    [
      { title: columns.name, cell: ({ name }) => name, flexible: true },
      { title: columns.role, cell: ({ role }) => role },
      { title: columns.created, cell: ({ created }) => created.slice(0, 10) },
    ],
    width,
    paint,
  );
  if (items.length > 0) await write(context, rows);
}

/** Whose account this is, as it stands in the record of access. */
export function author(): string {
  try {
    return `${userInfo().username} (command line)`;
  } catch {
    return "command line";
  }
}
