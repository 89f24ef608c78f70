import type { Access, Engine } from "./engine.ts";
import { isAddress } from "./postgres/address.ts";

/** An open ledger. Whoever opens it closes it. */
export type Ledger = Engine & {
  /** Where it is, fit to be shown: a folder, or the address of a server's database without its password. */
  readonly folder: string;
  close(): Promise<void>;
};

/**
 * Opens the ledger in a folder, or in a PostgreSQL database (`postgres://user:password@host:5432/database`). With `write`
 * it is made when it is not there. Throws a coded error when it is missing, locked, damaged, newer than the program, out
 * of reach, or when the disk or permissions do not let us.
 */
export async function openLedger(place: string, access: Access): Promise<Ledger> {
  const engine = await open(place, access);
  return { ...engine, close: () => engine.db.destroy() };
}

/** An engine is loaded when a ledger of its kind is opened. */
async function open(place: string, access: Access): Promise<Engine & { readonly folder: string }> {
  if (isAddress(place)) return await (await import("./postgres/index.ts")).openPostgres(place, access);
  return { folder: place, ...(await (await import("./sqlite/index.ts")).openSqlite(place, access)) };
}
