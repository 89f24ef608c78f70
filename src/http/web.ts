import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { appPolicy } from "./security.ts";

/** Where the built web app is, in a checkout and in the package alike. */
export const webFolder = join(import.meta.dirname, "../../web/dist");

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

type Kept = {
  readonly bytes: Uint8Array;
  readonly packed: Uint8Array | null;
  readonly headers: Record<string, string>;
};

/**
 * The files of the web app by their addresses, read once: what is asked for is looked up in this list and never made into
 * a path. Empty where the app is not built.
 */
export function webFiles(folder: string): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>();
  for (const path of filesIn(folder)) {
    const type = types[extname(path)];
    if (type === undefined) continue;
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    const bytes = readFileSync(path);
    const text = /^(text|application)\/|svg/.test(type);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    const packed = text && bytes.length > 1_000 ? brotliCompressSync(bytes, quality) : null;
    // Vite names what is in `assets` by its content.
    const cache = address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
    const headers = { "content-type": type, "cache-control": cache, etag, vary: "accept-encoding" };
    found.set(address, { bytes, packed, headers });
  }
  return found;
}

function filesIn(folder: string): string[] {
  try {
    if (!statSync(folder).isDirectory()) return [];
  } catch {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The web app, where it is built: its files, and its first page for every address that is a place within it. */
export function addWeb(app: OpenAPIHono, folder: string): void {
  const files = webFiles(folder);
  const index = files.get("/index.html");
  if (index === undefined) {
    app.get("/", (c) => c.redirect("/api/docs", 302));
    return;
  }
  app.get("*", async (c, next) => {
    const { path } = c.req;
    if (/^\/(api|mcp)(\/|$)/.test(path)) return await next();
    const file = files.get(path);
    if (file !== undefined) return answer(c, file);
    // What looks like a file and is none is missing; anything else is a place in the app.
    return /\.[a-z0-9]{1,12}$/i.test(path) ? await next() : answer(c, index);
  });
}

function answer(c: Context, { bytes, packed, headers }: Kept): Response {
  const all: Record<string, string> = { ...headers, "content-security-policy": appPolicy };
  if (c.req.header("if-none-match") === headers.etag) return new Response(null, { status: 304, headers: all });
  const takes = /(^|[\s,])br\s*(,|;|$)/.test(c.req.header("accept-encoding") ?? "");
  if (packed === null || !takes) return new Response(new Uint8Array(bytes), { headers: all });
  return new Response(new Uint8Array(packed), { headers: { ...all, "content-encoding": "br" } });
}
