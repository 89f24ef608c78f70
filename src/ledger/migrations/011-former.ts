import type { Migration } from "./migration.ts";

/** What claims and stories that are no more were joined to, so that what names them still finds what became of them. */
export const former: Migration = {
  version: 11,
  name: "former",
  async up({ schema }) {
    await schema
      .createTable("former_ids")
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("now", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("former_ids_key", ["kind", "id"])
      .execute();
    await schema.createIndex("former_ids_now").on("former_ids").columns(["kind", "now"]).execute();
    await schema
      .createTable("former_members")
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("document", "text", (c) => c.notNull())
      .addColumn("member", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("former_members_key", ["kind", "id", "member"])
      .execute();
  },
};
