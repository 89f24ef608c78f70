import { bearerOf, insertToken, revokeToken, tokensOf } from "../../ledger/access/keys.ts";
import { userNamed } from "../../ledger/access/users.ts";
import type { Ledger } from "../../ledger/index.ts";
import { type Scope, scopesOf, type Token } from "../../model/access.ts";
import { SelonError } from "../../model/error.ts";

export type Asked = {
  /** Whose it is. */
  readonly user: string;
  /** What it is for. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Days until it ends by itself; null for never. */
  readonly days: number | null;
};

/** Makes a key for a program. Its secret is told once. Throws `no-such-user`, `scope-beyond-role`. */
export async function createToken(ledger: Ledger, by: string, asked: Asked): Promise<{ token: Token; secret: string }> {
  const { name, scopes, days } = asked;
  const user = await userNamed(ledger, asked.user);
  if (user === null) {
    const what = `There is no user “${asked.user}”.`;
    const todo = "List them with: selon users list.";
    const details = { name: asked.user };
    throw new SelonError({ code: "no-such-user", what, why: "A token is somebody's.", todo, details });
  }
  const beyond = scopes.filter((scope) => !scopesOf[user.role].includes(scope));
  if (beyond.length > 0) {
    const what = `“${user.name}” can't have a token that may ${beyond.join(", ")}.`;
    const why = `The role ${user.role} allows ${scopesOf[user.role].join(", ")}.`;
    const details = { name: user.name, scopes: beyond.join(", ") };
    throw new SelonError({ code: "scope-beyond-role", what, why, todo: "Ask for less.", details });
  }
  const expires = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
  const unique = [...new Set(scopes)];
  return await insertToken(ledger, by, user, { name, scopes: unique, expires });
}

/** Tokens of everybody, or of one user by id. */
export async function listTokens(ledger: Ledger, user?: string): Promise<Token[]> {
  return await tokensOf(ledger, user);
}

/** Throws `no-such-token`. */
export async function dropToken(ledger: Ledger, by: string, id: string): Promise<void> {
  await revokeToken(ledger, by, id);
}

export { bearerOf, type Scope, type Token };
