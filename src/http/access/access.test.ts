import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { article } from "../../ledger/testing.ts";
import type { Role, Scope } from "../../model/access.ts";
import { listAccess, verifyAccess } from "../../operations/access/audit.ts";
import { createToken } from "../../operations/access/tokens.ts";
import { addUser } from "../../operations/access/users.ts";
import { serveLedger } from "../index.ts";
import { type Bench, bench, refused } from "../testing.ts";

// A real server with three users, so that everybody must sign in.
const password = "un mot de passe assez long";
let desk: Bench;
beforeAll(async () => {
  desk = await bench([], { limits: { reads: quick, writes: quick, strangers: quick } }, async (ledger) => {
    const people: [string, Role][] = [
      ["Odile", "admin"],
      ["Bastien", "analyst"],
      ["Zoé", "reader"],
    ];
    for (const [name, role] of people) await addUser(ledger, "test", { name, role, password });
  });
});
afterAll(() => desk.close());
const quick = { perMinute: 60_000, burst: 60_000 };
const json = { "content-type": "application/json" };

type In = { readonly cookie: string; readonly csrf: string };
const signIn = (name: string, given = password, headers: Record<string, string> = {}): Promise<Response> =>
  desk.ask("/api/session", {
    method: "POST",
    headers: { ...json, ...headers },
    body: JSON.stringify({ name, password: given }),
  });
const cookieIn = (answer: Response): string => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
async function as(name: string): Promise<In> {
  const answer = await signIn(name);
  expect(answer.status).toBe(200);
  return { cookie: cookieIn(answer), csrf: ((await answer.json()) as { csrf: string }).csrf };
}
const from = ({ cookie, csrf }: In): Record<string, string> => ({ cookie, "x-selon-csrf": csrf });
const post = (path: string, body: unknown, headers: Record<string, string>, method = "POST"): Promise<Response> =>
  desk.ask(path, { method, headers: { ...json, ...headers }, body: JSON.stringify(body) });
const add = (headers: Record<string, string>, text = article(1)): Promise<Response> =>
  desk.ask("/api/documents?language=fr", {
    method: "POST",
    headers: { "content-type": "text/plain", ...headers },
    body: text,
  });
const token = async (user: string, scopes: readonly Scope[], days: number | null = 1): Promise<string> =>
  `Bearer ${(await createToken(desk.ledger, "test", { user, name: "probe", scopes, days })).secret}`;

