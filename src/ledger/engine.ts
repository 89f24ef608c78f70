import type { RawBuilder } from "kysely";
import type { Wanted } from "./query.ts";
import type { Database, Work } from "./schema.ts";

/** `write` makes the ledger where there is none. */
export type Access = "read" | "write";

/** Kinds of work of which one at a time is done in a ledger. */
export type Turn = "schema" | "alignment" | "decisions" | "totals";

/** What an engine gives: an open database, and the few things that engines do each in their own way. */
export type Engine = {
  readonly kind: "sqlite" | "postgres";
  readonly db: Database;
  /** True where nothing may be written: nothing can be kept and the alignment stays as it is. */
  readonly frozen: boolean;
  /** Whether a passage `p` holds everything wanted, in the engine's own full-text search. */
  readonly matching: (wanted: readonly Wanted[]) => RawBuilder<boolean>;
  /**
   * Waits until no other transaction does this kind of work, and holds the others off until this one ends. Called first in
   * a transaction that reads before it writes; with SQLite every writing transaction is alone from its beginning.
   */
  readonly alone: (work: Work, turn: Turn) => Promise<void>;
};
