import { type Command, InvalidArgumentError } from "commander";
import { SelonError } from "../../model/error.ts";
import { type Context, ledgerFolder, ledgerOption, usageError } from "../context.ts";
import { plain } from "../output/style.ts";
import { newCommand } from "./command.ts";

type Options = {
  ledger?: string;
  port: number;
  host: string;
  publicUrl?: string;
  allowPrivate?: true;
  allowWrites?: true;
};

export function serve(context: Context): Command {
  const { messages } = context;
  return newCommand("serve", context, [
    "selon serve",
    "selon serve --ledger desk --port 8080",
    "selon serve --public-url https://selon.example",
  ])
    .option("--port <number>", messages.options.port, portOf, 4780)
    .option("--host <address>", messages.options.host, "127.0.0.1")
    .option("--public-url <url>", messages.options.publicUrl)
    .option("--allow-writes", messages.options.allowWrites)
    .option("--allow-private", messages.options.allowPrivate)
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

function portOf(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (!(port >= 0 && port <= 65_535)) throw new InvalidArgumentError("0–65535");
  return port;
}

async function run(context: Context, options: Options): Promise<void> {
  const { err, messages } = context;
  const { host, port, allowPrivate, allowWrites: mcpWrites } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : urlOf(context, options.publicUrl);
  const folder = ledgerFolder(options);
  const { serveLedger } = await import("../../http/index.ts");
  const { openToAdd, openToAsk } = await import("../../operations/ledger.ts");
  const ledger = await openToAdd(folder).catch(async (error: unknown) => {
    // A folder that may only be read can still be shown.
    const walls = ["ledger-read-only", "ledger-no-rights"];
    if (error instanceof SelonError && walls.includes(error.code)) return await openToAsk(folder);
    throw error;
  });
  try {
    const log = (error: unknown): void => {
      err.write(`selon: ${plain(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    };
    const serving = await serveLedger(ledger, { host, port, publicUrl, allowPrivate, mcpWrites, log }).catch(
      (error: unknown) => {
        if (!(error instanceof SelonError) || error.code !== "not-loopback") throw error;
        throw usageError(context, messages.usage.notLoopback(host), "serve");
      },
    );
    err.write(`${messages.serving(ledger.folder, serving.url)}\n`);
    await stopped();
    await serving.close();
  } finally {
    await ledger.close();
  }
}

function urlOf(context: Context, given: string): URL {
  const url = URL.parse(given);
  const plain = url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search + url.hash === "";
  if (!plain) throw usageError(context, context.messages.usage.badUrl(given), "serve");
  return url;
}

/** Until whoever runs the program, or the system, asks it to end. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
