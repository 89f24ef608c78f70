import type { Migration } from "./migration.ts";

/** Who may sign in, with what, and the record of every change of it. */
export const access: Migration = {
  version: 4,
  name: "access",
  async up(db) {
    const { schema } = db;
    await schema
      .createTable("users")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("folded", "text", (c) => c.notNull().unique())
      .addColumn("role", "text", (c) => c.notNull())
      .addColumn("password", "text", (c) => c.notNull())
      .addColumn("created", "text", (c) => c.notNull())
      .addColumn("changed", "text", (c) => c.notNull())
      .execute();
    await schema
      .createTable("sessions")
      .addColumn("hash", "text", (c) => c.primaryKey())
      .addColumn("user_id", "text", (c) => c.notNull().references("users.id").onDelete("cascade"))
      .addColumn("csrf", "text", (c) => c.notNull())
      .addColumn("created", "text", (c) => c.notNull())
      .addColumn("seen", "text", (c) => c.notNull())
      .execute();
    await schema.createIndex("sessions_user").on("sessions").column("user_id").execute();
    await schema
      .createTable("tokens")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("hash", "text", (c) => c.notNull().unique())
      .addColumn("user_id", "text", (c) => c.notNull().references("users.id").onDelete("cascade"))
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("scopes", "text", (c) => c.notNull())
      .addColumn("created", "text", (c) => c.notNull())
      .addColumn("used", "text")
      .addColumn("expires", "text")
      .addColumn("revoked", "text")
      .execute();
    await schema.createIndex("tokens_user").on("tokens").column("user_id").execute();
    await schema
      .createTable("access_log")
      .addColumn("seq", "integer", (c) => c.primaryKey())
      .addColumn("line", "text", (c) => c.notNull())
      .execute();
  },
};
