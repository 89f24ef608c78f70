import { gunzipSync } from "node:zlib";
import { archiveHead, archiveRecord } from "../../capture/index.ts";
import type { Ledger } from "../ledger.ts";

/** Every capture as a web archive, each record packed by itself, in the order of hashes: one state, one capture in memory. */
export async function* exportArchive({ db }: Ledger): AsyncGenerator<Uint8Array> {
  const work = await db.startTransaction().setAccessMode("read only").setIsolationLevel("repeatable read").execute();
  try {
    yield archiveHead();
    for (let last = ""; ; ) {
      const row = await work
        .selectFrom("documents as d")
        .innerJoin("captures as c", (on) => on.onRef("c.hash", "=", "d.id").onRef("c.month", "=", "d.month"))
        .select(["d.id", "d.uri", "d.media_type", "d.captured", "c.bytes", "c.encoding"])
        .where("d.id", ">", last)
        .orderBy("d.id")
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return;
      const { id, uri, media_type: mediaType, captured, encoding } = row;
      last = id;
      const bytes = encoding === "gzip" ? gunzipSync(row.bytes) : row.bytes;
      yield archiveRecord({ id, uri, mediaType, captured, bytes });
    }
  } finally {
    await work.rollback().execute();
  }
}
