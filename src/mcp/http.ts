import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { McpDesk } from "./desk.ts";
import { mcpServerOf } from "./server.ts";

/**
 * Answers one request of the streamable HTTP transport. Nothing is remembered from one request to the next, so that any
 * number of servers can answer the same client.
 */
export async function answerMcp(desk: McpDesk, request: Request, body: unknown): Promise<Response> {
  const server = mcpServerOf(desk);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await server.close();
  }
}
