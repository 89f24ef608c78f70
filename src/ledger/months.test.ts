import { Kysely, sql } from "kysely";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { readCapture, relatePart } from "../pipeline.ts";
import { alignLedger } from "./aligned.ts";
import { missing, onEachEngine, postgresEngine, testServer } from "./contract.ts";
import { facetsOf } from "./facets.ts";
import { foundIn, lookFor } from "./found.ts";
import { keepDocument } from "./keep.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { actorsOf, documentsOf } from "./lists.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { monthOf, monthsAfter } from "./month.ts";
import { captureWith, documentWith } from "./one.ts";
import { postgresDialect } from "./postgres/dialect.ts";
import { types } from "./postgres/index.ts";
import { parseQuery } from "./query.ts";
import { readingsOf } from "./readings.ts";
import { monthly, type Schema } from "./schema.ts";
import { captureOf } from "./testing.ts";
import { totalActors } from "./totals.ts";
import { verifyLedger } from "./verify.ts";
import { alignmentOf } from "./views.ts";

async function fill(ledger: Ledger, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    const capture = captureOf(n);
    await keepDocument(ledger, capture, readCapture(capture));
  }
  await alignLedger(ledger, relatePart);
  await totalActors(ledger);
}

/** What every list, search and single thing says; when something was kept is left out. */
async function told(ledger: Ledger): Promise<unknown> {
  const documents = await documentsOf(ledger);
  const look = await lookFor(ledger, parseQuery("fermer"));
  const faults: unknown[] = [];
  for await (const one of verifyLedger(ledger)) if (one.kind !== "progress") faults.push(one);
  return {
    alignment: await alignmentOf(ledger),
    actors: await actorsOf(ledger),
    documents: documents.map(({ added: _, ...one }) => one),
    readings: await readingsOf(ledger),
    found: await foundIn(ledger, parseQuery("fermer"), 100),
    said: await foundIn(ledger, parseQuery("act:announce status:uncontested pont"), 100),
    facets: await facetsOf(ledger, look),
    faults,
  };
}

test("months are those in which a ledger can have been added to", () => {
  const now = "2031-05-04T10:00:00Z";
  expect(monthOf("2031-04-30T23:59:59Z", now)).toBe("2031-04");
  for (const added of ["2031-06-01T00:00:00Z", "1999-01-01T00:00:00Z", "2031-13-01", "yesterday", ""]) {
    expect(monthOf(added, now), added).toBe("2031-05");
  }
  expect(monthsAfter("2031-11", 3)).toEqual(["2031-12", "2032-01", "2032-02"]);
});