describe("who gets in", () => {
  test("nobody who is not signed in", async () => {
    for (const path of ["/api/stories", "/api/documents", "/api/report", "/api/events", "/api/users", "/api/access"]) {
      const answer = await desk.ask(path);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      await refused(answer, 401, "login-required");
    }
    await refused(await add({}), 401, "login-required");
    const session = (await (await desk.ask("/api/session")).json()) as { via: string; scopes: string[] };
    expect(session).toMatchObject({ via: "nobody", scopes: [], csrf: null });
    expect((await desk.ask("/api/openapi.json")).status).toBe(200);
  });

  test("whoever knows the password, with a cookie that no script reads and no other site sends", async () => {
    const answer = await signIn("odile");
    expect(answer.headers.get("set-cookie")).toMatch(
      /^selon=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    expect(await answer.json()).toMatchObject({ via: "session", user: { name: "Odile", role: "admin" } });
    const odile = await as("Odile");
    expect((await desk.ask("/api/stories", { headers: { cookie: odile.cookie } })).status).toBe(200);
  });

  test("what each role may do", async () => {
    const [reader, analyst, admin] = [await as("Zoé"), await as("Bastien"), await as("Odile")];
    expect((await desk.ask("/api/claims", { headers: from(reader) })).status).toBe(200);
    await refused(await add(from(reader)), 403, "not-allowed");
    expect((await add(from(analyst))).status).toBe(201);
    for (const who of [reader, analyst]) {
      await refused(await desk.ask("/api/users", { headers: from(who) }), 403, "not-allowed");
      await refused(await desk.ask("/api/access", { headers: from(who) }), 403, "not-allowed");
      await refused(await post("/api/users", { name: "Eve", role: "admin", password }, from(who)), 403, "not-allowed");
      await refused(await post("/api/users/Zo%C3%A9", { role: "admin" }, from(who), "PATCH"), 403, "not-allowed");
    }
    const people = (await (await desk.ask("/api/users", { headers: from(admin) })).json()) as { items: object[] };
    expect(people.items.length).toBe(3);
    expect(JSON.stringify(people)).not.toMatch(/argon2|password/);
  });

  test("signing out ends the session, and a new password ends them all", async () => {
    const [one, two] = [await as("Zoé"), await as("Zoé")];
    expect((await desk.ask("/api/session", { method: "DELETE", headers: from(one) })).status).toBe(204);
    await refused(await desk.ask("/api/stories", { headers: { cookie: one.cookie } }), 401, "login-required");
    await refused(
      await post("/api/session/password", { old: "wrong wrong wrong", new: "x" }, from(two), "PUT"),
      401,
      "wrong-password",
    );
    await refused(
      await post("/api/session/password", { old: password, new: "short" }, from(two), "PUT"),
      400,
      "weak-password",
    );
    expect((await post("/api/session/password", { old: password, new: `${password}!` }, from(two), "PUT")).status).toBe(
      204,
    );
    await refused(await desk.ask("/api/stories", { headers: { cookie: two.cookie } }), 401, "login-required");
    await refused(await signIn("Zoé"), 401, "wrong-password");
    expect((await signIn("Zoé", `${password}!`)).status).toBe(200);
  });

  test("an administrator adds, changes and removes users, but never the last administrator", async () => {
    const admin = from(await as("Odile"));
    expect((await post("/api/users", { name: "Ève", role: "reader", password }, admin)).status).toBe(201);
    await refused(await post("/api/users", { name: "ÈVE", role: "reader", password }, admin), 409, "user-exists");
    await refused(await post("/api/users", { name: "x\ny", role: "reader", password }, admin), 400, "bad-user-name");
    const eve = await as("Ève");
    await refused(await add(from(eve), article(2)), 403, "not-allowed");
    expect((await post("/api/users/%C3%88ve", { role: "analyst" }, admin, "PATCH")).status).toBe(204);
    expect((await add(from(eve), article(2))).status, "a new role holds at once").toBe(201);
    expect((await desk.ask("/api/users/%C3%88ve", { method: "DELETE", headers: admin })).status).toBe(204);
    await refused(await desk.ask("/api/stories", { headers: { cookie: eve.cookie } }), 401, "login-required");
    await refused(await desk.ask("/api/users/Odile", { method: "DELETE", headers: admin }), 409, "last-admin");
    await refused(await post("/api/users/Odile", { role: "reader" }, admin, "PATCH"), 409, "last-admin");
  });
});

describe("tokens", () => {
  test("do what their scopes say and no more", async () => {
    const [read, write] = [await token("Bastien", ["read"]), await token("Bastien", ["add"])];
    expect((await desk.ask("/api/stories", { headers: { authorization: read } })).status).toBe(200);
    await refused(await add({ authorization: read }), 403, "not-allowed");
    await refused(await desk.ask("/api/stories", { headers: { authorization: write } }), 403, "not-allowed");
    expect((await add({ authorization: write }, article(3))).status, "no CSRF token needed: no browser sends it").toBe(
      201,
    );
    await refused(await desk.ask("/api/users", { headers: { authorization: write } }), 403, "not-allowed");
    await refused(
      await post("/api/tokens", { name: "more", scopes: ["read"] }, { authorization: read }),
      403,
      "not-allowed",
    );
  });

  test("end when they are revoked or over, and are never more than their user", async () => {
    const bastien = from(await as("Bastien"));
    const made = await post("/api/tokens", { name: "feed", scopes: ["read"], days: 2 }, bastien);
    expect(made.status).toBe(201);
    const { token: kept, secret } = (await made.json()) as { token: { id: string }; secret: string };
    const authorization = `Bearer ${secret}`;
    expect((await desk.ask("/api/stories", { headers: { authorization } })).status).toBe(200);
    expect(await (await desk.ask("/api/tokens", { headers: bastien })).text()).not.toContain(secret);
    const zoe = await signIn("Zoé", `${password}!`);
    const other = from({ cookie: cookieIn(zoe), csrf: ((await zoe.json()) as { csrf: string }).csrf });
    await refused(await desk.ask(`/api/tokens/${kept.id}`, { method: "DELETE", headers: other }), 404, "not-found");
    expect((await desk.ask(`/api/tokens/${kept.id}`, { method: "DELETE", headers: bastien })).status).toBe(204);
    await refused(await desk.ask("/api/stories", { headers: { authorization } }), 401, "bad-token");
    const over = await token("Bastien", ["read"], -1);
    await refused(await desk.ask("/api/stories", { headers: { authorization: over } }), 401, "bad-token");
    await refused(await desk.ask("/api/stories", { headers: { authorization: "Bearer selon_x" } }), 401, "bad-token");
    await refused(await post("/api/tokens", { name: "all", scopes: ["admin"] }, bastien), 400, "scope-beyond-role");
    await refused(
      await post("/api/tokens", { name: "his", scopes: ["read"], user: "Odile" }, bastien),
      403,
      "not-allowed",
    );
  });
});

describe("attacks", () => {
  test("another site's page can change nothing, with or without the cookie (CSRF)", async () => {
    const who = await as("Bastien");
    const { cookie } = who;
    await refused(await add({ cookie }, article(4)), 403, "bad-csrf");
    await refused(await add({ cookie, "x-selon-csrf": "x".repeat(32) }, article(4)), 403, "bad-csrf");
    await refused(await add({ ...from(who), origin: "http://evil.example" }, article(4)), 403, "foreign-origin");
    await refused(await add({ ...from(who), "sec-fetch-site": "cross-site" }, article(4)), 403, "foreign-origin");
    await refused(await add({ ...from(who), "sec-fetch-site": "same-site" }, article(4)), 403, "foreign-origin");
    await refused(await signIn("Bastien", password, { origin: "http://evil.example" }), 403, "foreign-origin");
    const form = { "content-type": "application/x-www-form-urlencoded" };
    await refused(await signIn("Bastien", password, form), 415, "unsupported-type");
  });

  test("a session that somebody else planted is not the one that is signed in (fixation)", async () => {
    const planted = `selon=${"A".repeat(43)}`;
    const answer = await signIn("Bastien", password, { cookie: planted });
    expect(cookieIn(answer)).not.toBe(planted);
    await refused(await desk.ask("/api/stories", { headers: { cookie: planted } }), 401, "login-required");
    const mine = await as("Odile");
    const next = await signIn("Odile", password, from(mine));
    expect(cookieIn(next)).not.toBe(mine.cookie);
    await refused(await desk.ask("/api/stories", { headers: { cookie: mine.cookie } }), 401, "login-required");
  });

  test("guessing a password becomes slow, and tells nothing about who there is", async () => {
    const wrong = async (name: string): Promise<string> => await (await signIn(name, "guess guess guess")).text();
    expect(await wrong("Nobody-1")).toBe(await wrong("Bastien"));
    let answer = await signIn("Nobody-2", "guess guess guess");
    for (let n = 0; n < 6 && answer.status === 401; n += 1) answer = await signIn("Nobody-2", "guess guess guess");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    await refused(answer, 429, "slow-down");
    expect(
      (await listAccess(desk.ledger)).some(
        ({ action, subject }) => action === "sign-in-slowed" && subject === "Nobody-2",
      ),
    ).toBe(true);
  });

  test("the record of access holds every change, and shows what was altered", async () => {
    const admin = from(await as("Odile"));
    const { items } = (await (await desk.ask("/api/access?limit=500", { headers: admin })).json()) as {
      items: { seq: number; action: string; author: string }[];
    };
    const actions = new Set(items.map(({ action }) => action));
    for (const action of [
      "user-added",
      "user-removed",
      "role-changed",
      "password-changed",
      "token-created",
      "token-revoked",
      "signed-in",
    ])
      expect(actions, action).toContain(action);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, n) => items.length - n));
    expect(await verifyAccess(desk.ledger)).toEqual([]);
    const { db } = desk.ledger;
    const rows = await db.selectFrom("access_log").selectAll().orderBy("seq").execute();
    const second = rows[1];
    await db
      .updateTable("access_log")
      .set({ line: second?.line.replace("analyst", "admin") ?? "" })
      .where("seq", "=", 2)
      .execute();
    expect(await verifyAccess(desk.ledger)).toEqual([expect.stringContaining("Line 2 of the access log was altered")]);
    await db.deleteFrom("access_log").where("seq", "=", 2).execute();
    expect(await verifyAccess(desk.ledger)).toEqual([expect.stringContaining("Before line 3")]);
    if (second !== undefined) await db.insertInto("access_log").values(second).execute();
    await db.deleteFrom("access_log").where("seq", "=", rows.length).execute();
    expect(await verifyAccess(desk.ledger)).toEqual([expect.stringContaining("The end of the access log is missing")]);
  });
});

