import { sql } from "kysely";
import { chunks } from "./aligned-rows.ts";
import type { Database } from "./schema.ts";

/** Documents that a key is followed to: those of a frequent key are the same sample for every document that has it. */
const mostOfKey = 64;
/** Documents that a new one is compared with. */
const mostRelated = 24;
/** Weight of shared keys below which two documents have nothing particular in common, unless they share so many, or half. */
const leastShared = 2;
const manyShared = 3;
/** Share of the likest one's weight that those have to reach who share frequent keys alone, when others share rare ones. */
const leastFrequent = 0.25;

/** Other documents that share the most telling keys with a document, likest first. A key tells the more the fewer have it. */
export async function relatedTo(db: Database, document: string): Promise<string[]> {
  const own = await db.selectFrom("document_keys").select("key").where("document", "=", document).execute();
  const score = new Map<string, number>();
  const count = new Map<string, number>();
  const rare = new Set<string>();
  for (const keys of chunks(own, 100)) {
    const parts = keys.map(
      ({ key }) =>
        sql`select * from (select key, document from document_keys where key = ${key} order by document limit ${mostOfKey}) as one`,
    );
    const { rows } = await sql<{ key: string; document: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
    const byKey = new Map<string, string[]>();
    for (const { key, document: other } of rows) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [other]);
      else list.push(other);
    }
    for (const list of byKey.values()) {
      const weight = Math.log((mostOfKey + 20) / list.length);
      for (const other of list) {
        if (other === document) continue;
        score.set(other, (score.get(other) ?? 0) + weight);
        count.set(other, (count.get(other) ?? 0) + 1);
        if (list.length < mostOfKey) rare.add(other);
      }
    }
  }
  const many = Math.min(manyShared, Math.ceil(own.length / 2));
  // In a large ledger numbers and days alone are shared by very many: they tell nothing beside those who share a name.
  let best = 0;
  for (const other of rare) best = Math.max(best, score.get(other) ?? 0);
  return [...score]
    .filter(([other, weight]) => weight >= leastShared || (count.get(other) ?? 0) >= many)
    .filter(([other, weight]) => rare.has(other) || weight >= leastFrequent * best)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostRelated)
    .map(([id]) => id);
}
