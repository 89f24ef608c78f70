import type { Reading } from "../model/index.ts";
import type { Ledger } from "./ledger.ts";
import type { Database } from "./schema.ts";

/** What alignment has seen, or what there is to see: the number of readings and the last one made. */
export type Watermark = { readonly count: number; readonly last: string | null };

export async function watermark(db: Database): Promise<Watermark> {
  const row = await db
    .selectFrom("readings")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.max("made").as("last")])
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), last: row.last };
}

/** Readings by date of publication, undated last; all, or those of some documents. */
export async function readingsOf(ledger: Ledger, documents?: readonly string[]): Promise<Reading[]> {
  return await readings(ledger.db, documents);
}

export async function readings(db: Database, documents?: readonly string[]): Promise<Reading[]> {
  const found: Reading[] = [];
  let query = db
    .selectFrom("readings")
    .innerJoin("documents", (on) =>
      on.onRef("documents.id", "=", "readings.document").onRef("documents.month", "=", "readings.month"),
    )
    .select("readings.body")
    .orderBy(({ fn, val }) => fn.coalesce("documents.published", val("9999")))
    .orderBy("documents.id");
  if (documents !== undefined) query = query.where("documents.id", "in", documents);
  // Our own rows, written by `keepDocument` from the same type.
  for (const { body } of await query.execute()) found.push(JSON.parse(body) as Reading);
  return found;
}

/** When each document was captured; all, or some. */
export async function capturedOf(ledger: Ledger, documents?: readonly string[]): Promise<Map<string, string>> {
  let query = ledger.db.selectFrom("documents").select(["id", "captured"]);
  if (documents !== undefined) query = query.where("id", "in", documents);
  const rows = await query.execute();
  return new Map(rows.map(({ id, captured }) => [id, captured]));
}
