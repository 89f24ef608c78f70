import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import type { Access, Engine } from "../engine.ts";
import { ledgerError } from "../error.ts";
import { checkVersion, migrate, newest } from "../migrate.ts";
import type { EngineTypes } from "../migrations/index.ts";
import type { Database, Schema } from "../schema.ts";
import { sqliteDialect } from "./dialect.ts";
import { createFullText, matching } from "./full-text.ts";
import { addMonths } from "./months.ts";
import { openDatabase } from "./open.ts";

/** What SQLite calls things. */
export const types: EngineTypes = {
  bytes: sql`blob`,
  number: sql`integer`,
  fullText: createFullText,
  months: addMonths,
  // A transaction that writes is alone, and text is ordered by its characters.
  begin: async () => {},
  settle: async () => {},
};

/** Opens a ledger's SQLite database with the schema this program knows. */
export async function openSqlite(folder: string, access: Access): Promise<Engine> {
  const { database, frozen } = await openDatabase(folder, access);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database, folder) });
  try {
    if (frozen) {
      // What it lacks of today's schema cannot be added where nothing may be written.
      if ((await checkVersion(db, { folder, begun })) < newest()) throw ledgerError("ledger-read-only", { folder });
    } else await migrate(db, { folder, begun, copy: copyBefore(folder, db), types });
    return { kind: "sqlite", db, frozen, matching, alone: async () => {}, room: async () => {}, queue: null };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function begun(db: Database): Promise<boolean> {
  const found = await sql<{ n: number }>`select count(*) as n from sqlite_schema where name = 'ledger'`.execute(db);
  return found.rows[0]?.n === 1;
}

/** A copy beside the ledger, made before its schema moves: `ledger.version-1.sqlite`. */
function copyBefore(folder: string, db: Database): (found: number) => Promise<void> {
  return async (found) => {
    const copy = join(folder, `ledger.version-${found}.sqlite`);
    const part = `${copy}.part`;
    if (existsSync(copy)) return;
    rmSync(part, { force: true });
    await sql`vacuum into ${part}`.execute(db);
    renameSync(part, copy);
  };
}
