import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import type { DeskOptions } from "./desk.ts";

/**
 * Packs answers for whoever is far away: a hundred claims are a tenth of their size. On this machine the
 * time is better spent otherwise. What holds secrets goes as it is, so that its size tells nothing about them, and what is
 * told line by line is not held back.
 */
export function compressed({ loopback, publicUrl }: DeskOptions): MiddlewareHandler {
  if (loopback !== false && publicUrl === undefined) return async (_, next) => await next();
  const packed = compress({
    encoding: "gzip",
    threshold: 4_096,
    contentTypeFilter: /^(application\/(json|ld\+json)|text\/(html|csv|markdown))\b/,
  });
  return async (c, next) => (secret.test(c.req.path) ? await next() : await packed(c, next));
}

const secret = /^\/api\/(session|tokens|users|access)\b/;
