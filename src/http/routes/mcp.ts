import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { whoOf } from "../access/who.ts";
import { anyJson } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { route } from "./route.ts";

/** MCP over streamable HTTP, with the same users, tokens and limits as everything else. */
export function addMcp(app: OpenAPIHono, desk: Desk): void {
  route(app, "/mcp", {
    post: [
      {
        summary: "Model Context Protocol, streamable HTTP: one JSON-RPC message.",
        request: { body: { required: true, content: { "application/json": { schema: z.looseObject({}) } } } },
        responses: {
          default: {
            description: "An error of ours, or of JSON-RPC.",
            content: { "application/json": { schema: z.looseObject({}) } },
          },
          200: { description: "JSON-RPC.", content: { "application/json": { schema: z.looseObject({}) } } },
        },
      },
      async (c) => {
        const body = await anyJson(c, desk.maxBody);
        const { answerMcp } = await import("../../mcp/index.ts");
        const { ledger, fresh, addOne } = desk;
        const writes = desk.options.mcpWrites === true && whoOf(c).scopes.includes("add");
        return await answerMcp({ ledger, fresh, add: writes ? addOne : null }, c.req.raw, body);
      },
      "read",
    ],
  });
}
