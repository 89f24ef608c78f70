import type { Migration } from "./migration.ts";

/** Captures, documents, readings with the rows that are asked for, and the materialised alignment. */
export const first: Migration = {
  version: 1,
  name: "first",
  async up(db, types) {
    const { schema } = db;
    await schema
      .createTable("captures")
      .addColumn("hash", "text", (c) => c.primaryKey())
      .addColumn("bytes", types.bytes as never, (c) => c.notNull())
      .addColumn("encoding", "text", (c) => c.notNull())
      .addColumn("size", "bigint", (c) => c.notNull())
      .addColumn("captured", "text", (c) => c.notNull())
      .execute();
    await schema
      .createTable("documents")
      .addColumn("id", "text", (c) => c.primaryKey().references("captures.hash"))
      .addColumn("uri", "text", (c) => c.notNull())
      .addColumn("canonical", "text")
      .addColumn("media_type", "text", (c) => c.notNull())
      .addColumn("title", "text")
      .addColumn("outlet", "text")
      .addColumn("authors", "text", (c) => c.notNull())
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("published", "text")
      .addColumn("modified", "text")
      .addColumn("captured", "text", (c) => c.notNull())
      .addColumn("added", "text", (c) => c.notNull())
      .execute();
    await schema.createIndex("documents_added").on("documents").columns(["added", "id"]).execute();
    await schema.createIndex("documents_canonical").on("documents").column("canonical").execute();
    await schema
      .createTable("readings")
      .addColumn("document", "text", (c) => c.primaryKey().references("documents.id").onDelete("cascade"))
      .addColumn("engine", "text", (c) => c.notNull())
      .addColumn("made", "text", (c) => c.notNull())
      .addColumn("body", "text", (c) => c.notNull())
      .execute();
    await schema.createIndex("readings_made").on("readings").column("made").execute();
    await schema
      .createTable("statements")
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("place", "integer", (c) => c.notNull())
      .addColumn("start", "integer", (c) => c.notNull())
      .addColumn("speaker", "text", (c) => c.notNull())
      .addColumn("speaker_name", "text", (c) => c.notNull())
      .addColumn("anonymous", "integer", (c) => c.notNull())
      .addColumn("mode", "text", (c) => c.notNull())
      .addColumn("act", "text", (c) => c.notNull())
      .addColumn("factuality", "text", (c) => c.notNull())
      .addColumn("confidence", "double precision", (c) => c.notNull())
      .addColumn("said", "text")
      .addColumn("parent", "text")
      .addPrimaryKeyConstraint("statements_key", ["document", "place"])
      .execute();
    await schema.createIndex("statements_speaker").on("statements").column("speaker").execute();
    await schema
      .createTable("figures")
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("place", "integer", (c) => c.notNull())
      .addColumn("start", "integer", (c) => c.notNull())
      .addColumn("value", "double precision", (c) => c.notNull())
      .addColumn("upper", "double precision")
      .addColumn("unit", "text", (c) => c.notNull())
      .addColumn("what", "text", (c) => c.notNull())
      .addColumn("speaker", "text", (c) => c.notNull())
      .addColumn("statement", "text")
      .addPrimaryKeyConstraint("figures_key", ["document", "place"])
      .execute();
    await schema
      .createTable("actors")
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("names", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("actors_key", ["document", "id"])
      .execute();
    await schema.createIndex("actors_id").on("actors").column("id").execute();
    await schema
      .createTable("propositions")
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addColumn("id", "text", (c) => c.notNull())
      .addColumn("place", "integer", (c) => c.notNull())
      .addColumn("statement", "text")
      .addColumn("predicate", "text", (c) => c.notNull())
      .addColumn("event", "text")
      .addColumn("start", "integer", (c) => c.notNull())
      .addPrimaryKeyConstraint("propositions_key", ["document", "place"])
      .execute();
    await schema
      .createTable("document_keys")
      .addColumn("key", "text", (c) => c.notNull())
      .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
      .addPrimaryKeyConstraint("document_keys_key", ["key", "document"])
      .execute();
    await schema.createIndex("document_keys_document").on("document_keys").column("document").execute();
    await aligned(db);
  },
};

/** The materialised alignment: replaced as a whole or in part, never a source. */
async function aligned(db: Parameters<Migration["up"]>[0]): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("stories")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("place", "integer", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("happened", "text")
    .addColumn("latest", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .execute();
  await schema
    .createTable("story_documents")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id").onDelete("cascade"))
    .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
    .addPrimaryKeyConstraint("story_documents_key", ["story", "document"])
    .execute();
  await schema.createIndex("story_documents_document").on("story_documents").column("document").execute();
  await schema
    .createTable("claims")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("place", "integer", (c) => c.notNull())
    .addColumn("story", "text")
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("latest", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .execute();
  await schema.createIndex("claims_place").on("claims").columns(["status", "place"]).execute();
  await schema.createIndex("claims_story").on("claims").column("story").execute();
  await schema
    .createTable("positions")
    .addColumn("claim", "text", (c) => c.notNull().references("claims.id").onDelete("cascade"))
    .addColumn("place", "integer", (c) => c.notNull())
    .addColumn("document", "text", (c) => c.notNull().references("documents.id").onDelete("cascade"))
    .addColumn("statement", "text", (c) => c.notNull())
    .addColumn("speaker", "text", (c) => c.notNull())
    .addColumn("position", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("positions_key", ["claim", "place"])
    .execute();
  await schema.createIndex("positions_document").on("positions").column("document").execute();
  await schema.createIndex("positions_speaker").on("positions").column("speaker").execute();
  await schema
    .createTable("claim_actors")
    .addColumn("claim", "text", (c) => c.notNull().references("claims.id").onDelete("cascade"))
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("folded", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("claim_actors_key", ["claim", "actor", "folded"])
    .execute();
  await schema.createIndex("claim_actors_actor").on("claim_actors").column("actor").execute();
  await schema
    .createTable("figure_groups")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("place", "integer", (c) => c.notNull())
    .addColumn("story", "text")
    .addColumn("relation", "text", (c) => c.notNull())
    .addColumn("latest", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .execute();
  await schema.createIndex("figure_groups_story").on("figure_groups").column("story").execute();
  await schema
    .createTable("figure_actors")
    .addColumn("figure_group", "text", (c) => c.notNull().references("figure_groups.id").onDelete("cascade"))
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("folded", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("figure_actors_key", ["figure_group", "actor", "folded"])
    .execute();
}
