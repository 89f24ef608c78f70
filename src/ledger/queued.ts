import { gunzipSync } from "node:zlib";
import type { Capture } from "../model/index.ts";
import type { Job, Queue } from "./engine.ts";
import { hasDocument, keepDocument, pack } from "./keep.ts";
import type { Ledger } from "./ledger.ts";

/** Puts a capture where workers find it, with its job in one transaction. What is there or waits already stays as it is. */
export async function queueCapture(ledger: Ledger, queue: Queue, capture: Capture): Promise<"queued" | "known"> {
  const { id } = capture.document;
  if (await hasDocument(ledger, id)) return "known";
  const { bytes, ...rest } = capture;
  const packed = pack(bytes);
  return await ledger.db.transaction().execute(async (work) => {
    const { numInsertedOrUpdatedRows } = await work
      .insertInto("queued")
      .values({ document: id, capture: JSON.stringify(rest), ...packed, added: new Date().toISOString() })
      .onConflict((c) => c.column("document").doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return "known";
    await queue.put(work, id);
    return "queued";
  });
}

/** How many captures wait. */
export async function queuedCount({ db }: Ledger): Promise<number> {
  const row = await db
    .selectFrom("queued")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/**
 * Reads what a job is about and keeps it; reading, rows and the job's end are one transaction, so that a worker that dies
 * before it has done nothing and one that dies after it has done all.
 */
export async function readQueued(
  ledger: Ledger,
  queue: Queue,
  job: Job,
  read: (capture: Capture) => Parameters<typeof keepDocument>[2],
): Promise<"kept" | "known"> {
  const row = await ledger.db.selectFrom("queued").selectAll().where("document", "=", job.document).executeTakeFirst();
  if (row === undefined) {
    // Done by another, who was taken for dead.
    await ledger.db.transaction().execute((work) => queue.done(work, job));
    return "known";
  }
  const bytes = row.encoding === "gzip" ? gunzipSync(row.bytes) : row.bytes;
  // Our own row, written by `queueCapture` from the same type.
  const capture = { ...(JSON.parse(row.capture) as Omit<Capture, "bytes">), bytes };
  return await keepDocument(ledger, capture, read(capture), async (work) => {
    await work.deleteFrom("queued").where("document", "=", job.document).execute();
    await queue.done(work, job);
  });
}
