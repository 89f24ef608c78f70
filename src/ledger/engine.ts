import type { RawBuilder } from "kysely";
import type { Wanted } from "./query.ts";
import type { Database, Work } from "./schema.ts";

/** `write` makes the ledger where there is none. */
export type Access = "read" | "write";

/** Kinds of work of which one at a time is done in a ledger. */
export type Turn = "schema" | "alignment" | "decisions" | "totals";

/** A document to be read, or an alignment to be brought up to date, that one worker has taken. */
export type Job = { readonly id: string; readonly document: string };
export type JobCounts = { readonly waiting: number; readonly reading: number; readonly failed: number };

/** Jobs that any number of workers take, each once; a dead worker's job is given to another. */
export type Queue = {
  /** Within a transaction: the job is there when its rows are. */
  readonly put: (work: Work, document: string) => Promise<void>;
  readonly take: () => Promise<Job | null>;
  /** Within the transaction that keeps what came of the job. */
  readonly done: (work: Work, job: Job) => Promise<void>;
  /** The job is tried again by and by, and at last left aside. */
  readonly failed: (job: Job, why: string) => Promise<void>;
  readonly wantAlignment: () => Promise<void>;
  readonly takeAlignment: () => Promise<Job | null>;
  readonly alignmentDone: (job: Job) => Promise<void>;
  /** Says that the worker lives. */
  readonly alive: (job: Job, kind: "read" | "align") => Promise<void>;
  readonly counts: () => Promise<JobCounts>;
  /** Gives jobs that were left aside out again; how many there were. */
  readonly retry: () => Promise<number>;
  readonly close: () => Promise<void>;
};

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
  /** Makes room for what is added in a month (`monthOf`); called before the transaction that adds it. */
  readonly room: (month: string) => Promise<void>;
  /** Opens the queue of jobs; null where the engine has none. */
  readonly queue: ((role: "adds" | "works") => Promise<Queue>) | null;
};
