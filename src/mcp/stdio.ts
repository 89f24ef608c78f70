import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { McpDesk } from "./desk.ts";
import { mcpServerOf } from "./server.ts";

/** Answers on standard input and output until the input ends or `signal` is given. */
export async function serveStdio(desk: McpDesk, signal: AbortSignal): Promise<void> {
  const server = mcpServerOf(desk);
  const transport = new StdioServerTransport();
  const ended = new Promise<void>((resolve) => {
    transport.onclose = resolve;
    process.stdin.once("end", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.connect(transport);
  await ended;
  await server.close();
}
