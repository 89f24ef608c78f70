import { afterAll, beforeAll, expect, test } from "vitest";
import { listAccess, verifyAccess } from "../../operations/access/audit.ts";
import { endSession, sessionOf, signInOf } from "../../operations/access/sign-in.ts";
import { bearerOf, createToken, dropToken } from "../../operations/access/tokens.ts";
import { addUser, listUsers, removeUser, setPassword, setRole } from "../../operations/access/users.ts";
import { onEachEngine } from "../contract.ts";
import { type Ledger, openLedger } from "../ledger.ts";

const password = "un mot de passe assez long";

onEachEngine("users and tokens", (engine) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await engine.place(), "write");
  }, 120_000);
  afterAll(async () => {
    await ledger.close();
    await engine.remove();
  });

  test("sign-in, sessions and tokens", async () => {
    await addUser(ledger, "test", { name: "Odile", role: "admin", password });
    await addUser(ledger, "test", { name: "Zoé", role: "analyst", password });
    await expect(addUser(ledger, "test", { name: "ODILE", role: "reader", password })).rejects.toMatchObject({
      code: "user-exists",
    });
    const signIn = signInOf(ledger);
    const secret = await signIn({ name: "zoé", password, from: "192.0.2.1" }, null);
    const session = await sessionOf(ledger, secret);
    expect(session?.user).toMatchObject({ name: "Zoé", role: "analyst" });
    await expect(signIn({ name: "Zoé", password: `${password}.`, from: "192.0.2.1" }, null)).rejects.toMatchObject({
      code: "wrong-password",
    });
    const asked = { user: "Zoé", name: "feed", scopes: ["read", "add"] as const, days: 1 };
    const { token, secret: key } = await createToken(ledger, "test", asked);
    expect((await bearerOf(ledger, key))?.scopes).toEqual(["read", "add"]);
    await setRole(ledger, "test", "Zoé", "reader");
    expect((await bearerOf(ledger, key))?.scopes, "never more than the role").toEqual(["read"]);
    await dropToken(ledger, "test", token.id);
    expect(await bearerOf(ledger, key)).toBeNull();
    if (session !== null) await endSession(ledger, session);
    expect(await sessionOf(ledger, secret)).toBeNull();
    const again = await signIn({ name: "Zoé", password, from: "192.0.2.1" }, null);
    await setPassword(ledger, "test", "Zoé", `${password} 2`);
    expect(await sessionOf(ledger, again)).toBeNull();
    await removeUser(ledger, "test", "Zoé");
    expect((await listUsers(ledger)).map(({ name }) => name)).toEqual(["Odile"]);
    await removeUser(ledger, "test", "Odile");
  });

  test("what is refused leaves no line; lines written at once stand one after the other", async () => {
    const before = (await listAccess(ledger, 1_000)).length;
    await expect(removeUser(ledger, "test", "Nobody")).rejects.toMatchObject({ code: "no-such-user" });
    const names = Array.from({ length: 6 }, (_, n) => `user-${n}`);
    await Promise.all(names.map((name) => addUser(ledger, "test", { name, role: "reader", password })));
    const lines = await listAccess(ledger, 1_000);
    expect(lines.length).toBe(before + names.length);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, n) => lines.length - n));
    expect(await verifyAccess(ledger)).toEqual([]);
  });

  test("each wrong try beyond the free ones doubles the wait, and time heals", async () => {
    let now = 1_000_000;
    const signIn = signInOf(ledger, () => now);
    const attempt = (given: string) => signIn({ name: "user-1", password: given, from: "198.51.100.1" }, null);
    for (let n = 0; n < 5; n += 1)
      await expect(attempt("wrong wrong")).rejects.toMatchObject({ code: "wrong-password" });
    await expect(attempt(password), "even the right one waits").rejects.toMatchObject({ details: { seconds: 1 } });
    now += 1_001;
    await expect(attempt("wrong wrong")).rejects.toMatchObject({ code: "wrong-password" });
    await expect(attempt(password)).rejects.toMatchObject({ details: { seconds: 2 } });
    await expect(
      signIn({ name: "user-2", password, from: "198.51.100.1" }, null),
      "others are let in",
    ).resolves.toBeTruthy();
    now += 2_001;
    await expect(attempt(password)).resolves.toBeTruthy();
    await expect(attempt(password)).resolves.toBeTruthy();
  });
});
