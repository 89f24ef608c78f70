import { sql } from "kysely";
import type { Migration } from "./migration.ts";

/** When each position was taken, so that a page of what everybody says over time is found without reading all of it. */
export const told: Migration = {
  version: 10,
  name: "told",
  async up(db) {
    await db.schema.alterTable("positions").addColumn("told", "text").execute();
    await sql`create index positions_told on positions (speaker, told, document, claim, place)`.execute(db);
    await sql`create index positions_sides on positions (claim, position)`.execute(db);
    // What is to be worked out: everything at first, then what is aligned.
    await sql`create index positions_untold on positions (claim) where told is null`.execute(db);
  },
};
