import { createHash } from "node:crypto";
import type { Context } from "hono";

/** An answer with an ETag; where the asker has it already, only its name. */
export function reply(
  c: Context,
  body: string | Uint8Array,
  mediaType: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const all = { "cache-control": "private, no-cache", etag, ...headers };
  const known = (c.req.header("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers: all });
  const sent = typeof body === "string" ? body : new Uint8Array(body);
  return new Response(sent, { headers: { ...all, "content-type": mediaType } });
}

/** An answer in JSON, with its ETag. */
export function replyJson(c: Context, value: unknown): Response {
  return reply(c, JSON.stringify(value), "application/json; charset=utf-8");
}
