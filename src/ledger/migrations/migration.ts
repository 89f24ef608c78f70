import type { Kysely, RawBuilder } from "kysely";

/** What an engine calls things that have no common name. */
export type EngineTypes = {
  readonly bytes: RawBuilder<unknown>;
  /** A whole number that numbers the rows of a table by itself. */
  readonly number: RawBuilder<unknown>;
  /** Makes the full-text index over `passages`. */
  readonly fullText: (db: Kysely<unknown>) => Promise<void>;
  /** Gives documents and what grows with them their months. */
  readonly months: (db: Kysely<unknown>) => Promise<void>;
  /** Called first in the transaction of the steps: waits until nobody else changes the schema. */
  readonly begin: (db: Kysely<unknown>) => Promise<void>;
  /** Called after the steps. */
  readonly settle: (db: Kysely<unknown>) => Promise<void>;
};

/** A step forward of the schema. Written once, never changed after a release. */
export type Migration = {
  readonly version: number;
  readonly name: string;
  // A migration sees the schema as it was then, which no later type describes.
  readonly up: (db: Kysely<unknown>, types: EngineTypes) => Promise<void>;
};
