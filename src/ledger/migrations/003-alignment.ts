import { type Kysely, sql } from "kysely";
import type { Reading } from "../../model/index.ts";
import type { Schema } from "../schema.ts";
import type { Migration } from "./migration.ts";

/** What claims and stories are made of, and which documents wait to be aligned, so that a part can be aligned alone. */
export const alignment: Migration = {
  version: 3,
  name: "alignment",
  async up(db) {
    const { schema } = db;
    await schema
      .createTable("pending")
      .ifNotExists()
      .addColumn("document", "text", (c) => c.primaryKey().references("documents.id").onDelete("cascade"))
      .execute();
    await schema
      .createTable("claim_members")
      .ifNotExists()
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("proposition", "text", (c) => c.notNull())
      .addColumn("claim", "text", (c) => c.notNull().references("claims.id").onDelete("cascade"))
      .addPrimaryKeyConstraint("claim_members_key", ["document", "proposition"])
      .execute();
    await schema.createIndex("claim_members_claim").ifNotExists().on("claim_members").column("claim").execute();
    await schema
      .createTable("story_members")
      .ifNotExists()
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("episode", "text", (c) => c.notNull())
      .addColumn("story", "text", (c) => c.notNull().references("stories.id").onDelete("cascade"))
      .addPrimaryKeyConstraint("story_members_key", ["document", "episode"])
      .execute();
    await schema.createIndex("story_members_story").ifNotExists().on("story_members").column("story").execute();
    await fill(db as unknown as Kysely<Schema>);
  },
};

/** Keys are other ones now; everything is to be aligned. */
async function fill(db: Kysely<Schema>): Promise<void> {
  const documents = await sql<{ document: string }>`select document from readings order by document`.execute(db);
  if (documents.rows.length === 0) return;
  await sql`delete from document_keys`.execute(db);
  const { keysOf } = await import("../../alignment/index.ts");
  const { insertAll } = await import("../keep.ts");
  for (const { document } of documents.rows) {
    const found = await sql<{ body: string }>`select body from readings where document = ${document}`.execute(db);
    for (const { body } of found.rows) {
      // Our own row, written by `keepDocument` from the same type.
      const keys = keysOf(JSON.parse(body) as Reading);
      await insertAll(
        db,
        "document_keys",
        keys.map((key) => ({ key, document })),
      );
    }
    await sql`insert into pending (document) values (${document}) on conflict (document) do nothing`.execute(db);
  }
}
