import type { Migration } from "./migration.ts";

/** Captures that wait to be read by workers, and the workers at work. */
export const queue: Migration = {
  version: 7,
  name: "queue",
  async up(db, types) {
    const { schema } = db;
    await schema
      .createTable("queued")
      .addColumn("document", "text", (c) => c.primaryKey())
      .addColumn("capture", "text", (c) => c.notNull())
      .addColumn("bytes", types.bytes as never, (c) => c.notNull())
      .addColumn("encoding", "text", (c) => c.notNull())
      .addColumn("added", "text", (c) => c.notNull())
      .execute();
    await schema
      .createTable("workers")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("host", "text", (c) => c.notNull())
      .addColumn("begun", "text", (c) => c.notNull())
      .addColumn("seen", "text", (c) => c.notNull())
      .addColumn("documents", "integer", (c) => c.notNull())
      .execute();
  },
};
