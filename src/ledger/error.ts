import { SelonError } from "../model/error.ts";

export type LedgerErrorCode =
  | "ledger-missing"
  | "ledger-locked"
  | "ledger-damaged"
  | "ledger-foreign"
  | "ledger-newer"
  | "ledger-read-only"
  | "ledger-disk-full"
  | "ledger-disk-failed"
  | "ledger-no-permission"
  | "ledger-not-a-folder"
  | "ledger-bad-address"
  | "ledger-unreachable"
  | "ledger-refused"
  | "ledger-no-database"
  | "ledger-no-rights"
  | "ledger-crowded";

type Words = { readonly what: string; readonly why: string; readonly todo: string };
export type LedgerErrorDetails = {
  readonly folder: string;
  readonly found?: number;
  readonly known?: number;
  readonly cause?: string;
};

/** What each code says, in English; the command line has the same in French. */
export const ledgerErrors: { readonly [code in LedgerErrorCode]: (details: LedgerErrorDetails) => Words } = {
  "ledger-missing": ({ folder }) => ({
    what: `There is no ledger in ${folder}.`,
    why: "Nothing has been added there yet.",
    todo: "Add articles first, for instance: selon add articles/*.txt. For a ledger elsewhere, name its folder with --ledger.",
  }),
  "ledger-locked": ({ folder }) => ({
    what: `The ledger in ${folder} is busy.`,
    why: "Another process has been writing to it for longer than we wait.",
    todo: "Run the command again when that process is done.",
  }),
  "ledger-damaged": ({ folder, cause }) => ({
    what: `The ledger in ${folder} is damaged.`,
    why: `Its file is not a whole database${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Put back a copy of the folder, or begin a new ledger with --ledger and add the articles again.",
  }),
  "ledger-foreign": ({ folder }) => ({
    what: `The database in ${folder} is not a ledger of Selon.`,
    why: "It carries the mark of another program.",
    todo: "Name another folder with --ledger.",
  }),
  "ledger-newer": ({ folder, found, known }) => ({
    what: `The ledger in ${folder} was written by a newer Selon.`,
    why: `Its schema is version ${found}; this program knows versions up to ${known}.`,
    todo: "Use the newer Selon, or name another folder with --ledger.",
  }),
  "ledger-read-only": ({ folder }) => ({
    what: `The ledger in ${folder} cannot be written to.`,
    why: "The folder or its file is read-only.",
    todo: "Change its permissions, or copy the folder and name the copy with --ledger.",
  }),
  "ledger-disk-full": ({ folder }) => ({
    what: `The ledger in ${folder} could not keep more.`,
    why: "The disk is full.",
    todo: "Free some space and run the command again: what was acknowledged is kept.",
  }),
  "ledger-disk-failed": ({ folder, cause }) => ({
    what: `The ledger in ${folder} could not be read or written.`,
    why: `The disk refused${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Check the disk and its limits, then run the command again: what was acknowledged is kept.",
  }),
  "ledger-no-permission": ({ folder }) => ({
    what: `The ledger in ${folder} cannot be opened.`,
    why: "The folder or its file may not be read.",
    todo: "Change its permissions, or name another folder with --ledger.",
  }),
  "ledger-not-a-folder": ({ folder }) => ({
    what: `There can be no ledger in ${folder}.`,
    why: "It is a file, and a ledger is a folder.",
    todo: "Name a folder with --ledger.",
  }),
  "ledger-bad-address": ({ folder }) => ({
    what: `${folder} is no address of a database.`,
    why: "An address of PostgreSQL has a host and the name of a database.",
    todo: "Write it as postgres://user:password@host:5432/database, in SELON_DATABASE_URL or after --ledger.",
  }),
  "ledger-unreachable": ({ folder, cause }) => ({
    what: `The ledger in ${folder} is out of reach.`,
    why: `The server does not answer, or the connection was lost${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Check that PostgreSQL runs there and the address is right, then run the command again: what was acknowledged is kept.",
  }),
  "ledger-refused": ({ folder, cause }) => ({
    what: `The server of the ledger in ${folder} does not let us in.`,
    why: `It refuses the user or the password${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Check user and password in the address.",
  }),
  "ledger-no-database": ({ folder, cause }) => ({
    what: `There is no database for a ledger at ${folder}.`,
    why: `The server has none of this name${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Make it on the server with createdb, or name another in the address.",
  }),
  "ledger-no-rights": ({ folder, cause }) => ({
    what: `The ledger in ${folder} cannot be changed.`,
    why: `The database user may not${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Grant the user the database's tables, or name another user in the address.",
  }),
  "ledger-crowded": ({ folder }) => ({
    what: `The server of the ledger in ${folder} takes no more connections.`,
    why: "All of them are in use.",
    todo: "Run the command again later, lower SELON_DATABASE_CONNECTIONS, or raise max_connections on the server.",
  }),
};

/** A coded error about a ledger; every surface gives it exit code 3 or its like. */
export function ledgerError(code: LedgerErrorCode, details: LedgerErrorDetails, cause?: unknown): SelonError {
  return new SelonError({ code, ...ledgerErrors[code](details), details, cause });
}
