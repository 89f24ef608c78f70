import { spawnSync } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import { environment, run, temporary } from "../cli/testing.ts";
import { missing, postgresEngine, testServer } from "./contract.ts";
import { openLedger } from "./ledger.ts";
import { newest } from "./migrate.ts";
import { captureOf } from "./testing.ts";

const place = temporary();
afterAll(() => place.remove());

/** What the program says of a ledger that can't be opened: one line, exit code 3, and no password. */
function refusal(address: string): string {
  const ran = run(place.folder, ["claims"], { env: { SELON_DATABASE_URL: address } });
  expect([ran.status, ran.stdout], ran.stderr).toEqual([3, ""]);
  expect(ran.stderr.trim().split("\n").length).toBe(1);
  expect(ran.stderr).not.toContain("secret");
  return ran.stderr;
}

describe.skipIf(testServer === null)(testServer === null ? missing() : "a server's refusals are told plainly", () => {
  const server = new URL(testServer ?? "postgres://none");
  const engine = postgresEngine(server.href);
  afterAll(() => engine.remove());

  test("nobody there", () => {
    const port = "1";
    expect(refusal(`postgres://selon:secret@127.0.0.1:${port}/x`)).toMatch(
      /^selon: The ledger in postgres:\/\/selon@127\.0\.0\.1:1\/x is out of reach\. .*Check that PostgreSQL runs/,
    );
    expect(refusal("postgres://selon:secret@no-such-host.invalid/x")).toContain("is out of reach");
    expect(refusal("postgres://")).toMatch(/^selon: .* (is out of reach|is no address)/);
    expect(refusal("postgres://selon:secret@127.0.0.1:99999/x")).toMatch(/is no address of a database/);
  });

  test("no such database, no such user, no ledger in it", async () => {
    expect(refusal(new URL("/nowhere", server).href)).toContain("There is no database for a ledger at");
    const stranger = new URL(server);
    [stranger.username, stranger.password] = ["stranger", "secret"];
    expect(refusal(stranger.href)).toContain("does not let us in");
    expect(refusal(await engine.place())).toContain("There is no ledger in");
  });

  test("a ledger of a later program is left alone", async () => {
    const address = await engine.place();
    const ledger = await openLedger(address, "write");
    await ledger.db
      .updateTable("ledger")
      .set({ value: String(newest() + 1) })
      .where("key", "=", "schema")
      .execute();
    await ledger.close();
    expect(refusal(address)).toContain("was written by a newer Selon");
  });

  test("a user who may only read sees what is there, and is told so when adding", async () => {
    const address = await engine.place();
    const ledger = await openLedger(address, "write");
    const reader = `reader_${Date.now()}`;
    const { sql } = await import("kysely");
    await sql`create role ${sql.ref(reader)} login`.execute(ledger.db);
    try {
      await sql`grant select on all tables in schema public to ${sql.ref(reader)}`.execute(ledger.db);
      const asReader = new URL(address);
      asReader.username = reader;
      const ran = run(place.folder, ["documents", "--ledger", asReader.href]);
      expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, "", ""]);
      const added = run(place.folder, ["add", "-", "--ledger", asReader.href], {
        input: new TextDecoder().decode(captureOf(1).bytes),
      });
      expect([added.status, added.stdout], added.stderr).toEqual([3, ""]);
      expect(added.stderr).toContain("cannot be changed");
    } finally {
      await sql`drop owned by ${sql.ref(reader)}`.execute(ledger.db);
      await sql`drop role ${sql.ref(reader)}`.execute(ledger.db);
      await ledger.close();
    }
  });

  test("a connection lost in the middle is a coded error, and the next query has another", async () => {
    const address = await engine.place();
    const [ledger, other] = [await openLedger(address, "write"), await openLedger(address, "write")];
    try {
      const { sql } = await import("kysely");
      const sleeping = sql`select pg_sleep(30)`.execute(ledger.db);
      const told = expect(sleeping).rejects.toMatchObject({ code: "ledger-unreachable" });
      await sql`select pg_sleep(0.2)`.execute(other.db);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep(30)%'
        and datname = current_database() and pid <> pg_backend_pid()`.execute(other.db);
      await told;
      expect(await ledger.db.selectFrom("documents").select("id").execute()).toEqual([]);
    } finally {
      await ledger.close();
      await other.close();
    }
  });

  test("processes that make and fill one ledger at once keep everything once", async () => {
    const address = await engine.place();
    const one = ["add", "--ledger", address, "-"];
    const ran = [0, 1].map(() =>
      spawnSync(
        "sh",
        [
          "-c",
          'for n in 1 2 3; do echo "Le pont $n est fermé, a annoncé la mairie." | "$0" "$@" & done; wait',
          "bin/selon",
          ...one,
        ],
        {
          cwd: `${import.meta.dirname}/../..`,
          encoding: "utf8",
          env: environment(),
        },
      ),
    );
    const kinds = ran.map(({ stdout, stderr }) => {
      expect(stderr).toBe("");
      return stdout.match(/"kind":"(kept|known)"/g)?.sort();
    });
    expect(kinds).toEqual([Array(3).fill('"kind":"kept"'), Array(3).fill('"kind":"known"')]);
  });
});
