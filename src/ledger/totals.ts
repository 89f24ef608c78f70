import { sql } from "kysely";
import { chunks } from "./aligned-rows.ts";
import { insertAll } from "./keep.ts";
import type { Ledger } from "./ledger.ts";
import type { NewRow, Work } from "./schema.ts";
import { foldName } from "./search.ts";

/** Has the totals of a document's actors worked out again: called beside whatever changes its rows in `actors`. */
export async function markActors(work: Work, document: string): Promise<void> {
  await sql`insert into actor_changes (actor) select id from actors where document = ${document} order by id`.execute(
    work,
  );
}

/** Whether totals are out of date. */
export async function actorsChanged({ db }: Ledger): Promise<boolean> {
  return (await db.selectFrom("actor_changes").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Works out the totals of the actors that changed; what others change meanwhile is left for the next time. */
export async function totalActors(ledger: Ledger): Promise<void> {
  await ledger.db.transaction().execute(async (work) => {
    await ledger.alone(work, "totals");
    const changed = await work.deleteFrom("actor_changes").returning("actor").execute();
    const ids = [...new Set(changed.map(({ actor }) => actor))].sort();
    for (const some of chunks(ids, 200)) {
      await work.deleteFrom("actor_totals").where("id", "in", some).execute();
      await insertAll(work, "actor_totals", await totalsOf(work, some));
    }
  });
}

async function totalsOf(work: Work, ids: readonly string[]): Promise<NewRow<"actor_totals">[]> {
  const { rows } = await sql<{ id: string; name: string; kind: string; names: string; n: number; said: number }>`
    select id, name, kind, names, count(*) as n, sum(statements) as said from actors where id in (${sql.join([...ids])})
    group by id, name, kind, names order by id, name, kind, names`.execute(work);
  type Sum = { readonly names: Map<string, number>; readonly kinds: Map<string, number>; readonly others: Set<string> };
  const sums = new Map<string, Sum & { documents: number; statements: number }>();
  for (const { id, name, kind, names, n, said } of rows) {
    const one = sums.get(id) ?? { names: new Map(), kinds: new Map(), others: new Set(), documents: 0, statements: 0 };
    add(one.names, name, Number(n));
    add(one.kinds, kind, Number(n));
    // As `rowsOf` wrote them.
    for (const other of JSON.parse(names) as string[]) one.others.add(other);
    one.documents += Number(n);
    one.statements += Number(said);
    sums.set(id, one);
  }
  return [...sums].map(([id, { names, kinds, others, documents, statements }]) => {
    const name = most(names) ?? id;
    const all = [...new Set([...names.keys(), ...others])];
    return {
      id,
      name,
      kind: most(kinds) ?? "person",
      names: JSON.stringify([...others].filter((other) => other !== name).sort()),
      folded: [...new Set(all.map(foldName))].sort().join("\n"),
      documents,
      statements,
    };
  });
}

function add(counts: Map<string, number>, value: string, n: number): void {
  counts.set(value, (counts.get(value) ?? 0) + n);
}

/** What is counted most often, the first in the order of characters among equals. */
function most(counts: ReadonlyMap<string, number>): string | null {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
