import { createHash, randomBytes } from "node:crypto";
import { type Role, type Scope, scopesOf, type Token, type User } from "../../model/access.ts";
import { SelonError } from "../../model/error.ts";
import type { Ledger } from "../ledger.ts";
import type { Row } from "../schema.ts";
import { tell } from "./log.ts";

// Sessions of people and tokens of programs. Both are long random secrets, of which only a hash is kept: whoever reads the
// ledger can't sign in with what is there.

/** How long a session lasts without use, and at most, in milliseconds. */
const idle = 12 * 3_600_000;
const longest = 7 * 24 * 3_600_000;

export type Session = { readonly user: User; readonly csrf: string; readonly hash: string };

/** Begins a session, ending the one whose place it takes. Gives its secret, which is told once. */
export async function beginSession(ledger: Ledger, user: User, from: string, old: string | null): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const csrf = randomBytes(24).toString("base64url");
  const now = new Date();
  await ledger.db.transaction().execute(async (work) => {
    await tell(work, { author: user.name, action: "signed-in", subject: user.name, detail: { from } });
    if (old !== null) await work.deleteFrom("sessions").where("hash", "=", hashOf(old)).execute();
    const stale = new Date(now.getTime() - longest).toISOString();
    await work.deleteFrom("sessions").where("created", "<", stale).execute();
    const [created, seen] = [now.toISOString(), now.toISOString()];
    await work
      .insertInto("sessions")
      .values({ hash: hashOf(secret), user_id: user.id, csrf, created, seen })
      .execute();
  });
  return secret;
}

/** The session of a secret, where it is one that still lasts. */
export async function sessionOf(ledger: Ledger, secret: string): Promise<Session | null> {
  const hash = hashOf(secret);
  const row = await ledger.db
    .selectFrom("sessions as s")
    .innerJoin("users as u", "u.id", "s.user_id")
    .select(["u.id", "u.name", "u.role", "u.created", "u.changed", "s.csrf", "s.seen", "s.created as began"])
    .where("s.hash", "=", hash)
    .executeTakeFirst();
  if (row === undefined) return null;
  const now = Date.now();
  const { csrf, seen, began, role, ...user } = row;
  if (now - Date.parse(seen) > idle || now - Date.parse(began) > longest) {
    await ledger.db.deleteFrom("sessions").where("hash", "=", hash).execute();
    return null;
  }
  // Written down now and then only: a look at a page need not wait for the disk.
  if (now - Date.parse(seen) > 600_000 && !ledger.frozen) {
    const at = new Date(now).toISOString();
    await ledger.db.updateTable("sessions").set({ seen: at }).where("hash", "=", hash).execute();
  }
  return { user: { ...user, role: role as Role }, csrf, hash };
}

/** Ends one session; its secret is worth nothing from then on. */
export async function endSession(ledger: Ledger, { user, hash }: Session): Promise<void> {
  await ledger.db.transaction().execute(async (work) => {
    await tell(work, { author: user.name, action: "signed-out", subject: user.name });
    await work.deleteFrom("sessions").where("hash", "=", hash).execute();
  });
}

/** Makes a token of a user; its secret is told once. `expires` is an ISO 8601 instant. */
export async function insertToken(
  ledger: Ledger,
  by: string,
  user: User,
  {
    name,
    scopes,
    expires,
  }: { readonly name: string; readonly scopes: readonly Scope[]; readonly expires: string | null },
): Promise<{ readonly token: Token; readonly secret: string }> {
  const id = `t-${randomBytes(9).toString("base64url")}`;
  const secret = `selon_${randomBytes(32).toString("base64url")}`;
  const created = new Date().toISOString();
  await ledger.db.transaction().execute(async (work) => {
    const detail = { token: id, name, scopes: scopes.join(" "), expires: expires ?? "" };
    await tell(work, { author: by, action: "token-created", subject: user.name, detail });
    await work
      .insertInto("tokens")
      .values({ id, hash: hashOf(secret), user_id: user.id, name, scopes: scopes.join(" "), created, expires })
      .execute();
  });
  return { token: { id, user: user.name, name, scopes, created, used: null, expires, revoked: null }, secret };
}

/** Tokens of everybody, or of one user. */
export async function tokensOf({ db }: Ledger, user?: string): Promise<Token[]> {
  let query = db
    .selectFrom("tokens as t")
    .innerJoin("users as u", "u.id", "t.user_id")
    .selectAll("t")
    .select("u.name as owner")
    .orderBy("t.created")
    .orderBy("t.id");
  if (user !== undefined) query = query.where("u.id", "=", user);
  return (await query.execute()).map(tokenOf);
}

/** Throws `no-such-token`. */
export async function revokeToken(ledger: Ledger, by: string, id: string): Promise<void> {
  await ledger.db.transaction().execute(async (work) => {
    await tell(work, { author: by, action: "token-revoked", subject: id });
    const revoked = new Date().toISOString();
    const { numUpdatedRows } = await work
      .updateTable("tokens")
      .set({ revoked })
      .where("id", "=", id)
      .where("revoked", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
    throw new SelonError({
      code: "no-such-token",
      what: `There is no token ${id}.`,
      why: "It was never made, or is revoked already.",
      todo: "List them with: selon tokens list.",
      details: { id },
    });
  });
}

/** The user of a token's secret, with what the token and the user's role both allow; null where it is no token (any more). */
export async function bearerOf(
  ledger: Ledger,
  secret: string,
): Promise<{ readonly user: User; readonly token: string; readonly scopes: readonly Scope[] } | null> {
  const row = await ledger.db
    .selectFrom("tokens as t")
    .innerJoin("users as u", "u.id", "t.user_id")
    .select(["t.id as token", "t.scopes", "t.used", "t.expires", "t.revoked"])
    .select(["u.id", "u.name", "u.role", "u.created", "u.changed"])
    .where("t.hash", "=", hashOf(secret))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { token, scopes, used, expires, revoked, role, ...user } = row;
  const now = new Date();
  if (revoked !== null || (expires !== null && Date.parse(expires) <= now.getTime())) return null;
  if ((used === null || now.getTime() - Date.parse(used) > 600_000) && !ledger.frozen) {
    await ledger.db.updateTable("tokens").set({ used: now.toISOString() }).where("id", "=", token).execute();
  }
  const own = scopes.split(" ");
  const allowed = scopesOf[role as Role].filter((scope) => own.includes(scope));
  return { user: { ...user, role: role as Role }, token, scopes: allowed };
}

function tokenOf({ hash: _, user_id: __, owner, scopes, ...row }: Row<"tokens"> & { owner: string }): Token {
  return { ...row, user: owner, scopes: scopes.split(" ") as Scope[] };
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
