import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Wanted } from "../query.ts";
import { orderByCharacters } from "./collation.ts";

/**
 * The index over `passages`: which words a sentence has, in any form. The words are folded already and stand between
 * spaces, so they go in as they are (configuration `simple` without its parser, which would cut `1e5` and `a.b` in its
 * own way). A sentence beyond what a `tsvector` holds (a megabyte, words of 2 kB) has none and is looked at itself.
 */
export async function createFullText(db: Kysely<unknown>): Promise<void> {
  // A column that another is made from can't be changed any more.
  await orderByCharacters(db);
  await sql`create function selon_words(lemmas text, forms text) returns tsvector language sql immutable parallel safe as $$
    select case when octet_length(lemmas) + octet_length(forms) > 200000 then null else array_to_tsvector(array(
      select distinct left(word, 500) from unnest(string_to_array(lemmas || ' ' || forms, ' ')) word where word <> ''
    )) end $$`.execute(db);
  await sql`alter table passages add column words tsvector generated always as (selon_words(lemmas, forms)) stored`.execute(
    db,
  );
  await sql`create index passages_words on passages using gin (words)`.execute(db);
  await sql`create index passages_long on passages (document) where words is null`.execute(db);
}

/**
 * Passages in which everything wanted stands: the index tells which may, and the words in their order are then looked
 * for in the folded sentence itself, so that a phrase means the same as in any other engine.
 */
export function matching(wanted: readonly Wanted[]): RawBuilder<boolean> {
  const words = wanted
    .map(({ lemmas, forms, open }) => {
      const written = forms.map(lexeme).join(" & ") + (open === true ? ":*" : "");
      return `(${[...lemmas.map((way) => way.map(lexeme).join(" & ")), written].join(" | ")})`;
    })
    .join(" & ");
  const stands = wanted.map(({ lemmas, forms, open }) => {
    const ways = [...lemmas.map((way) => standsIn("lemmas", way)), standsIn("forms", forms, open)];
    return sql<boolean>`(${sql.join(ways, sql` or `)})`;
  });
  return sql<boolean>`((p.words @@ ${words}::tsquery or p.words is null) and ${sql.join(stands, sql` and `)})`;
}

/** Words are letters and digits only, each quoted, the whole a parameter: nothing a person types is read as syntax. */
function lexeme(word: string): string {
  const kept = [...word].slice(0, 500).join("");
  return `'${kept.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

function standsIn(column: "lemmas" | "forms", words: readonly string[], open = false): RawBuilder<boolean> {
  return sql<boolean>`position(${` ${words.join(" ")}${open ? "" : " "}`} in ' ' || ${sql.ref(`p.${column}`)} || ' ') > 0`;
}
