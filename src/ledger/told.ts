import { sql } from "kysely";
import type { Act, Factuality } from "../model/index.ts";
import { chunks } from "./aligned-rows.ts";
import type { Ledger } from "./ledger.ts";
import { isMeant } from "./meant.ts";
import { afterKey, type Order, orderOf, whereOf } from "./page.ts";
import { claimConditions, type Filter } from "./views.ts";

/** Stands for a time that nobody knows; comes after all others. */
export const untimed = "9999";

/** Whether there are positions of which it is not yet worked out when they were taken. */
export async function isUntold({ db }: Ledger): Promise<boolean> {
  return (
    (await db.selectFrom("positions").select("claim").where("told", "is", null).limit(1).executeTakeFirst()) !==
    undefined
  );
}

/** Works out when positions were taken: when the statement was said, where its text tells, else when it was published. */
export async function timePositions({ db }: Ledger): Promise<void> {
  await sql`update positions set told = coalesce(
    (select min(s.said) from statements s where s.document = positions.document and s.id = positions.statement
      and s.said >= '0' and s.said < ':'),
    (select d.published from documents d where d.id = positions.document), ${untimed}) where told is null`.execute(db);
}

/** Somebody who takes positions, and how many of those the filter leaves. */
export type Voice = { readonly speaker: string; readonly name: string; readonly positions: number };

function conditions(filter: Filter) {
  const claims = claimConditions({ ...filter, actor: undefined });
  const { actor } = filter;
  return [
    sql`p.told is not null`,
    // An article's own voice, and nobody in particular.
    sql`p.speaker not in ('author', 'unnamed')`,
    ...(claims.length === 0 ? [] : [sql`p.claim in (select t.id from claims t ${whereOf(claims)})`]),
    ...(actor === undefined
      ? []
      : [sql`p.speaker in (select a.actor from claim_actors a where ${isMeant(actor, sql`actor`)})`]),
  ];
}

/** Everybody who takes positions, by name. */
export async function voicesOf({ db }: Ledger, filter: Filter): Promise<Voice[]> {
  const { rows } = await sql<{ speaker: string; name: string | null; n: number }>`select g.speaker, g.n, t.name from
    (select p.speaker, count(*) as n from positions p ${whereOf(conditions(filter))} group by p.speaker) as g
    left join actor_totals t on t.id = g.speaker`.execute(db);
  const by = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .map(({ speaker, name, n }) => ({ speaker, name: name ?? speaker, positions: Number(n) }))
    .sort((a, b) => by(a.name, b.name) || by(a.speaker, b.speaker));
}

/** Where a position stands: in a claim, at a place of its own. */
export type Place = {
  readonly claim: string;
  readonly place: number;
  readonly told: string;
  readonly document: string;
};

const byTime: Order = [{ by: sql`p.told` }, { by: sql`p.document` }, { by: sql`p.claim` }, { by: sql`p.place` }];

/** Positions of one speaker by time, so many, after one. */
export async function placesOf(
  { db }: Ledger,
  filter: Filter,
  speaker: string,
  limit: number,
  after: readonly (string | number)[] | null,
): Promise<Place[]> {
  const going = after === null ? [] : [afterKey(byTime, after)];
  const { rows } = await sql<Place>`select p.claim, p.place, p.told, p.document from positions p
    ${whereOf([...conditions(filter), sql`p.speaker = ${speaker}`, ...going])} ${orderOf(byTime)} limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, place: Number(row.place) }));
}

/** When each position of these claims was taken, by claim and place. */
export async function toldIn({ db }: Ledger, claims: Iterable<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const ids of chunks(claims)) {
    const rows = await db
      .selectFrom("positions")
      .select(["claim", "place", "told"])
      .where("claim", "in", ids)
      .execute();
    for (const { claim, place, told } of rows) if (told !== null) found.set(`${claim} ${place}`, told);
  }
  return found;
}

/** Which of these actors take a position on a claim of a story. */
export async function speakingIn({ db }: Ledger, story: string, actors: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const some of chunks(actors)) {
    const rows = await db
      .selectFrom("positions as p")
      .innerJoin("claims as c", "c.id", "p.claim")
      .select("p.speaker")
      .distinct()
      .where("c.story", "=", story)
      .where("p.speaker", "in", some)
      .execute();
    found.push(...rows.map(({ speaker }) => speaker));
  }
  return found;
}

/** How each statement that takes a position on a claim is said. */
export async function mannersOf({ db }: Ledger, claim: string): Promise<Manner[]> {
  const rows = await db
    .selectFrom("positions as p")
    .innerJoin("statements as s", (on) => on.onRef("s.document", "=", "p.document").onRef("s.id", "=", "p.statement"))
    .select(["s.id", "s.act", "s.factuality", "s.said"])
    .distinct()
    .where("p.claim", "=", claim)
    .orderBy("s.id")
    .execute();
  // Our own rows, written from a statement.
  return rows.map(({ id, act, factuality, said }) => ({
    statement: id,
    act: act as Act,
    factuality: factuality as Factuality,
    said,
  }));
}

/** How a statement is said. */
export type Manner = {
  readonly statement: string;
  readonly act: Act;
  readonly factuality: Factuality;
  readonly said: string | null;
};

/** Of how many claims somebody stands for the one side or the other: the sides of all claims that the filter leaves. */
export async function sidesOf({ db }: Ledger, filter: Filter): Promise<number> {
  const claims = claimConditions(filter);
  const where = claims.length === 0 ? [] : [sql`p.claim in (select t.id from claims t ${whereOf(claims)})`];
  const { rows } = await sql<{ n: number | null }>`select sum(affirmed + denied) as n from (select
    max(case when p.position in ('affirm', 'probable', 'possible') then 1 else 0 end) as affirmed,
    max(case when p.position in ('deny', 'doubt') then 1 else 0 end) as denied
    from positions p ${whereOf(where)} group by p.claim) as sides`.execute(db);
  return Number(rows[0]?.n ?? 0);
}
