export type { Addable, McpDesk } from "./desk.ts";
export { answerMcp } from "./http.ts";
export { mcpServerOf } from "./server.ts";
export { serveStdio } from "./stdio.ts";
