import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Access } from "../engine.ts";
import { ledgerError } from "../error.ts";
import { codedFailure, isBusy } from "./failure.ts";

export const fileName = "ledger.sqlite";
/** "SELO": marks the file as ours. */
const applicationId = 0x53454c4f;

/** How long to wait for another process's lock, in milliseconds. */
const patience = (): number => Number(process.env.SELON_BUSY_TIMEOUT ?? 30_000);

/** Opens the SQLite file of a ledger's folder, or makes it. Throws coded errors only. */
export async function openDatabase(
  folder: string,
  access: Access,
): Promise<{ database: DatabaseSync; frozen: boolean }> {
  const path = join(folder, fileName);
  if (access === "read" && !present(path, folder)) throw ledgerError("ledger-missing", { folder });
  if (access === "write") makeFolder(folder);
  try {
    const database = await settle(path);
    return { database, frozen: false };
  } catch (error) {
    const coded = codedFailure(error, folder) ?? error;
    const wall = hasCode(coded, "ledger-read-only") || hasCode(coded, "ledger-no-permission");
    if (access === "write" || !wall) {
      if (access === "write" && wall) throw ledgerError("ledger-read-only", { folder }, error);
      throw coded;
    }
    return { database: openFrozen(path, folder), frozen: true };
  }
}

/** A file in a folder that may not be written to is read as it lies there, which is whole unless a log is beside it. */
function openFrozen(path: string, folder: string): DatabaseSync {
  const log = `${path}-wal`;
  try {
    if (existsSync(log) && statSync(log).size > 0) throw ledgerError("ledger-read-only", { folder });
    const address = pathToFileURL(path);
    address.searchParams.set("immutable", "1");
    const database = new DatabaseSync(address, { readOnly: true });
    database.prepare("select count(*) from sqlite_schema").get();
    return database;
  } catch (error) {
    throw codedFailure(error, folder) ?? error;
  }
}

/** Opens and sets the modes. The change to WAL fails at once when another process is making it, so it is tried again. */
async function settle(path: string): Promise<DatabaseSync> {
  const end = Date.now() + patience();
  for (;;) {
    const database = new DatabaseSync(path, { timeout: patience(), enableForeignKeyConstraints: true });
    try {
      const mark = database.prepare("pragma application_id").get() as { application_id: number };
      if (mark.application_id !== applicationId && mark.application_id !== 0) {
        throw ledgerError("ledger-foreign", { folder: dirname(path) });
      }
      database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
      database.exec("pragma trusted_schema = off; pragma temp_store = memory; pragma cache_size = -16384");
      if (mark.application_id === 0) database.exec(`pragma application_id = ${applicationId}`);
      return database;
    } catch (error) {
      database.close();
      if (!isBusy(error) || Date.now() > end) throw error;
      await sleep(5 + Math.random() * 20);
    }
  }
}

function present(path: string, folder: string): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return false;
    throw ledgerError("ledger-no-permission", { folder }, error);
  }
}

/** Makes the folder and has the disk remember that it is there. */
function makeFolder(folder: string): void {
  const path = resolve(folder);
  try {
    if (existsSync(path) && statSync(path).isDirectory()) return;
    mkdirSync(path, { recursive: true });
    const parent = openSync(dirname(path), "r");
    fsyncSync(parent);
    closeSync(parent);
  } catch (error) {
    if (hasCode(error, "EEXIST") || hasCode(error, "ENOTDIR"))
      throw ledgerError("ledger-not-a-folder", { folder }, error);
    if (hasCode(error, "ENOSPC")) throw ledgerError("ledger-disk-full", { folder }, error);
    throw ledgerError("ledger-read-only", { folder }, error);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
