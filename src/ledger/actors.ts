import { type RawBuilder, sql } from "kysely";
import type { ActorKind, PositionKind } from "../model/index.ts";
import { positionKinds } from "../model/index.ts";
import { documentConditions } from "./documents.ts";
import type { Ledger } from "./ledger.ts";
import { isMeant } from "./meant.ts";
import { afterKey, cursorOf, keyOf, type Order, orderOf, type Page, type PageAsk, whereOf } from "./page.ts";
import type { Filter } from "./views.ts";

export type KeptActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** Every other name and role in the documents. */
  readonly names: readonly string[];
  readonly documents: number;
  readonly statements: number;
  readonly positions: Readonly<Record<PositionKind, number>>;
};

const byWeight: Order = [
  { by: sql`r.statements`, down: true },
  { by: sql`r.documents`, down: true },
  { by: sql`r.id` },
];
const list = "actors";

/** Actors that speak or are named, those with most statements first. */
export async function actorsOf(ledger: Ledger, filter: Filter = {}): Promise<KeptActor[]> {
  const found: KeptActor[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await some(ledger, filter, { limit: 1_000, after });
    found.push(...items);
    if (next === null) return found;
    after = next;
  }
}

export async function actorsPage(ledger: Ledger, filter: Filter, ask: PageAsk): Promise<Page<KeptActor>> {
  const { items, next } = await some(ledger, filter, ask);
  const counted = await sql<{ n: number }>`select count(distinct a.id) as n from actors as a
    ${whereOf(actorConditions(filter))}`.execute(ledger.db);
  return { items, total: Number(counted.rows[0]?.n ?? 0), next };
}

/** Ids of the actors meant: the id itself, or those with a name that contains what was given. */
export async function actorIds({ db }: Ledger, actor: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select distinct id from actors where ${isMeant(actor, sql`id`)}
    order by id`.execute(db);
  return found.rows.map(({ id }) => id);
}

function actorConditions(filter: Filter): RawBuilder<unknown>[] {
  const { actor, ...rest } = filter;
  const documents = documentConditions(rest);
  return [
    ...(actor === undefined ? [] : [sql`a.id in (select id from actors where ${isMeant(actor, sql`id`)})`]),
    ...(documents.length === 0 ? [] : [sql`a.document in (select d.id from documents d ${whereOf(documents)})`]),
  ];
}

type Ranked = { readonly id: string; readonly statements: number; readonly documents: number };

async function some(
  ledger: Ledger,
  filter: Filter,
  { limit, after }: PageAsk,
): Promise<{ items: KeptActor[]; next: string | null }> {
  const going = after === undefined ? [] : [afterKey(byWeight, keyOf(list, after, byWeight.length))];
  const { rows } = await sql<Ranked>`select r.id, r.statements, r.documents from
    (select a.id, sum(a.statements) as statements, count(*) as documents from actors as a
      ${whereOf(actorConditions(filter))} group by a.id) as r
    ${whereOf(going)} ${orderOf(byWeight)} limit ${limit + 1}`.execute(ledger.db);
  const shown = rows.slice(0, limit);
  const items: KeptActor[] = [];
  for (let at = 0; at < shown.length; at += 500)
    items.push(...(await whole(ledger, filter, shown.slice(at, at + 500))));
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last === undefined ? null : cursorOf(list, [Number(last.statements), Number(last.documents), last.id]);
  return { items, next };
}

/** Ranked actors with their names and positions. */
async function whole({ db }: Ledger, filter: Filter, ranked: readonly Ranked[]): Promise<KeptActor[]> {
  if (ranked.length === 0) return [];
  const ids = sql.join(ranked.map(({ id }) => id));
  const conditions = actorConditions({ ...filter, actor: undefined });
  const called = await sql<{ id: string; name: string; kind: string; names: string; n: number }>`
    select a.id, a.name, a.names, min(a.kind) as kind, count(*) as n from actors as a
    ${whereOf([sql`a.id in (${ids})`, ...conditions])} group by a.id, a.name, a.names order by a.id, a.name, a.names`.execute(
    db,
  );
  const stands = await standsOf(db, filter, ids);
  const known = new Map<string, { names: Map<string, number>; kind: string; others: Set<string> }>();
  for (const { id, name, names, kind, n } of called.rows) {
    const one = known.get(id) ?? { names: new Map<string, number>(), kind, others: new Set<string>() };
    one.names.set(name, (one.names.get(name) ?? 0) + Number(n));
    for (const other of JSON.parse(names) as string[]) one.others.add(other);
    known.set(id, one);
  }
  return ranked.map(({ id, statements, documents }): KeptActor => {
    const { names, kind, others } = known.get(id) ?? {
      names: new Map<string, number>(),
      kind: "person",
      others: new Set(),
    };
    const name = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? id;
    return {
      id,
      name,
      // As `rowsOf` wrote it.
      kind: kind as ActorKind,
      names: [...others].filter((other) => other !== name).sort() as string[],
      documents: Number(documents),
      statements: Number(statements),
      positions: stands.get(id) ?? noPositions(),
    };
  });
}

async function standsOf(
  db: Ledger["db"],
  filter: Filter,
  ids: RawBuilder<unknown>,
): Promise<Map<string, Record<PositionKind, number>>> {
  const documents = documentConditions({ ...filter, actor: undefined });
  const conditions = [
    sql`p.speaker in (${ids})`,
    ...(filter.contested === true ? [sql`p.claim in (select c.id from claims c where c.status = 'contested')`] : []),
    ...(documents.length === 0 ? [] : [sql`p.document in (select d.id from documents d ${whereOf(documents)})`]),
  ];
  const { rows } = await sql<{
    speaker: string;
    position: string;
    n: number;
  }>`select p.speaker, p.position, count(*) as n
    from positions as p ${whereOf(conditions)} group by p.speaker, p.position`.execute(db);
  const found = new Map<string, Record<PositionKind, number>>();
  for (const { speaker, position, n } of rows) {
    const one = found.get(speaker) ?? noPositions();
    one[position as PositionKind] = Number(n);
    found.set(speaker, one);
  }
  return found;
}

function noPositions(): Record<PositionKind, number> {
  return Object.fromEntries(positionKinds.map((kind) => [kind, 0])) as Record<PositionKind, number>;
}
