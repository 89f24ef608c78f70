import type { Context } from "hono";
import type { Session } from "../../ledger/access/keys.ts";
import type { Scope, User } from "../../model/access.ts";
import { HttpError } from "../error.ts";

/** Who asks, and what he may do. */
export type Who = {
  /** The name under which decisions and additions are kept. */
  readonly name: string;
  readonly user: User | null;
  readonly scopes: readonly Scope[];
  /** `loopback`: whoever is at this machine, without login; `nobody`: not signed in where that is needed. */
  readonly via: "loopback" | "session" | "token" | "nobody";
  readonly session: Session | null;
  /** Where the request is from, as far as is known. */
  readonly address: string;
};

const known = new WeakMap<Request, Who>();

export function remember(c: Context, who: Who): void {
  known.set(c.req.raw, who);
}

/** Who asks, as the gate found out. */
export function whoOf(c: Context): Who {
  const who = known.get(c.req.raw);
  if (who === undefined) throw new Error("a route was reached without the gate");
  return who;
}

/** Lets on who may do this; `open` is for everybody. */
export function allow(c: Context, scope: Scope | "open"): void {
  if (scope === "open") return;
  const { via, scopes, name } = whoOf(c);
  if (scopes.includes(scope)) return;
  if (via === "nobody") {
    const todo = "Sign in, or send a token: Authorization: Bearer …";
    const parts = ["login-required", "Nothing was done.", "This server asks who you are.", todo] as const;
    throw new HttpError(401, parts, { "www-authenticate": 'Bearer realm="selon"' });
  }
  const why = `It needs leave to ${scope}; ${name} has leave to ${scopes.join(", ") || "do nothing"}.`;
  const todo =
    via === "loopback"
      ? "Sign in as an administrator, or use selon users at the command line."
      : "Ask an administrator.";
  throw new HttpError(403, ["not-allowed", "Nothing was done.", why, todo]);
}
