import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import { type Context, ledgerFolder, ledgerOption, write } from "../context.ts";
import { jsonLine } from "../output/data.ts";
import { plain } from "../output/style.ts";
import { newCommand } from "./command.ts";

type Options = { ledger?: string; concurrency: number; drain?: true };

export function worker(context: Context): Command {
  const { messages } = context;
  return newCommand("worker", context, ["selon worker", "selon worker --concurrency 4", "selon worker --drain"])
    .option("--concurrency <number>", messages.options.concurrency, countOf, 1)
    .option("--drain", messages.options.drain)
    .addOption(ledgerOption(context))
    .action((options: Options) => run(context, options));
}

function countOf(given: string): number {
  const count = /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
  if (!(count >= 1 && count <= 256)) throw new InvalidArgumentError(`1–256 (${availableParallelism()})`);
  return count;
}

async function run(context: Context, options: Options): Promise<void> {
  const { openToAdd } = await import("../../operations/ledger.ts");
  const { work } = await import("../../operations/worker.ts");
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end).once("SIGTERM", end);
  const ledger = await openToAdd(ledgerFolder(options));
  // Reading takes a whole core: each further one is a process of its own.
  const others = Array.from({ length: options.concurrency - 1 }, () => another(options));
  ending.signal.addEventListener("abort", () => {
    for (const { kill } of others) kill("SIGTERM");
  });
  try {
    const { signal } = ending;
    for await (const event of work(ledger, { signal, drain: options.drain })) {
      if (event.kind === "left") context.err.write(`selon: ${plain(context.messages.left(event.id, event.why))}\n`);
      else await write(context, jsonLine(event));
    }
    await Promise.all(others.map(({ ended }) => ended));
  } finally {
    for (const { kill } of others) kill("SIGTERM");
    process.off("SIGINT", end).off("SIGTERM", end);
    await ledger.close();
  }
}

type Other = { readonly kill: (signal: NodeJS.Signals) => void; readonly ended: Promise<void> };

/** The same program again. One that dies is begun anew; what it had taken is given to another. */
function another(options: Options): Other {
  const given = [process.argv[1] ?? "", "worker", ...(options.drain === true ? ["--drain"] : [])];
  const place = options.ledger === undefined ? [] : ["--ledger", options.ledger];
  let [child, over]: [ChildProcess | null, boolean] = [null, false];
  const ended = new Promise<void>((resolve) => {
    const begin = (): void => {
      child = spawn(process.execPath, [...process.execArgv, ...given, ...place], {
        stdio: ["ignore", "inherit", "inherit"],
      });
      child.once("error", () => resolve());
      child.once("exit", (code, signal) => {
        if (over || code === 0 || (code !== null && code <= 3)) resolve();
        else setTimeout(() => (over ? resolve() : begin()), signal === null ? 1_000 : 100);
      });
    };
    begin();
  });
  const kill = (signal: NodeJS.Signals): void => {
    over = true;
    child?.kill(signal);
  };
  return { kill, ended };
}
