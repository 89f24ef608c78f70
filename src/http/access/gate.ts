import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { userInfo } from "node:os";
import type { Context, MiddlewareHandler } from "hono";
import { sessionOf } from "../../ledger/access/keys.ts";
import { countUsers, usersOf } from "../../ledger/access/users.ts";
import { bearerOf } from "../../operations/access/tokens.ts";
import type { Desk } from "../desk.ts";
import { HttpError } from "../error.ts";
import { isForeign } from "../security.ts";
import { secretOf } from "./cookie.ts";
import { limiterOf, usualLimits } from "./limits.ts";
import { remember, type Who } from "./who.ts";

/** Finds out who asks, holds back who asks too often, and refuses what another site's page sends in somebody's name. */
export function gate(desk: Desk): MiddlewareHandler {
  const limits = desk.options.limits ?? usualLimits;
  const limit = limiterOf();
  return async (c, next) => {
    const reads = c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS";
    if (!reads) refuseForeign(c, desk);
    const who = await whoAsks(c, desk);
    remember(c, who);
    if (who.via === "nobody") limit(`address ${who.address}`, limits.strangers);
    else if (who.via !== "loopback")
      limit(`${reads ? "reads" : "writes"} ${who.user?.id}`, reads ? limits.reads : limits.writes);
    if (!reads && who.session !== null) refuseForged(c, who.session.csrf);
    return await next();
  };
}

function refuseForeign(c: Context, { options }: Desk): void {
  const host = options.publicUrl?.host ?? c.req.header("host") ?? "";
  const scheme = options.publicUrl?.protocol ?? "http:";
  if (!isForeign(c.req.header("origin"), c.req.header("sec-fetch-site"), `${scheme}//${host}`)) return;
  const why = "It was sent by a page of another site.";
  const todo = "Send it from a program or from Selon's own pages.";
  throw new HttpError(403, ["foreign-origin", "Nothing was changed.", why, todo]);
}

/** A browser sends the cookie by itself; only a page of ours knows what goes with it. */
function refuseForged(c: Context, csrf: string): void {
  const given = Buffer.from(c.req.header("x-selon-csrf") ?? "");
  const kept = Buffer.from(csrf);
  if (given.length === kept.length && timingSafeEqual(given, kept)) return;
  const why = "The header X-Selon-CSRF is missing or wrong.";
  throw new HttpError(403, ["bad-csrf", "Nothing was changed.", why, "Send csrf as GET /api/session tells it."]);
}

async function whoAsks(c: Context, desk: Desk): Promise<Who> {
  const { ledger } = desk;
  const address = addressOf(c, desk);
  const none = { user: null, scopes: [], session: null, address } as const;
  const bearer = /^Bearer\s+(\S{1,200})$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (bearer !== undefined) {
    const found = await bearerOf(ledger, bearer);
    if (found === null) {
      const parts = [
        "bad-token",
        "Nothing was done.",
        "The token is unknown, ended or revoked.",
        "Ask for another.",
      ] as const;
      throw new HttpError(401, parts, { "www-authenticate": 'Bearer realm="selon", error="invalid_token"' });
    }
    return { ...none, name: found.user.name, user: found.user, scopes: found.scopes, via: "token" };
  }
  const secret = secretOf(c, isSecure(desk));
  const session = secret === null ? null : await sessionOf(ledger, secret);
  if (session !== null) {
    const { user } = session;
    return { ...none, name: user.name, user, scopes: desk.scopesOf(user.role), via: "session", session };
  }
  if (!(await isOpen(c, desk))) return { ...none, name: "", via: "nobody" };
  const [only] = await usersOf(ledger);
  // Whoever may use this machine is let in, and still can't say who may do what.
  const scopes = (only === undefined ? desk.scopesOf("analyst") : desk.scopesOf(only.role)).filter(
    (one) => one !== "admin",
  );
  return { ...none, name: only?.name ?? accountName(), user: only ?? null, scopes, via: "loopback" };
}

/** On loopback, for the one user of this machine, no login; not for what came through a proxy from who knows where. */
async function isOpen(c: Context, { ledger, options }: Desk): Promise<boolean> {
  if (options.publicUrl != null || options.loopback === false) return false;
  for (const name of ["forwarded", "x-forwarded-for", "x-real-ip", "via"])
    if (c.req.header(name) !== undefined) return false;
  return (await countUsers(ledger)) <= 1;
}

export function isSecure({ options }: Desk): boolean {
  return options.publicUrl?.protocol === "https:";
}

/** Behind a proxy of ours (a public address is given, and the proxy is on this machine), the address that it names last. */
function addressOf(c: Context, { options }: Desk): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  const direct = incoming?.socket.remoteAddress ?? "unknown";
  if (options.publicUrl == null || options.loopback === false) return direct;
  return c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 60) || direct;
}

/** The account of this machine under which the server runs. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "local";
  }
}
