import type { Migration } from "./migration.ts";

/** The log of decisions; what the machine had read where a decision changes it; decisions that lost their anchor. */
export const decisions: Migration = {
  version: 5,
  name: "decisions",
  async up(db) {
    const { schema } = db;
    await schema
      .createTable("decisions")
      .addColumn("seq", "integer", (c) => c.primaryKey())
      .addColumn("id", "text", (c) => c.notNull().unique())
      .addColumn("layer", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("target", "text", (c) => c.notNull())
      .addColumn("author", "text", (c) => c.notNull())
      .addColumn("time", "text", (c) => c.notNull())
      .addColumn("line", "text", (c) => c.notNull())
      .execute();
    await schema.createIndex("decisions_target").on("decisions").columns(["target", "seq"]).execute();
    await schema.createIndex("decisions_layer").on("decisions").columns(["layer", "seq"]).execute();
    await schema.createIndex("decisions_author").on("decisions").columns(["author", "seq"]).execute();
    await schema.createIndex("statements_id").on("statements").column("id").execute();
    await schema
      .createTable("decision_documents")
      .addColumn("document", "text", (c) => c.notNull())
      .addColumn("seq", "integer", (c) => c.notNull().references("decisions.seq").onDelete("cascade"))
      .addPrimaryKeyConstraint("decision_documents_key", ["document", "seq"])
      .execute();
    await schema
      .createTable("machine_readings")
      .addColumn("document", "text", (c) => c.primaryKey().references("documents.id").onDelete("cascade"))
      .addColumn("body", "text", (c) => c.notNull())
      .execute();
    await schema
      .createTable("orphans")
      .addColumn("decision", "text", (c) => c.primaryKey())
      .addColumn("why", "text", (c) => c.notNull())
      .execute();
  },
};
