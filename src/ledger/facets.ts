import { type RawBuilder, sql } from "kysely";
import type { Look } from "./found.ts";
import type { Ledger } from "./ledger.ts";
import { whereOf } from "./page.ts";

/** A value by which what was found can be narrowed, and how many sentences it leaves. */
export type Facet = { readonly value: string; readonly name: string; readonly count: number };

export type Facets = {
  /** Of how many sentences, the newest of those found, the counts below are. */
  readonly counted: number;
  readonly language: readonly Facet[];
  readonly outlet: readonly Facet[];
  readonly speaker: readonly Facet[];
  readonly act: readonly Facet[];
  readonly status: readonly Facet[];
};

// Counting everything that holds a word as common as `le` would take longer than anybody waits.
export const mostTotal = 10_000;
const mostCounted = 1_000;
const mostValues = 12;

/** How what was found is spread over languages, papers, speakers, acts and what becomes of the claims. */
export async function facetsOf({ db }: Ledger, { wheres }: Look): Promise<Facets> {
  // Kept as a table of its own while each facet is counted: the search is done once.
  const found = sql`with m as materialized (select p.document, p.month, p.place from passages p join documents d on d.id = p.document
    and d.month = p.month
    ${whereOf(wheres)} order by coalesce(d.modified, d.published, d.captured) desc, p.document, p.place
    limit ${mostCounted})`;
  // From the few sentences on, in this order: no engine is to begin with the many claims.
  const papers: From = { tables: sql`m cross join documents d`, where: sql`d.id = m.document` };
  const within: From = {
    tables: sql`m cross join passage_statements s`,
    where: sql`s.document = m.document and s.month = m.month and s.passage = m.place`,
  };
  const said: From = {
    tables: sql`${within.tables} cross join statements t`,
    where: sql`${within.where} and t.document = s.document and t.month = s.month and t.place = s.statement`,
  };
  const taken: From = {
    tables: sql`${said.tables} cross join positions o cross join claims c`,
    where: sql`${said.where} and o.document = t.document and o.statement = t.id and c.id = o.claim`,
  };
  const sentences = sql`count(distinct m.document || ' ' || m.place)`;
  const { rows } = await sql<Row>`${found}
    select 'counted' as facet, '' as value, '' as name, count(*) as n from m
    union all ${facet("language", sql`d.language`, sql`d.language`, sql`count(*)`, papers)}
    union all ${facet("outlet", sql`d.outlet`, sql`d.outlet`, sql`count(*)`, papers)}
    union all ${facet("speaker", sql`t.speaker`, sql`min(t.speaker_name)`, sentences, said)}
    union all ${facet("act", sql`s.act`, sql`s.act`, sentences, within)}
    union all ${facet("status", sql`c.status`, sql`c.status`, sentences, taken)}`.execute(db);
  const of = (name: string): Facet[] =>
    rows
      .filter((row) => row.facet === name)
      .map(({ value, name: label, n }) => ({ value, name: label, count: Number(n) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const counted = Number(rows.find((row) => row.facet === "counted")?.n ?? 0);
  return {
    counted,
    language: of("language"),
    outlet: of("outlet"),
    speaker: of("speaker"),
    act: of("act"),
    status: of("status"),
  };
}

type Row = { facet: string; value: string; name: string; n: number };
type From = { readonly tables: RawBuilder<unknown>; readonly where: RawBuilder<unknown> };

function facet(
  name: string,
  value: RawBuilder<unknown>,
  label: RawBuilder<unknown>,
  n: RawBuilder<unknown>,
  { tables, where }: From,
): RawBuilder<unknown> {
  return sql`select * from (select ${name} as facet, ${value} as value, ${label} as name, ${n} as n from ${tables}
    where ${where} and ${value} is not null group by ${value} order by n desc, value limit ${mostValues})
    as ${sql.raw(`f_${name}`)}`;
}

/** How many sentences there are; `mostTotal` stands for that and more. */
export async function totalOf({ db }: Ledger, { wheres }: Look): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (select 1 as one from passages p
    join documents d on d.id = p.document and d.month = p.month ${whereOf(wheres)} limit ${mostTotal}) as counted`.execute(
    db,
  );
  return Number(rows[0]?.n ?? 0);
}
