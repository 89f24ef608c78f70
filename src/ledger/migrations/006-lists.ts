import { type Kysely, sql } from "kysely";
import type { FigureGroup, Reading } from "../../model/index.ts";
import type { Schema } from "../schema.ts";
import type { Migration } from "./migration.ts";

/** What lists are ordered and narrowed by, so that a page of them is found without reading all of it. */
export const lists: Migration = {
  version: 6,
  name: "lists",
  async up(db, types) {
    const { schema } = db;
    await schema
      .alterTable("actors")
      .addColumn("statements", "integer", (c) => c.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable("figure_groups")
      .addColumn("differs", "integer", (c) => c.notNull().defaultTo(0))
      .execute();
    await schema
      .createTable("actor_totals")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("name", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("names", "text", (c) => c.notNull())
      .addColumn("folded", "text", (c) => c.notNull())
      .addColumn("documents", "integer", (c) => c.notNull())
      .addColumn("statements", "integer", (c) => c.notNull())
      .execute();
    await sql`create index actor_totals_order on actor_totals (statements desc, documents desc, id)`.execute(db);
    await schema
      .createTable("actor_changes")
      .addColumn("id", types.number as never, (c) => c.primaryKey())
      .addColumn("actor", "text", (c) => c.notNull())
      .execute();
    await fill(db as unknown as Kysely<Schema>);
    const newest = sql`coalesce(modified, published, captured)`;
    await sql`create index documents_published on documents ((coalesce(published, '9999')), id)`.execute(db);
    await sql`create index documents_newest on documents ((${newest}), id)`.execute(db);
    await schema.createIndex("actors_rank").on("actors").columns(["id", "statements"]).execute();
    await schema.createIndex("actors_within").on("actors").columns(["document", "id", "statements"]).execute();
    await schema.createIndex("positions_stands").on("positions").columns(["speaker", "position"]).execute();
    for (const table of ["stories", "claims", "figure_groups"]) {
      await schema.createIndex(`${table}_order`).on(table).columns(["place", "id"]).execute();
      await schema.createIndex(`${table}_latest`).on(table).columns(["latest", "id"]).execute();
    }
    for (const table of ["claims", "figure_groups"]) {
      await schema.createIndex(`${table}_within`).on(table).columns(["story", "place", "id"]).execute();
    }
    await schema.createIndex("claims_standing").on("claims").columns(["status", "place", "id"]).execute();
    await schema
      .createIndex("figure_groups_differing")
      .on("figure_groups")
      .columns(["differs", "place", "id"])
      .execute();
    // What the new ones hold too.
    for (const index of ["actors_id", "positions_speaker", "claims_place", "claims_story", "figure_groups_story"]) {
      await schema.dropIndex(index).execute();
    }
  },
};

async function fill(db: Kysely<Schema>): Promise<void> {
  const documents = await sql<{ document: string }>`select document from readings order by document`.execute(db);
  if (documents.rows.length === 0) return;
  const { insertAll } = await import("../keep.ts");
  const { rowsOf } = await import("../rows.ts");
  const { differ } = await import("../differ.ts");
  for (const { document } of documents.rows) {
    const found = await sql<{ body: string }>`select body from readings where document = ${document}`.execute(db);
    for (const { body } of found.rows) {
      await sql`delete from actors where document = ${document}`.execute(db);
      // Our own row, written by `keepDocument` from the same type.
      await insertAll(db, "actors", rowsOf(JSON.parse(body) as Reading).actors);
    }
  }
  await sql`insert into actor_changes (actor) select distinct id from actors`.execute(db);
  const groups = await sql<{ id: string; body: string }>`select id, body from figure_groups`.execute(db);
  for (const { id, body } of groups.rows) {
    if (differ(JSON.parse(body) as FigureGroup))
      await sql`update figure_groups set differs = 1 where id = ${id}`.execute(db);
  }
}
