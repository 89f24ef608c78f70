import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { version } from "../model/version.ts";
import type { McpDesk } from "./desk.ts";
import { addDocumentTools } from "./tools/documents.ts";
import { addLedgerTools } from "./tools/ledger.ts";
import { instructions } from "./untrusted.ts";

/** A server of the Model Context Protocol over one ledger. The tool that writes is there only where `add` is. */
export function mcpServerOf(desk: McpDesk): McpServer {
  const server = new McpServer({ name: "selon", version }, { instructions });
  addLedgerTools(server, desk);
  addDocumentTools(server, desk);
  return server;
}
