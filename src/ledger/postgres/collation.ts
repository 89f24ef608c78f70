import { type Kysely, sql } from "kysely";

/**
 * Makes every text column of ours compare by the numbers of its characters, whatever the database's language, so that
 * lists have one order in every engine and country. For columns just made: those of a full table would be written anew.
 */
export async function orderByCharacters(db: Kysely<unknown>): Promise<void> {
  const columns = await sql<{ tab: string; col: string }>`select c.relname as tab, a.attname as col
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_collation o on o.oid = a.attcollation
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype and o.collname <> 'C'
    order by 1, 2`.execute(db);
  for (const { tab, col } of columns.rows) {
    await sql`alter table ${sql.table(tab)} alter column ${sql.ref(col)} type text collate "C"`.execute(db);
  }
}
