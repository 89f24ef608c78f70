import { type Kysely, sql } from "kysely";
import { firstMonth, monthsAfter } from "../month.ts";
import { type Monthly, monthly } from "../schema.ts";
import { orderByCharacters } from "./collation.ts";

// What grows with the documents is kept in one table a month (declarative partitions): an old month can be moved to a slow
// disk, saved or loaded by itself, and only the last one is written to. Every key begins with the document, by which Citus
// would distribute, and has the month. There are no foreign keys: a new month would then lock the documents against every
// writer, and what belongs to a document is written in one transaction with it.

/** Of what each table has one row at most, and what else is looked up in it. */
const keys: Readonly<Record<Monthly, { readonly key: readonly string[]; readonly indexes: readonly string[] }>> = {
  captures: { key: ["hash", "month"], indexes: [] },
  readings: { key: ["document", "month"], indexes: ["create index readings_made on readings (made)"] },
  statements: {
    key: ["document", "month", "place"],
    indexes: [
      "create index statements_speaker on statements (speaker)",
      "create index statements_id on statements (id)",
    ],
  },
  figures: { key: ["document", "month", "place"], indexes: [] },
  propositions: { key: ["document", "month", "place"], indexes: [] },
  passages: {
    key: ["document", "month", "place"],
    indexes: [
      "create index passages_words on passages using gin (words)",
      "create index passages_long on passages (document) where words is null",
    ],
  },
  passage_statements: { key: ["document", "month", "passage", "statement"], indexes: [] },
};

/** How many months are made ahead. */
const ahead = 2;

/** Brings a schema without months forward: every row is copied into the table of its document's month. */
export async function partitionByMonth(db: Kysely<unknown>): Promise<void> {
  const now = new Date().toISOString().slice(0, 7);
  await orderByCharacters(db);
  await dropForeignKeys(db);
  await sql`alter table documents add column month text collate "C" not null default ${sql.lit(now)}`.execute(db);
  // As `monthOf` tells it.
  await sql`update documents set month = substr(added, 1, 7) where added ~ '^20\\d\\d-(0[1-9]|1[0-2])-'
    and substr(added, 1, 7) between ${sql.lit(firstMonth)} and ${sql.lit(now)}`.execute(db);
  await sql`alter table documents alter column month drop default`.execute(db);
  const { rows } = await sql<{ month: string }>`select distinct month from documents`.execute(db);
  const there = new Set([now, ...monthsAfter(now, ahead), ...rows.map(({ month }) => month)]);
  for (const table of monthly) await partition(db, table, [...there].sort(), now);
}

async function partition(db: Kysely<unknown>, table: Monthly, months: readonly string[], now: string): Promise<void> {
  const [name, before] = [sql.table(table), sql.table(`${table}_before`)];
  await sql`alter table ${name} rename to ${before}`.execute(db);
  // Defaults and what is worked out come along; numbers are given by a sequence, since a server of this age lets no
  // partition give them by itself.
  await sql`create table ${name} (like ${before} including defaults including generated,
    month text collate "C" not null) partition by range (month)`.execute(db);
  for (const month of months) await makeMonth(db, table, month);
  const columns = await sql<{ name: string }>`select a.attname as name from pg_attribute a
    where a.attrelid = ${`${table}_before`}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`.execute(db);
  const own = columns.rows.map((row) => row.name);
  const id = table === "captures" ? "hash" : "document";
  await sql`insert into ${name} (${sql.join(own.map((one) => sql.ref(one)))}, month)
    select ${sql.join(own.map((one) => sql.ref(`b.${one}`)))}, coalesce(d.month, ${sql.lit(now)})
    from ${before} b left join documents d on d.id = ${sql.ref(`b.${id}`)}`.execute(db);
  await sql`drop table ${before}`.execute(db);
  if (table === "passages") {
    await sql`create sequence passages_number owned by passages.id`.execute(db);
    await sql`select setval('passages_number', (select coalesce(max(id), 0) + 1 from passages), false)`.execute(db);
    await sql`alter table passages alter column id set default nextval('passages_number')`.execute(db);
  }
  const { key, indexes } = keys[table];
  await sql`alter table ${name} add constraint ${sql.ref(`${table}_key`)}
    primary key (${sql.join(key.map((one) => sql.ref(one)))})`.execute(db);
  for (const index of indexes) await sql.raw(index).execute(db);
}

/** Those of the tables and of what names their rows. */
async function dropForeignKeys(db: Kysely<unknown>): Promise<void> {
  const names = sql.join(monthly.map((table) => sql.lit(table)));
  const found = await sql<{ tab: string; name: string }>`select c.relname as tab, k.conname as name from pg_constraint k
    join pg_class c on c.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace
    and (c.relname in (${names}) or f.relname in (${names}))`.execute(db);
  for (const { tab, name } of found.rows) {
    await sql`alter table ${sql.table(tab)} drop constraint ${sql.ref(name)}`.execute(db);
  }
}

/**
 * The table of a month. It is made by itself and then taken in, which lets others read and write the months that are
 * there, as `partition of` would not.
 */
async function makeMonth(db: Kysely<unknown>, table: Monthly, month: string): Promise<void> {
  const part = `${table}_${month.replace("-", "_")}`;
  const [next = ""] = monthsAfter(month, 1);
  await sql`create table ${sql.table(part)} (like ${sql.table(table)} including all)`.execute(db);
  await sql`alter table ${sql.table(table)} attach partition ${sql.table(part)}
    for values from (${sql.lit(month)}) to (${sql.lit(next)})`.execute(db);
}

/**
 * Sees to it that there is room for a month, and for those that follow it, so that the first document of a month finds its
 * tables made. Whoever may not make tables can write as long as somebody who may has done so.
 */
export function roomFor(
  db: Kysely<unknown>,
  alone: (work: Kysely<unknown>) => Promise<void>,
): (month: string) => Promise<void> {
  const known = new Map<string, Promise<void>>();
  const make = async (months: readonly string[]): Promise<void> => {
    if ((await missing(db, months)).length === 0) return;
    await db.transaction().execute(async (work) => {
      await alone(work);
      for (const { table, month } of await missing(work, months)) await makeMonth(work, table, month);
    });
  };
  const first = async (month: string): Promise<void> => {
    await make([month]);
    await make(monthsAfter(month, ahead)).catch(() => {});
  };
  return (month) => {
    const asked = known.get(month) ?? first(month);
    known.set(month, asked);
    // Tried again by whoever comes next.
    asked.catch(() => known.delete(month));
    return asked;
  };
}

/** Months that a table lacks, in an order that everybody keeps. */
async function missing(
  db: Kysely<unknown>,
  months: readonly string[],
): Promise<readonly { table: Monthly; month: string }[]> {
  const all = monthly.flatMap((table) => months.map((month) => ({ table, month })));
  const names = all.map(({ table, month }) => `${table}_${month.replace("-", "_")}`);
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relispartition
    and c.relname in (${sql.join(names)})`.execute(db);
  const there = new Set(rows.map(({ name }) => name));
  return all.filter((_, n) => !there.has(names[n] ?? ""));
}
