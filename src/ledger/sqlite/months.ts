import { type Kysely, sql } from "kysely";
import { monthly } from "../schema.ts";

/**
 * One file is not kept by month. The column is there because the schema is one; what was kept before has an empty month,
 * the document and its rows alike, so that nothing is written anew.
 */
export async function addMonths(db: Kysely<unknown>): Promise<void> {
  for (const table of ["documents", ...monthly]) {
    await sql`alter table ${sql.table(table)} add column month text not null default ''`.execute(db);
  }
}
