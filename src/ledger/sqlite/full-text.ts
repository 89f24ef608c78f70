import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Wanted } from "../query.ts";

/** The index over `passages`, kept in step with it by the engine itself. */
export async function createFullText(db: Kysely<unknown>): Promise<void> {
  const columns = sql.raw("lemmas, forms");
  await sql`create virtual table passages_index using fts5(${columns}, content='passages', content_rowid='id',
    tokenize="unicode61 remove_diacritics 0")`.execute(db);
  await sql`create trigger passages_added after insert on passages begin
    insert into passages_index(rowid, lemmas, forms) values (new.id, new.lemmas, new.forms); end`.execute(db);
  await sql`create trigger passages_gone after delete on passages begin
    insert into passages_index(passages_index, rowid, lemmas, forms)
    values ('delete', old.id, old.lemmas, old.forms); end`.execute(db);
}

/**
 * Passages in which everything wanted stands. Words are letters and digits only, each goes into the expression between
 * quotation marks and the expression into the query as a parameter: nothing a person types is ever read as syntax.
 */
export function matching(wanted: readonly Wanted[]): RawBuilder<boolean> {
  const phrase = (words: readonly string[]): string => words.map((word) => `"${word.replaceAll('"', "")}"`).join(" + ");
  const expression = wanted
    .map(({ lemmas, forms, open }) => {
      // A star after a phrase lets its last word go on.
      const written = `forms : ${phrase(forms)}${open === true ? " *" : ""}`;
      const found = [...lemmas.map((words) => `lemmas : ${phrase(words)}`), written];
      return `(${found.join(" OR ")})`;
    })
    .join(" AND ");
  return sql<boolean>`p.id in (select rowid from passages_index where passages_index match ${expression})`;
}
