import { afterAll, expect, test } from "vitest";
import { lines, type Ran, run, temporary } from "./testing.ts";

const place = temporary();
afterAll(() => place.remove());
const password = "un mot de passe assez long\n";
const users = (args: readonly string[], input = ""): Ran => run(place.folder, ["users", ...args], { input });
const tokens = (...args: string[]): Ran => run(place.folder, ["tokens", ...args]);

test("users are added, listed, changed and removed, and the record tells it", () => {
  expect(users(["list"]).status, "no ledger yet").toBe(3);
  expect(users(["add", "Odile", "--role", "admin"], password).status).toBe(0);
  expect(users(["add", "bastien"], password).stderr).toContain("“bastien” may sign in");
  expect(lines(users(["list"]).stdout).map(({ name, role }) => [name, role])).toEqual([
    ["bastien", "analyst"],
    ["Odile", "admin"],
  ]);
  expect(users(["list", "--format", "table"]).stdout).toContain("Odile");
  expect(users(["role", "bastien", "--role", "reader"]).status).toBe(0);
  expect(users(["password", "bastien"], "a longer pass phrase\n").status).toBe(0);
  expect(users(["remove", "BASTIEN"]).status).toBe(0);
  const record = lines(users(["record"]).stdout);
  expect(record.map(({ action }) => action)).toEqual([
    "user-added",
    "user-added",
    "role-changed",
    "password-changed",
    "user-removed",
  ]);
  expect(JSON.stringify(record)).not.toMatch(/mot de passe|pass phrase|argon2/);
});

test("what can't be is refused, and nothing is kept of it", () => {
  const before = users(["record"]).stdout;
  for (const [args, input] of [
    [["add", "odile"], password],
    [["add", "../x"], password],
    [["add", "eve"], "short\n"],
    [["add", "eve"], ""],
    [["remove", "Odil"], ""],
    [["role", "Odile"], ""],
    [["sing", "Odile"], ""],
    [["add"], password],
  ] as const) {
    const { status, stdout } = users(args, input);
    expect([status, stdout], args.join(" ")).toEqual([2, ""]);
  }
  expect(users(["record"]).stdout).toBe(before);
  expect(run(place.folder, ["--lang-ui", "fr", "users", "remove", "eve"]).stderr).toContain(
    "Il n’y a pas d’utilisateur",
  );
});

test("tokens are made, told once, and revoked", () => {
  const made = tokens("create", "feed", "--user", "odile", "--scope", "read", "add", "--days", "30");
  expect(made.stdout).toMatch(/^selon_[\w-]{43}\n$/);
  const [token] = lines(tokens("list").stdout);
  expect(token).toMatchObject({ name: "feed", user: "Odile", scopes: ["read", "add"], revoked: null });
  expect(JSON.stringify(token)).not.toContain(made.stdout.trim());
  expect(tokens("list", "--format", "table").stdout).toContain("feed");
  expect(tokens("revoke", String(token?.id)).status).toBe(0);
  expect(tokens("revoke", String(token?.id)).status).toBe(2);
  for (const args of [
    ["create", "x"],
    ["create", "x", "--user", "eve"],
    ["create", "x", "--user", "odile", "--days", "0"],
  ])
    expect(tokens(...args).status, args.join(" ")).toBe(2);
});
