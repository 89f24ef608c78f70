import type { Command } from "commander";
import type { AddEvent } from "../../operations/add.ts";
import { type Context, ledgerFolder, ledgerOption } from "../context.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; allowWrites?: true; allowPrivate?: true };

/** The tools of the Model Context Protocol over one ledger, for a program that starts this one. */
export function mcp(context: Context): Command {
  const { options } = context.messages;
  return newCommand("mcp", context, ["selon mcp --ledger desk", "selon mcp --allow-writes"])
    .option("--allow-writes", options.allowWrites)
    .option("--allow-private", options.allowPrivate)
    .addOption(ledgerOption(context))
    .action((given: Options) => run(given));
}

async function run(options: Options): Promise<void> {
  const { freshen, openToAdd, openToAsk } = await import("../../operations/ledger.ts");
  const { serveStdio } = await import("../../mcp/index.ts");
  const writes = options.allowWrites === true;
  const ledger = await (writes ? openToAdd : openToAsk)(ledgerFolder(options));
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  const { keepBytes } = await import("../../operations/add-bytes.ts");
  const { keepInputs } = await import("../../operations/add.ts");
  type Outcome = Exclude<AddEvent, { kind: "aligned" }>;
  const add = async (item: Parameters<NonNullable<Parameters<typeof serveStdio>[0]["add"]>>[0]): Promise<Outcome> => {
    if (item.kind === "bytes") return await keepBytes(ledger, item.bytes, item.origin);
    const { url, kind: _, ...about } = item;
    const { allowPrivate } = options;
    let first: Outcome | null = null;
    for await (const outcome of keepInputs(ledger, [url], { ...about, allowPrivate, signal: end.signal }))
      first ??= outcome;
    if (first !== null) return first;
    const what = `${url} was not added.`;
    const failure = { code: "empty", uri: url, what, why: "There was nothing at the address.", todo: "" } as const;
    return { kind: "failed", failure };
  };
  try {
    await serveStdio({ ledger, fresh: () => freshen(ledger), add: writes ? add : null }, end.signal);
  } finally {
    await ledger.close();
  }
}
