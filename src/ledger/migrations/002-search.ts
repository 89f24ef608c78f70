import { type Kysely, sql } from "kysely";
import type { Reading } from "../../model/index.ts";
import type { Schema } from "../schema.ts";
import type { Migration } from "./migration.ts";

/** Sentences for full-text search, filled from the readings that are there. */
export const search: Migration = {
  version: 2,
  name: "search",
  async up(db, types) {
    const { schema } = db;
    await schema
      .createTable("passages")
      .addColumn("id", types.number as never, (c) => c.primaryKey())
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("place", "integer", (c) => c.notNull())
      .addColumn("start", "integer", (c) => c.notNull())
      .addColumn("end", "integer", (c) => c.notNull())
      .addColumn("text", "text", (c) => c.notNull())
      .addColumn("lemmas", "text", (c) => c.notNull())
      .addColumn("forms", "text", (c) => c.notNull())
      .execute();
    await schema.createIndex("passages_document").unique().on("passages").columns(["document", "place"]).execute();
    await schema
      .createTable("passage_statements")
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("passage", "integer", (c) => c.notNull())
      .addColumn("statement", "integer", (c) => c.notNull())
      .addColumn("speaker", "text", (c) => c.notNull())
      .addColumn("folded", "text", (c) => c.notNull())
      .addColumn("act", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("passage_statements_key", ["document", "passage", "statement"])
      .execute();
    await schema.createIndex("positions_statement").on("positions").columns(["document", "statement"]).execute();
    await types.fullText(db);
    await fill(db as unknown as Kysely<Schema>);
  },
};

async function fill(db: Kysely<Schema>): Promise<void> {
  const documents = await sql<{ document: string }>`select document from readings order by document`.execute(db);
  if (documents.rows.length === 0) return;
  const { passagesOf } = await import("../passages.ts");
  const { insertAll } = await import("../keep.ts");
  for (const { document } of documents.rows) {
    const found = await sql<{ body: string }>`select body from readings where document = ${document}`.execute(db);
    for (const { body } of found.rows) {
      // Our own row, written by `keepDocument` from the same type.
      const { passages, statements } = passagesOf(JSON.parse(body) as Reading);
      await insertAll(db, "passages", passages as never);
      await insertAll(db, "passage_statements", statements as never);
    }
  }
}
