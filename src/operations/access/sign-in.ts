import { beginSession, endSession, type Session, sessionOf } from "../../ledger/access/keys.ts";
import { tell } from "../../ledger/access/log.ts";
import { userNamed } from "../../ledger/access/users.ts";
import type { Ledger } from "../../ledger/index.ts";
import { SelonError } from "../../model/error.ts";
import { isPassword } from "./password.ts";

/** Who tries, and from where. */
export type Attempt = { readonly name: string; readonly password: string; readonly from: string };

/**
 * Signs somebody in and gives the secret of a new session, never one that was there before. Throws `wrong-password`,
 * which does not tell whether there is such a user, and `slow-down`.
 */
export type SignIn = (attempt: Attempt, old: string | null) => Promise<string>;

/** Wrong tries that are free of charge; each further one doubles the wait, up to a quarter of an hour. */
const free = 5;
const longestWait = 900_000;
/** From one address, whoever's name is tried. */
const freeFromOne = 20;

type Tries = { wrong: number; until: number; last: number };

export function signInOf(ledger: Ledger, now: () => number = Date.now): SignIn {
  const tries = new Map<string, Tries>();
  const check = (key: string): void => {
    const wait = (tries.get(key)?.until ?? 0) - now();
    if (wait > 0) throw slowDown(Math.ceil(wait / 1_000));
  };
  const failed = (key: string, allowed: number): boolean => {
    const known = tries.get(key) ?? { wrong: 0, until: 0, last: 0 };
    const at = now();
    if (at - known.last > 2 * longestWait) known.wrong = 0;
    known.wrong += 1;
    known.last = at;
    const beyond = known.wrong - allowed;
    if (beyond >= 0) known.until = at + Math.min(longestWait, 1_000 * 2 ** Math.min(beyond, 20));
    tries.delete(key);
    tries.set(key, known);
    // What was tried longest ago is forgotten first.
    for (const old of tries.keys()) {
      if (tries.size <= 20_000) break;
      tries.delete(old);
    }
    return beyond === 0;
  };
  return async ({ name, password, from }, old) => {
    const who = name.normalize("NFKC").toLowerCase().trim().slice(0, 200);
    const keys = [`${from} ${who}`, from] as const;
    for (const key of keys) check(key);
    const user = await userNamed(ledger, name);
    // Counted before the work and taken back after it: many tries at once are as many tries.
    const slowed = [failed(keys[0], free), failed(keys[1], freeFromOne)].some((one) => one);
    if (slowed) {
      const subject = user?.name ?? name.slice(0, 100);
      await ledger.db
        .transaction()
        .execute((work) => tell(work, { author: from, action: "sign-in-slowed", subject, detail: { from } }));
    }
    if (!(await isPassword(password, user?.password ?? null)) || user === null) throw wrong();
    tries.delete(keys[0]);
    const all = tries.get(keys[1]);
    if (all !== undefined) all.wrong = Math.max(0, all.wrong - 1);
    return await beginSession(ledger, user, from, old);
  };
}

function wrong(): SelonError {
  const why = "The name and the password don't go together.";
  return new SelonError({
    code: "wrong-password",
    what: "Nobody was signed in.",
    why,
    todo: "Check both, and try again.",
  });
}

function slowDown(seconds: number): SelonError {
  const what = "The password was not looked at.";
  const why = "Too many wrong ones were tried.";
  const todo = `Try again in ${seconds} seconds.`;
  return new SelonError({ code: "slow-down", what, why, todo, details: { seconds } });
}

export { endSession, type Session, sessionOf };
