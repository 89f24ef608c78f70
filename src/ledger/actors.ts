import { type RawBuilder, sql } from "kysely";
import type { ActorKind, PositionKind } from "../model/index.ts";
import { positionKinds } from "../model/index.ts";
import { documentConditions } from "./documents.ts";
import type { Ledger } from "./ledger.ts";
import { meant } from "./meant.ts";
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
    const { items, next } = await some(ledger, filter, { limit: 500, after });
    found.push(...items);
    if (next === null) return found;
    after = next;
  }
}

export async function actorsPage(ledger: Ledger, filter: Filter, ask: PageAsk): Promise<Page<KeptActor>> {
  const { items, next } = await some(ledger, filter, ask);
  const counted = await sql<{ n: number }>`select count(*) as n from ${ranked(filter)} as r
    ${whereOf(named(filter))}`.execute(ledger.db);
  return { items, total: Number(counted.rows[0]?.n ?? 0), next };
}

/** Ids of the actors meant: the id itself, or those with a name that contains what was given. */
export async function actorIds({ db }: Ledger, actor: string): Promise<string[]> {
  const found = await sql<{ id: string }>`${meant(actor)} order by id`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** Actors with what they weigh: over all documents, or worked out over those that the filter leaves. */
function ranked(filter: Filter): RawBuilder<unknown> {
  const documents = documentConditions({ ...filter, actor: undefined });
  if (documents.length === 0) return sql`actor_totals`;
  return sql`(select a.id, sum(a.statements) as statements, count(*) as documents from actors as a
    where a.document in (select d.id from documents d ${whereOf(documents)}) group by a.id)`;
}

function named({ actor }: Filter): RawBuilder<unknown>[] {
  return actor === undefined ? [] : [sql`r.id in (${meant(actor)})`];
}

type Ranked = {
  readonly id: string;
  readonly statements: number;
  readonly documents: number;
  readonly name: string;
  readonly kind: string;
  readonly names: string;
};

async function some(
  { db }: Ledger,
  filter: Filter,
  { limit, after }: PageAsk,
): Promise<{ items: KeptActor[]; next: string | null }> {
  const going = after === undefined ? [] : [afterKey(byWeight, keyOf(list, after, byWeight.length))];
  const { rows } = await sql<Ranked>`select r.id, r.statements, r.documents, t.name, t.kind, t.names from
    (select r.id, r.statements, r.documents from ${ranked(filter)} as r
      ${whereOf([...named(filter), ...going])} ${orderOf(byWeight)} limit ${limit + 1}) as r
    join actor_totals t on t.id = r.id ${orderOf(byWeight)}`.execute(db);
  const shown = rows.slice(0, limit);
  const stands = await standsOf(
    db,
    filter,
    shown.map(({ id }) => id),
  );
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id, name, kind, names, documents, statements }) => ({
      id,
      name,
      // As `totalActors` wrote them.
      kind: kind as ActorKind,
      names: JSON.parse(names) as string[],
      documents: Number(documents),
      statements: Number(statements),
      positions: stands.get(id) ?? noPositions(),
    })),
    next: last === undefined ? null : cursorOf(list, [Number(last.statements), Number(last.documents), last.id]),
  };
}

async function standsOf(
  db: Ledger["db"],
  filter: Filter,
  ids: readonly string[],
): Promise<Map<string, Record<PositionKind, number>>> {
  const found = new Map<string, Record<PositionKind, number>>();
  if (ids.length === 0) return found;
  const documents = documentConditions({ ...filter, actor: undefined });
  const conditions = [
    sql`p.speaker in (${sql.join([...ids])})`,
    ...(filter.contested === true ? [sql`p.claim in (select c.id from claims c where c.status = 'contested')`] : []),
    ...(documents.length === 0 ? [] : [sql`p.document in (select d.id from documents d ${whereOf(documents)})`]),
  ];
  const { rows } = await sql<{
    speaker: string;
    position: string;
    n: number;
  }>`select p.speaker, p.position, count(*) as n
    from positions as p ${whereOf(conditions)} group by p.speaker, p.position`.execute(db);
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
