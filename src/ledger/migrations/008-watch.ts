import type { Migration } from "./migration.ts";

/** What is known of addresses that are watched: how to ask again whether something changed, and when. */
export const watch: Migration = {
  version: 8,
  name: "watch",
  async up(db) {
    await db.schema
      .createTable("watched")
      .addColumn("key", "text", (c) => c.primaryKey())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("etag", "text")
      .addColumn("last_modified", "text")
      .addColumn("stamp", "text")
      .addColumn("content", "text")
      .addColumn("checked", "text", (c) => c.notNull())
      .addColumn("due", "text", (c) => c.notNull())
      .addColumn("failures", "integer", (c) => c.notNull())
      .execute();
  },
};