onEachEngine("documents of several months", (engine) => {
  afterAll(() => engine.remove());
  test("are listed, found, read and checked as those of one", async () => {
    const [whole, spread] = [
      await openLedger(await engine.place(), "write"),
      await openLedger(await engine.place(), "write"),
    ];
    try {
      await fill(whole, 0, 6);
      await fill(spread, 0, 4);
      for (const [month, skipped] of [
        ["2026-02", 0],
        ["2026-03", 1],
      ] as const) {
        await spread.room(month);
        const rows = await spread.db
          .selectFrom("documents")
          .select("id")
          .orderBy("id")
          .offset(skipped)
          .limit(1)
          .execute();
        for (const { id } of rows) {
          await spread.db.updateTable("documents").set({ month }).where("id", "=", id).execute();
          for (const table of monthly) {
            const key = sql.ref(table === "captures" ? "hash" : "document");
            await sql`update ${sql.table(table)} set month = ${month} where ${key} = ${id}`.execute(spread.db);
          }
        }
      }
      await fill(spread, 4, 2);
      expect(await told(spread)).toEqual(await told(whole));
      // What was added in another month is not added again.
      for (let n = 0; n < 6; n += 1) {
        const capture = captureOf(n);
        expect(await keepDocument(spread, capture, readCapture(capture))).toBe("known");
        expect(Buffer.from((await captureWith(spread, capture.document.id)) ?? [])).toEqual(Buffer.from(capture.bytes));
        expect((await documentWith(spread, capture.document.id))?.reading.document.uri).toBe(capture.document.uri);
      }
      for (const table of monthly) {
        const own = table === "captures" ? "hash" : "document";
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} t
          join documents d on d.id = ${sql.ref(`t.${own}`)} and d.month = t.month`.execute(spread.db);
        const all = await spread.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as("n"))
          .executeTakeFirst();
        expect([table, Number(rows[0]?.n)]).toEqual([table, Number(all?.n)]);
      }
    } finally {
      await whole.close();
      await spread.close();
    }
  });
});

describe.skipIf(testServer === null)(testServer === null ? missing() : "tables by month on PostgreSQL", () => {
  const engine = postgresEngine(testServer ?? "postgres://none");
  afterAll(() => engine.remove());

  test("a ledger of the schema before is brought forward with everything in it, and goes on", async () => {
    const [before, now] = [await engine.place(), await openLedger(await engine.place(), "write")];
    const pool = new pg.Pool({ connectionString: before });
    const old = new Kysely<Schema>({ dialect: postgresDialect(pool, before) });
    try {
      await fill(now, 0, 6);
      const begun = async (): Promise<boolean> =>
        (await sql<{ there: boolean }>`select to_regclass('ledger') is not null as there`.execute(old)).rows[0]
          ?.there === true;
      const steps = migrations.filter(({ version }) => version < 9);
      await migrate(old, { folder: before, begun, copy: async () => {}, types, steps });
      await copyRows(now, old);
    } finally {
      await old.destroy();
    }
    const forward = await openLedger(before, "write");
    try {
      expect(await told(forward)).toEqual(await told(now));
      const { rows } = await sql<{ month: string; added: string }>`select month, added from documents`.execute(
        forward.db,
      );
      for (const { month, added } of rows) expect(month).toBe(monthOf(added));
      await fill(forward, 6, 2);
      await fill(now, 6, 2);
      expect(await told(forward)).toEqual(await told(now));
    } finally {
      await forward.close();
      await now.close();
    }
  });

  test("months are made ahead and when they are wanted, once, by however many at once", async () => {
    const place = await engine.place();
    const all = await Promise.all([1, 2, 3].map(() => openLedger(place, "write")));
    try {
      const months = ["2026-01", "2026-04"];
      await Promise.all(all.flatMap((ledger) => months.map((month) => ledger.room(month))));
      const this_ = new Date().toISOString().slice(0, 7);
      const wanted = new Set([
        ...months,
        ...months.flatMap((one) => monthsAfter(one, 2)),
        this_,
        ...monthsAfter(this_, 2),
      ]);
      const [first] = all;
      if (first === undefined) throw new Error("no ledger");
      for (const table of monthly) {
        const { rows } = await sql<{ name: string }>`select c.relname as name from pg_inherits i
          join pg_class c on c.oid = i.inhrelid where i.inhparent = ${table}::regclass`.execute(first.db);
        expect(rows.map(({ name }) => name).sort()).toEqual(
          [...wanted].map((month) => `${table}_${month.replace("-", "_")}`).sort(),
        );
      }
    } finally {
      for (const ledger of all) await ledger.close();
    }
  });

  test("a new month waits for nobody who reads or writes, and every key has what shards would be told apart by", async () => {
    const place = await engine.place();
    const [ledger, other] = [await openLedger(place, "write"), await openLedger(place, "write")];
    try {
      await fill(ledger, 0, 1);
      await ledger.db.transaction().execute(async (work) => {
        await work.updateTable("statements").set({ act: "assert" }).where("act", "=", "assert").execute();
        await work.selectFrom("captures").selectAll().execute();
        await other.room("2026-05");
        await work.selectFrom("statements").selectAll().execute();
      });
      const { rows } = await sql<{
        tab: string;
        keys: string[];
      }>`select c.relname as tab, array_agg(a.attname::text order by a.attnum) as keys
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indisunique and c.relkind = 'p' group by c.relname, i.indexrelid`.execute(ledger.db);
      expect(rows.map(({ tab }) => tab).sort()).toEqual([...monthly].sort());
      for (const { tab, keys } of rows) {
        expect(keys, tab).toContain(tab === "captures" ? "hash" : "document");
        expect(keys, tab).toContain("month");
      }
    } finally {
      await ledger.close();
      await other.close();
    }
  });
});

/** Every row, as it would stand in the schema before. */
async function copyRows(from: Ledger, to: Kysely<Schema>): Promise<void> {
  const tables = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and not relispartition order by relname`.execute(
    to,
  );
  const rank = (name: string): number =>
    ["captures", "documents", "stories", "claims", "figure_groups", "decisions"].indexOf(name);
  const names = tables.rows
    .map(({ name }) => name)
    .filter((name) => name !== "ledger")
    .sort((a, b) => (rank(a) < 0 ? 99 : rank(a)) - (rank(b) < 0 ? 99 : rank(b)));
  for (const name of names) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(from.db);
    for (const { month: _, words: __, told: ___, ...row } of rows) {
      await to
        .insertInto(name as keyof Schema)
        .values(row as never)
        .execute();
    }
  }
  const state = await from.db.selectFrom("ledger").selectAll().where("key", "<>", "schema").execute();
  if (state.length > 0) await to.insertInto("ledger").values(state).execute();
}
