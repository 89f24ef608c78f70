import type { Ledger } from "./ledger.ts";
import { watermark } from "./readings.ts";

/** What tells whether a ledger has changed, whoever changed it. */
export type Stamp = {
  /** How many documents there are, and the last reading made. */
  readonly documents: string;
  /** What the alignment has seen. */
  readonly alignment: string;
  /** The last line of the log. */
  readonly decisions: string;
};

export async function stampOf({ db }: Ledger): Promise<Stamp> {
  const { count, last } = await watermark(db);
  const rows = await db.selectFrom("ledger").selectAll().where("key", "in", ["aligned", "decisions"]).execute();
  const of = new Map(rows.map(({ key, value }) => [key, value]));
  return {
    documents: `${count} ${last ?? "-"}`,
    alignment: of.get("aligned") ?? "-",
    decisions: of.get("decisions") ?? "-",
  };
}
