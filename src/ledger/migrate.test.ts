import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import { checkVersion, migrate } from "./migrate.ts";
import { type Migration, migrations } from "./migrations/index.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite/dialect.ts";
import { openSqlite, types } from "./sqlite/index.ts";
import { fileName } from "./sqlite/open.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-migrate-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const begun = async (db: Kysely<Schema>): Promise<boolean> => {
  const found = await sql<{ n: number }>`select count(*) as n from sqlite_schema where name = 'ledger'`.execute(db);
  return found.rows[0]?.n === 1;
};

test("a step forward is made once, after a copy; one that fails leaves all as it was; a later ledger is refused", async () => {
  await (await openSqlite(folder, "write")).db.destroy();
  const db = new Kysely<Schema>({ dialect: sqliteDialect(new DatabaseSync(join(folder, fileName)), folder) });
  const now = migrations.at(-1)?.version ?? 0;
  let made = 0;
  const next: Migration = {
    version: now + 1,
    name: "next",
    up: async (work) => {
      made += 1;
      await work.schema.createTable("later").addColumn("x", "integer").execute();
    },
  };
  const failing: Migration = {
    version: now + 2,
    name: "failing",
    up: async (work) => {
      await work.schema.createTable("half").addColumn("x", "integer").execute();
      throw new Error("the step fails");
    },
  };
  const copies: number[] = [];
  const copy = async (from: number): Promise<void> => {
    copies.push(from);
  };
  const options = { folder, begun, copy, types };
  await migrate(db, { ...options, steps: [...migrations, next] });
  await migrate(db, { ...options, steps: [...migrations, next] });
  expect([made, copies]).toEqual([1, [now]]);
  await expect(migrate(db, { ...options, steps: [...migrations, next, failing] })).rejects.toThrow("the step fails");
  expect(await checkVersion(db, { ...options, steps: [...migrations, next] })).toBe(now + 1);
  const half = await sql<{ n: number }>`select count(*) as n from sqlite_schema where name = 'half'`.execute(db);
  expect(half.rows[0]?.n).toBe(0);
  await db.destroy();
  await expect(openSqlite(folder, "read")).rejects.toMatchObject({ code: "ledger-newer" });
  expect(existsSync(join(folder, fileName))).toBe(true);
});
