import { Option } from "commander";
import { SelonError } from "../model/error.ts";
import type { Messages } from "./messages/index.ts";
import { type Paint, paintOf } from "./output/style.ts";

/** What a command needs of the world it runs in. */
export type Context = {
  readonly messages: Messages;
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** Set by a command; 1 where a document could not be read. */
  exitCode: number;
};

/** The world of a running program: its streams, the width of its terminal, whether colours are wanted. */
export function contextOf(messages: Messages, process: NodeJS.Process): Context {
  const { stdout, stderr, env } = process;
  const coloured = stdout.isTTY === true && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
  const width = Math.max(40, stdout.columns || Number(env.COLUMNS) || 100);
  return { messages, out: stdout, err: stderr, env, width, paint: paintOf(coloured), exitCode: 0 };
}

/** Writes data, waiting while the reader at the other end is slow, so that memory stays bounded. */
export async function write({ out }: Context, text: string | Uint8Array): Promise<void> {
  if (text.length === 0 || out.destroyed) return;
  if (out.write(text)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      out.off("drain", go).off("close", go);
      resolve();
    };
    out.once("drain", go).once("close", go);
  });
}

/** Where the ledger is: a folder, or the address of a PostgreSQL database. */
export function ledgerFolder(options: { ledger?: string | undefined }): string {
  return options.ledger ?? (process.env.SELON_DATABASE_URL || "./.selon");
}

/** `--ledger`, as every command has it. */
export function ledgerOption({ messages }: Context): Option {
  return new Option("--ledger <place>", `${messages.options.ledger} ./.selon`);
}

/** A wrong command line: exit code 2. */
export function usageError(context: Context, what: string, command: string): SelonError {
  return new SelonError({ code: "usage", what, why: "", todo: context.messages.usage.seeHelp(`selon ${command}`) });
}

/** Checks an ISO 8601 date as precise as a year, or a date-time. */
export function checkDate(context: Context, given: string | undefined, command: string): string | undefined {
  if (given === undefined) return undefined;
  const shape = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
  const day = given.slice(0, 10);
  const real = day.length < 10 || (!Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day));
  if (!shape.test(given) || !real || Number.isNaN(Date.parse(given))) {
    throw usageError(context, context.messages.usage.badDate(given), command);
  }
  return given;
}
