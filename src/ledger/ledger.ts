import type { RawBuilder } from "kysely";
import type { Wanted } from "./query.ts";
import type { Database } from "./schema.ts";
import { type Access, matching, openSqlite } from "./sqlite/index.ts";

/** An open ledger. Whoever opens it closes it. */
export type Ledger = {
  readonly folder: string;
  readonly db: Database;
  /** True where the folder may only be read: nothing can be kept and the alignment stays as it is. */
  readonly frozen: boolean;
  /** Whether a passage `p` holds everything wanted, in the engine's own full-text search. */
  readonly matching: (wanted: readonly Wanted[]) => RawBuilder<boolean>;
  close(): Promise<void>;
};

/**
 * Opens the ledger in a folder. With `write` it is made when it is not there. Throws a coded error when it is missing,
 * locked, damaged, newer than the program, or when the disk or its permissions do not let us.
 */
export async function openLedger(folder: string, access: Access): Promise<Ledger> {
  const { db, frozen } = await openSqlite(folder, access);
  return { folder, db, frozen, matching, close: () => db.destroy() };
}
