import type { SelonError } from "../../model/error.ts";
import { ledgerError } from "../error.ts";

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const primary = {
  permission: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
};

type SqliteFailure = Error & { code: "ERR_SQLITE_ERROR"; errcode: number; errstr: string };

export function isSqliteFailure(error: unknown): error is SqliteFailure {
  return error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR" && "errcode" in error;
}

export function isBusy(error: unknown): boolean {
  return isSqliteFailure(error) && (error.errcode & 0xff) === primary.busy;
}

/** The coded error for what SQLite says, or null where it is a mistake of ours (a wrong query) and must be seen as one. */
export function codedFailure(error: unknown, folder: string): SelonError | null {
  if (!isSqliteFailure(error)) return null;
  const details = { folder, cause: error.errstr };
  switch (error.errcode & 0xff) {
    case primary.busy:
    case primary.locked:
      return ledgerError("ledger-locked", { folder }, error);
    case primary.corrupt:
    case primary.notADatabase:
      return ledgerError("ledger-damaged", details, error);
    case primary.full:
      return ledgerError("ledger-disk-full", { folder }, error);
    case primary.io:
      return ledgerError("ledger-disk-failed", details, error);
    case primary.readOnly:
      return ledgerError("ledger-read-only", { folder }, error);
    case primary.cannotOpen:
    case primary.permission:
      return ledgerError("ledger-no-permission", { folder }, error);
    default:
      return null;
  }
}
