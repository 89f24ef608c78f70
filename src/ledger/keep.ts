import { gzipSync } from "node:zlib";
import type { Capture, Reading } from "../model/index.ts";
import { derivedOf, insertDerived } from "./derived.ts";
import type { Ledger } from "./ledger.ts";
import { monthOf } from "./month.ts";
import { rowsOf } from "./rows.ts";
import type { Database, NewRow, Schema, Work } from "./schema.ts";
import { keyedRow } from "./storable.ts";

/** Whether a document of this id is kept. */
export async function hasDocument(ledger: Ledger, id: string): Promise<boolean> {
  const row = await ledger.db.selectFrom("documents").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/**
 * Keeps a capture and its reading in one transaction; when it returns, they are on the disk. A document that is there
 * already is left as it is. `also` is done in the same transaction, either way.
 */
export async function keepDocument(
  ledger: Ledger,
  capture: Capture,
  reading: Reading,
  also: (work: Work) => Promise<void> = async () => {},
): Promise<"kept" | "known"> {
  const packed = pack(capture.bytes);
  const rows = rowsOf(reading).document;
  const derived = await derivedOf(reading);
  const now = new Date().toISOString();
  const month = monthOf(now);
  await ledger.room(month);
  return await ledger.db.transaction().execute(async (work) => {
    const { document } = reading;
    // Of two that keep it at once, one waits here for the other and then finds it known.
    const taken = await work
      .insertInto("captures")
      .values({ hash: document.id, month, ...packed, size: capture.bytes.length, captured: capture.captured })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    await also(work);
    if (taken.numInsertedOrUpdatedRows === 0n) return "known";
    const { numInsertedOrUpdatedRows } = await work
      .insertInto("documents")
      .values({ ...keyedRow("documents", rows), captured: capture.captured, added: now, month })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) {
      // It was added in another month.
      await work.deleteFrom("captures").where("hash", "=", document.id).where("month", "=", month).execute();
      return "known";
    }
    const engine = `${reading.engine.name} ${reading.engine.version}`;
    await work
      .insertInto("readings")
      .values({ document: document.id, month, engine, made: now, body: JSON.stringify(reading) })
      .execute();
    await insertDerived(work, document.id, month, derived);
    await insertAll(work, "pending", [{ document: document.id }]);
    return "kept";
  });
}

export function pack(bytes: Uint8Array): { bytes: Uint8Array; encoding: string } {
  const smaller = gzipSync(bytes);
  return smaller.length < bytes.length ? { bytes: smaller, encoding: "gzip" } : { bytes, encoding: "identity" };
}

/** Rows go in by the hundred: engines limit the parameters of one query. */
export async function insertAll<T extends keyof Schema>(
  work: Database,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 100) {
    await work
      .insertInto(table)
      .values(rows.slice(at, at + 100).map((row) => keyedRow(table, row)) as never)
      .execute();
  }
}
