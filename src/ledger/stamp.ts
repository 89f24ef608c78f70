import type { Ledger } from "./ledger.ts";
import { watermark } from "./readings.ts";

/** What tells whether a ledger has changed, whoever changed it. */
export type Stamp = {
  /** How many documents there are, and the last reading made. */
  readonly documents: string;
  /** What the alignment has seen. */
  readonly alignment: string;
};

export async function stampOf({ db }: Ledger): Promise<Stamp> {
  const { count, last } = await watermark(db);
  const row = await db.selectFrom("ledger").select("value").where("key", "=", "aligned").executeTakeFirst();
  return { documents: `${count} ${last ?? "-"}`, alignment: row?.value ?? "-" };
}
