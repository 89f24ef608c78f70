import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { version } from "../../model/version.ts";
import { reply, replyJson } from "../reply.ts";
import { policyWithStyle } from "../security.ts";
import { route } from "./route.ts";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h2{font-size:1rem;margin:2rem 0 .25rem}code{font-family:ui-monospace,monospace}table{border-collapse:collapse}
td{padding:.1rem 1rem .1rem 0;vertical-align:top}@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}a{color:#9bf}}`;

/** The OpenAPI document, and a page that tells the same to people. */
export function addAbout(app: OpenAPIHono): void {
  const registry = app.openAPIRegistry;
  registry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "selon" });
  registry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  const document = (): ReturnType<OpenAPIHono["getOpenAPI31Document"]> =>
    app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "Selon",
        version,
        description:
          "Who says so, on whose word, who denies it. On loopback and for one user there is no login; else a session or a token.",
        license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
      },
      servers: [{ url: "/" }],
    });
  route(app, "/api/openapi.json", {
    get: [
      {
        summary: "This document.",
        responses: {
          200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: z.looseObject({}) } } },
        },
      },
      (c) => replyJson(c, document()),
      "open",
    ],
  });
  route(app, "/api/docs", {
    get: [
      {
        summary: "What the API can do, for people.",
        responses: { 200: { description: "A page.", content: { "text/html": { schema: z.string() } } } },
      },
      (c) => {
        const headers = { "content-security-policy": policyWithStyle(style) };
        return reply(c, docsPage(document()), "text/html; charset=utf-8", headers);
      },
      "open",
    ],
  });
}

type Told = { summary?: string; parameters?: { name?: string; in?: string; description?: string }[] };

function docsPage(document: { paths?: object | undefined }): string {
  const parts: string[] = [];
  for (const [path, methods] of Object.entries((document.paths ?? {}) as Record<string, Record<string, Told>>)) {
    for (const [method, { summary, parameters }] of Object.entries(methods)) {
      const rows = (parameters ?? []).map(
        (one) => `<tr><td><code>${escaped(one.name)}</code></td><td>${escaped(one.description)}</td></tr>`,
      );
      parts.push(`<h2><code>${method.toUpperCase()} ${escaped(path)}</code></h2>\n<p>${escaped(summary)}</p>`);
      if (rows.length > 0) parts.push(`<table>${rows.join("")}</table>`);
    }
  }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Selon: HTTP API</title><style>${style}</style></head>
<body><h1>Selon: HTTP API</h1>
<p>Version ${escaped(version)}. For programs: <a href="/api/openapi.json">OpenAPI document</a>. Lists answer <code>items</code>, <code>total</code> and <code>next</code>, the cursor of the page after. Every error is <code>{"error": {"code", "what", "why", "todo"}}</code>.</p>
${parts.join("\n")}
</body></html>
`;
}

function escaped(text: string | undefined): string {
  return (text ?? "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
