import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { sql } from "kysely";
import { SelonError } from "../../model/error.ts";
import { ledgerError } from "../error.ts";
import { type Ledger, openLedger } from "../ledger.ts";
import { isAddress } from "../postgres/address.ts";
import { fileName } from "../sqlite/open.ts";
import { verifyLedger } from "../verify.ts";
import { notEmpty } from "./error.ts";

/**
 * Copies a SQLite ledger, as it is at one moment, into a folder while others go on reading and writing; the copy is
 * checked and on the disk before it gets its name. Throws `ledger-not-empty` where a ledger is there already.
 */
export async function backupLedger(ledger: Ledger, folder: string): Promise<void> {
  if (ledger.kind !== "sqlite") throw onServer();
  const copy = join(folder, fileName);
  if (existsSync(copy)) throw notEmpty(folder);
  await beside(folder, async (part) => {
    const file = join(part, fileName);
    await sql`vacuum into ${file}`.execute(ledger.db);
    await check(part, folder);
    place(file, copy);
  });
}

/** Puts a copy where there is no ledger yet, checked before it gets its name. Throws `no-backup`, `ledger-not-empty`. */
export async function restoreLedger(from: string, folder: string): Promise<void> {
  if (isAddress(folder)) throw onServer();
  const [source, file] = [join(from, fileName), join(folder, fileName)];
  if (!existsSync(source)) throw noBackup(from);
  if (existsSync(file) || existsSync(`${file}-wal`)) throw notEmpty(folder);
  await beside(folder, async (part) => {
    const copy = join(part, fileName);
    write(folder, () => copyFileSync(source, copy));
    const log = `${source}-wal`;
    if (existsSync(log)) write(folder, () => copyFileSync(log, `${copy}-wal`));
    await check(part, from);
    place(copy, file);
  });
}

/** What the file of a copy is called. */
export const copyName = fileName;

/** Does the work in a folder of its own beside the place, which is gone afterwards, whatever happened. */
async function beside(folder: string, work: (part: string) => Promise<void>): Promise<void> {
  const whole = resolve(folder);
  const made = existsSync(whole) ? null : whole;
  write(folder, () => mkdirSync(whole, { recursive: true }));
  const part = write(folder, () => mkdtempSync(join(whole, ".part-")));
  try {
    await work(part);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (made !== null) rmSync(made, { recursive: true, force: true });
    throw error;
  }
  rmSync(part, { recursive: true, force: true });
}

/** A copy that is not whole is no copy. */
async function check(part: string, told: string): Promise<void> {
  const copy = await openLedger(part, "read");
  try {
    for await (const event of verifyLedger(copy)) {
      if (event.kind !== "fault") continue;
      const { code, details } = event.fault;
      throw new SelonError({
        code: "bad-copy",
        what: `The copy is not whole (${code}: ${Object.values(details).join(", ")}).`,
        why: `What it was made of, in ${told}, was altered or is damaged.`,
        todo: "Look at every fault with: selon verify.",
        details: { folder: told, fault: code, ...details },
      });
    }
  } finally {
    await copy.close();
  }
}

/** Gives a file its place once it is on the disk, and has the disk remember the folder. */
function place(file: string, at: string): void {
  write(dirname(at), () => {
    synced(file);
    renameSync(file, at);
    synced(dirname(at));
    synced(dirname(dirname(resolve(at))));
  });
}

function synced(path: string): void {
  const opened = openSync(path, "r");
  fsyncSync(opened);
  closeSync(opened);
}

function write<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOSPC") throw ledgerError("ledger-disk-full", { folder }, error);
    if (code === "ENOTDIR" || code === "EEXIST") throw ledgerError("ledger-not-a-folder", { folder }, error);
    if (code === "EACCES" || code === "EPERM" || code === "EROFS")
      throw ledgerError("ledger-read-only", { folder }, error);
    throw ledgerError("ledger-disk-failed", { folder, cause: code || basename(folder) }, error);
  }
}

function onServer(): SelonError {
  return new SelonError({
    code: "not-sqlite",
    what: "This ledger is in a PostgreSQL database.",
    why: "A copy of it is made with the server's tools (pg_dump), or with selon export.",
    todo: "Use: selon export > ledger.jsonl",
  });
}

function noBackup(folder: string): SelonError {
  return new SelonError({
    code: "no-backup",
    what: `There is no copy in ${folder}.`,
    why: "It needs the whole file of a ledger.",
    todo: "Name the folder that was given to selon backup.",
    details: { folder },
  });
}
