import { gunzipSync } from "node:zlib";
import type { Database } from "../schema.ts";

/** A document as it was captured. */
export type CarriedCapture = {
  readonly id: string;
  readonly uri: string;
  readonly mediaType: string;
  readonly captured: string;
  readonly added: string;
  readonly size: number;
  readonly bytes: Uint8Array;
};

/** Every capture in the order of hashes, unpacked; one of them is in memory at a time. */
export async function* capturesIn(work: Database): AsyncGenerator<CarriedCapture> {
  for (let last = ""; ; ) {
    const row = await work
      .selectFrom("documents as d")
      .innerJoin("captures as c", (on) => on.onRef("c.hash", "=", "d.id").onRef("c.month", "=", "d.month"))
      .select(["d.id", "d.uri", "d.media_type", "d.captured", "d.added", "c.bytes", "c.encoding", "c.size"])
      .where("d.id", ">", last)
      .orderBy("d.id")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    const { id, uri, media_type: mediaType, captured, added } = row;
    last = id;
    const bytes = row.encoding === "gzip" ? gunzipSync(row.bytes) : row.bytes;
    yield { id, uri, mediaType, captured, added, size: Number(row.size), bytes };
  }
}
