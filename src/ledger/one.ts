import { gunzipSync } from "node:zlib";
import type { Claim, FigureGroup, Reading } from "../model/index.ts";
import { chunks } from "./aligned-rows.ts";
import { nowOf } from "./former.ts";
import type { Ledger } from "./ledger.ts";

/** A document with its reading and when it came. */
export type Held = {
  readonly captured: string;
  readonly added: string;
  readonly stories: readonly string[];
  readonly reading: Reading;
};

// Bodies are our own rows, written by `keepDocument` and `aligned.ts` from the same types.

/** One claim by its whole id, as it is shown; null where there is none. */
export async function claimWith(ledger: Ledger, id: string): Promise<Claim | null> {
  const row = await ledger.db.selectFrom("claims").select("body").where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Claim);
}

/** Claims by their ids, those that are there. */
export async function claimsWith({ db }: Ledger, ids: Iterable<string>): Promise<Map<string, Claim>> {
  const found = new Map<string, Claim>();
  for (const some of chunks(new Set(ids))) {
    const rows = await db.selectFrom("claims").select(["id", "body"]).where("id", "in", some).execute();
    for (const { id, body } of rows) found.set(id, JSON.parse(body) as Claim);
  }
  return found;
}

/** One group of figures by its whole id, or by one that it had before; null where there is none. */
export async function figureGroupWith({ db }: Ledger, id: string): Promise<FigureGroup | null> {
  for (const one of [id, await nowOf(db, "figure", id)]) {
    if (one === null) continue;
    const row = await db.selectFrom("figure_groups").select("body").where("id", "=", one).executeTakeFirst();
    if (row !== undefined) return JSON.parse(row.body) as FigureGroup;
  }
  return null;
}

/** One document by its whole id, with its reading and the stories it belongs to; null where there is none. */
export async function documentWith(ledger: Ledger, id: string): Promise<Held | null> {
  const row = await ledger.db
    .selectFrom("documents")
    .innerJoin("readings", (on) =>
      on.onRef("readings.document", "=", "documents.id").onRef("readings.month", "=", "documents.month"),
    )
    .select(["documents.captured", "documents.added", "readings.body"])
    .where("documents.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const stories = await ledger.db
    .selectFrom("story_documents")
    .select("story")
    .where("document", "=", id)
    .orderBy("story")
    .execute();
  const { captured, added, body } = row;
  return { captured, added, stories: stories.map(({ story }) => story), reading: JSON.parse(body) as Reading };
}

/** The bytes of a document exactly as captured. */
export async function captureWith(ledger: Ledger, id: string): Promise<Uint8Array | null> {
  const row = await ledger.db
    .selectFrom("captures")
    .select(["bytes", "encoding"])
    .where("hash", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.encoding === "gzip" ? gunzipSync(row.bytes) : row.bytes;
}
