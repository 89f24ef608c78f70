import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Context } from "./context.ts";

/**
 * A password, asked for twice without showing it; from a pipe, its first line. Never an argument: those are seen by
 * everybody on the machine.
 */
export async function askPassword({ messages, err }: Context): Promise<string> {
  const { stdin } = process;
  if (!stdin.isTTY) return await firstLine(stdin);
  for (;;) {
    const one = await hidden(messages.access.ask, err);
    const again = await hidden(messages.access.again, err);
    if (one === again) return one;
    err.write(`${messages.access.differ}\n`);
  }
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return "";
}

function hidden(prompt: string, err: NodeJS.WriteStream): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  err.write(prompt);
  return new Promise((resolve) => {
    terminal.question("", (answer) => {
      terminal.close();
      err.write("\n");
      resolve(answer);
    });
    terminal.once("SIGINT", () => {
      err.write("\n");
      process.exit(130);
    });
  });
}
