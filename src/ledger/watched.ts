import type { Ledger } from "./ledger.ts";
import { keyed, storable } from "./storable.ts";

/** What an address that is watched last gave. */
export type Watched = {
  readonly address: string;
  /** `item` is a page found through a feed or a sitemap. */
  readonly kind: "feed" | "sitemap" | "page" | "item";
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The change that its feed or sitemap told of when it was last fetched. */
  readonly stamp: string | null;
  /** Hash of the text that was last found there. */
  readonly content: string | null;
  /** ISO 8601 instants: when it was last fetched, and from when on it may be again. */
  readonly checked: string;
  readonly due: string;
  /** How often it failed since it last answered. */
  readonly failures: number;
};

/** What is known of some addresses, by address. */
export async function watchedAt(ledger: Ledger, addresses: readonly string[]): Promise<Map<string, Watched>> {
  const found = new Map<string, Watched>();
  for (let at = 0; at < addresses.length; at += 200) {
    const asked = new Map(addresses.slice(at, at + 200).map((address) => [keyed(address), address]));
    const rows = await ledger.db
      .selectFrom("watched")
      .selectAll()
      .where("key", "in", [...asked.keys()])
      .execute();
    for (const { key, kind, last_modified: lastModified, failures, ...rest } of rows) {
      const address = asked.get(key) ?? key;
      // Our own row, written below from the same type.
      found.set(address, { ...rest, address, kind: kind as Watched["kind"], lastModified, failures: Number(failures) });
    }
  }
  return found;
}

export async function keepWatched(ledger: Ledger, watched: Watched): Promise<void> {
  const { address, lastModified, etag, ...rest } = watched;
  const row = { ...rest, etag: storable(etag), last_modified: storable(lastModified) };
  await ledger.db
    .insertInto("watched")
    .values({ key: keyed(address), ...row })
    .onConflict((c) => c.column("key").doUpdateSet(row))
    .execute();
}