describe("where no login is needed", () => {
  test("on loopback for one user, but not to say who may do what, nor through a proxy", async () => {
    const alone = await bench([], {}, async (ledger) => {
      await addUser(ledger, "test", { name: "Seule", role: "admin", password });
    });
    try {
      expect(await (await alone.ask("/api/session")).json()).toMatchObject({ via: "loopback", name: "Seule" });
      expect((await alone.ask("/api/stories")).status).toBe(200);
      await refused(await alone.ask("/api/users"), 403, "not-allowed");
      for (const name of ["forwarded", "x-forwarded-for", "x-real-ip", "via"])
        await refused(await alone.ask("/api/stories", { headers: { [name]: "203.0.113.7" } }), 401, "login-required");
    } finally {
      await alone.close();
    }
  });

  test("beyond loopback and behind a public address there must be a user, and everybody signs in", async () => {
    const empty = await bench([]);
    try {
      await expect(serveLedger(empty.ledger, { host: "0.0.0.0", port: 0 })).rejects.toMatchObject({
        code: "not-loopback",
      });
      const publicUrl = new URL("https://selon.example/");
      await expect(serveLedger(empty.ledger, { host: "127.0.0.1", port: 0, publicUrl })).rejects.toMatchObject({
        code: "not-loopback",
      });
      await addUser(empty.ledger, "test", { name: "Seule", role: "admin", password });
      const open = await serveLedger(empty.ledger, { host: "0.0.0.0", port: 0 });
      const at = `http://127.0.0.1:${open.port}`;
      await refused(await fetch(`${at}/api/stories`), 401, "login-required");
      await open.close();
      const behind = await serveLedger(empty.ledger, { host: "127.0.0.1", port: 0, publicUrl });
      const body = JSON.stringify({ name: "Seule", password });
      const headers = { ...json, origin: "https://selon.example", "sec-fetch-site": "same-origin" };
      const answer = await fetch(new URL("/api/session", behind.url), { method: "POST", headers, body });
      expect(answer.headers.get("set-cookie")).toMatch(/^__Host-selon=.*; Secure/);
      expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
      await behind.close();
    } finally {
      await empty.close();
    }
  });
});
