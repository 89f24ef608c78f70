import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { checkVersion, migrate } from "../migrate.ts";
import type { Database, Schema } from "../schema.ts";
import { sqliteDialect } from "./dialect.ts";
import { type Access, openDatabase } from "./open.ts";

export type { Access } from "./open.ts";

/** Opens a ledger's SQLite database with the schema this program knows. */
export async function openSqlite(folder: string, access: Access): Promise<{ db: Database; frozen: boolean }> {
  const { database, frozen } = await openDatabase(folder, access);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database, folder) });
  try {
    if (frozen) await checkVersion(db, { folder, begun });
    else await migrate(db, { folder, begun, copy: copyBefore(folder, db), types: { bytes: sql`blob` } });
    return { db, frozen };
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
