import { createHash } from "node:crypto";
import type { AccessLine } from "../../model/access.ts";
import type { Ledger } from "../ledger.ts";
import type { Work } from "../schema.ts";

/** What a line says; number, time and hashes are made when it is written. */
export type Told = Pick<AccessLine, "author" | "action" | "subject"> & { readonly detail?: AccessLine["detail"] };

const none = "0".repeat(64);

/**
 * Appends a line in the transaction of what it tells of, so that neither is without the other. The row of the head is
 * taken first: whoever appends waits for whoever is appending.
 */
export async function tell(work: Work, { author, action, subject, detail = {} }: Told): Promise<void> {
  await work
    .insertInto("ledger")
    .values({ key: "access", value: "" })
    .onConflict((c) => c.column("key").doUpdateSet((e) => ({ value: e.ref("ledger.value") })))
    .execute();
  const row = await work.selectFrom("access_log").select("line").orderBy("seq", "desc").limit(1).executeTakeFirst();
  const last = row === undefined ? null : (JSON.parse(row.line) as AccessLine);
  const time = new Date().toISOString();
  const unsigned = { seq: (last?.seq ?? 0) + 1, time, author, action, subject, detail, before: last?.hash ?? none };
  const line: AccessLine = { ...unsigned, hash: hashOf(unsigned) };
  await work
    .insertInto("access_log")
    .values({ seq: line.seq, line: JSON.stringify(line) })
    .execute();
  await work.updateTable("ledger").set({ value: line.hash }).where("key", "=", "access").execute();
}

/** SHA-256 of a line's JSON without its hash, in this order of keys. */
function hashOf({ seq, time, author, action, subject, detail, before }: Omit<AccessLine, "hash">): string {
  const parts = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([seq, time, author, action, subject, parts, before]);
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Lines of the record, the newest first. */
export async function accessLines({ db }: Ledger, limit: number, below?: number): Promise<AccessLine[]> {
  let query = db.selectFrom("access_log").select("line").orderBy("seq", "desc").limit(limit);
  if (below !== undefined) query = query.where("seq", "<", below);
  // Our own rows, written above.
  return (await query.execute()).map(({ line }) => JSON.parse(line) as AccessLine);
}

/** What is wrong with the record: lines that were changed, taken out or cut off at the end. Empty where all is whole. */
export async function accessFaults({ db }: Ledger): Promise<string[]> {
  const faults: string[] = [];
  let [before, seq] = [none, 0];
  for (;;) {
    const rows = await db
      .selectFrom("access_log")
      .selectAll()
      .where("seq", ">", seq)
      .orderBy("seq")
      .limit(1_000)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      const line = read(row.line);
      const whole = line !== null && line.seq === row.seq && line.hash === hashOf(line);
      if (!whole) faults.push(`Line ${row.seq} of the access log was altered.`);
      else if (row.seq !== seq + 1 || line.before !== before)
        faults.push(`Before line ${row.seq} of the access log, lines are missing.`);
      [before, seq] = [line?.hash ?? before, row.seq];
    }
  }
  const head = await db.selectFrom("ledger").select("value").where("key", "=", "access").executeTakeFirst();
  if ((head?.value ?? none) !== before) faults.push("The end of the access log is missing.");
  return faults;
}

function read(text: string): AccessLine | null {
  try {
    return JSON.parse(text) as AccessLine;
  } catch {
    return null;
  }
}
