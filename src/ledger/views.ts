import { type RawBuilder, sql } from "kysely";
import type { Alignment, Claim, ClaimStatus, FigureGroup, Story } from "../model/index.ts";
import { becameOf } from "./former.ts";
import type { Look } from "./found.ts";
import type { Ledger } from "./ledger.ts";
import { isMeant } from "./meant.ts";
import { afterKey, cursorOf, keyOf, type Order, orderOf, type Page, type PageAsk, whereOf } from "./page.ts";
import { isSaid } from "./said.ts";

/** What a list is narrowed to. */
export type Filter = {
  /** Id of a story. */
  readonly story?: string | undefined;
  /** Id of an actor, or part of a name. */
  readonly actor?: string | undefined;
  /** ISO 8601 date: only what rests on a document published or changed since. */
  readonly since?: string | undefined;
  readonly contested?: boolean | undefined;
};

/** What else claims are narrowed by. */
export type ClaimFilter = Filter & {
  readonly status?: ClaimStatus | undefined;
  /** BCP 47: only claims on which an article in this language takes a position. */
  readonly language?: string | undefined;
  /** Ids of actors of whom one takes a position himself. */
  readonly speakers?: readonly string[] | undefined;
};

const contested: ClaimStatus = "contested";

// The bodies are our own rows, written by `aligned-rows.ts` from the same types.

type Table = "claims" | "stories" | "figure_groups";
type Conditions = readonly RawBuilder<unknown>[];

/** Claims, those with most positions first. */
export async function claimsOf(ledger: Ledger, filter: ClaimFilter = {}): Promise<Claim[]> {
  return await all(ledger, "claims", claimConditions(filter));
}

/** `look`: only claims that are said in a sentence that it finds. */
export async function claimsPage(ledger: Ledger, filter: ClaimFilter, ask: PageAsk, look?: Look): Promise<Page<Claim>> {
  const said = look === undefined ? [] : [isSaid(look)];
  return await page(ledger, "claims", [...claimConditions(filter), ...said], ask);
}

/** Stories, those with most documents first. */
export async function storiesOf(ledger: Ledger, filter: Filter = {}): Promise<Story[]> {
  return await all(ledger, "stories", storyConditions(filter));
}

/** `newest`: those with the article published last first. */
export async function storiesPage(
  ledger: Ledger,
  filter: Filter,
  ask: PageAsk & { readonly order?: "largest" | "newest" | undefined },
): Promise<Page<Story>> {
  const order = ask.order === "newest" ? [{ by: sql`t.latest`, down: true }, { by: sql`t.id` }] : byPlace;
  return await page(ledger, "stories", storyConditions(filter), ask, order);
}

/** Groups of figures, those with most members first. `contested`: figures of one thing that can't all hold. */
export async function figureGroupsOf(ledger: Ledger, filter: Filter = {}): Promise<FigureGroup[]> {
  return await all(ledger, "figure_groups", figureConditions(filter));
}

export async function figureGroupsPage(ledger: Ledger, filter: Filter, ask: PageAsk): Promise<Page<FigureGroup>> {
  return await page(ledger, "figure_groups", figureConditions(filter), ask);
}

export async function alignmentOf(ledger: Ledger): Promise<Alignment> {
  return { stories: await storiesOf(ledger), claims: await claimsOf(ledger), figures: await figureGroupsOf(ledger) };
}

/** How many stories and claims there are, and how many of these are contested. */
export async function countsOf({ db }: Ledger): Promise<{ stories: number; claims: number; contested: number }> {
  const { rows } = await sql<{ stories: number; claims: number; contested: number }>`select
    (select count(*) from stories) as stories, (select count(*) from claims) as claims,
    (select count(*) from claims where status = ${contested}) as contested`.execute(db);
  const { stories = 0, claims = 0, contested: some = 0 } = rows[0] ?? {};
  return { stories, claims, contested: some };
}

/** Ids of the stories that begin with what was given, which may be a whole id; a few of them where there are many. */
export async function storyIds({ db }: Ledger, beginning: string): Promise<string[]> {
  const exact = await db.selectFrom("stories").select("id").where("id", "=", beginning).execute();
  if (exact.length > 0) return exact.map(({ id }) => id);
  const rows = await sql<{ id: string }>`select id from stories where substr(id, 1, length(${beginning})) = ${beginning}
    order by place, id limit 20`.execute(db);
  return rows.rows.length > 0 ? rows.rows.map(({ id }) => id) : await becameOf(db, "story", beginning);
}

/** What a filter says of a claim `t`. */
export function claimConditions(filter: ClaimFilter): Conditions {
  const { story, since, contested: only, actor, status, language, speakers } = filter;
  return [
    ...(status === undefined ? [] : [sql`t.status = ${status}`]),
    ...(language === undefined
      ? []
      : [
          sql`t.id in (select p.claim from positions p join documents d on d.id = p.document
            where d.language = ${language})`,
        ]),
    ...(speakers === undefined
      ? []
      : [sql`t.id in (select p.claim from positions p where p.speaker in (${sql.join(["", ...speakers])}))`]),
    ...(story === undefined ? [] : [sql`t.story = ${story}`]),
    ...(since === undefined ? [] : [sql`t.latest >= ${since}`]),
    ...(only === true ? [sql`t.status = ${contested}`] : []),
    ...(actor === undefined
      ? []
      : [sql`t.id in (select a.claim from claim_actors a where ${isMeant(actor, sql`actor`)})`]),
  ];
}

function storyConditions({ story, since, contested: only, actor }: Filter): Conditions {
  return [
    ...(story === undefined ? [] : [sql`t.id = ${story}`]),
    ...(since === undefined ? [] : [sql`t.latest >= ${since}`]),
    ...(only === true ? [sql`t.id in (select c.story from claims c where c.status = ${contested})`] : []),
    ...(actor === undefined
      ? []
      : [
          sql`t.id in (select c.story from claims c join claim_actors a on a.claim = c.id
            where c.story is not null and ${isMeant(actor, sql`actor`)})`,
        ]),
  ];
}

function figureConditions({ story, since, contested: only, actor }: Filter): Conditions {
  return [
    ...(story === undefined ? [] : [sql`t.story = ${story}`]),
    ...(since === undefined ? [] : [sql`t.latest >= ${since}`]),
    ...(only === true ? [sql`t.differs = 1`] : []),
    ...(actor === undefined
      ? []
      : [sql`t.id in (select a.figure_group from figure_actors a where ${isMeant(actor, sql`actor`)})`]),
  ];
}

const byPlace: Order = [{ by: sql`t.place` }, { by: sql`t.id` }];

async function all<T>({ db }: Ledger, table: Table, conditions: Conditions): Promise<T[]> {
  const { rows } = await sql<{ body: string }>`select t.body from ${sql.table(table)} as t ${whereOf(conditions)}
    ${orderOf(byPlace)}`.execute(db);
  return rows.map(({ body }) => JSON.parse(body) as T);
}

async function page<T>(
  { db }: Ledger,
  table: Table,
  conditions: Conditions,
  { limit, after }: PageAsk,
  order: Order = byPlace,
): Promise<Page<T>> {
  const list = order === byPlace ? table : `${table} newest`;
  const going = after === undefined ? [] : [afterKey(order, keyOf(list, after, order.length))];
  const keys = sql.join(order.map(({ by }, n) => sql`${by} as ${sql.ref(`k${n}`)}`));
  const from = sql`from ${sql.table(table)} as t`;
  // The page's ids first: bodies are read for those only.
  const { rows } = await sql<{ body: string } & Record<string, string | number>>`select t.body, p.* from
    (select t.id as page_id, ${keys} ${from} ${whereOf([...conditions, ...going])} ${orderOf(order)} limit ${limit + 1}) as p
    join ${sql.table(table)} as t on t.id = p.page_id ${orderOf(order)}`.execute(db);
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n ${from} ${whereOf(conditions)}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ body }) => JSON.parse(body) as T),
    total: Number(counted[0]?.n ?? 0),
    next:
      last === undefined
        ? null
        : cursorOf(
            list,
            order.map((_, n) => last[`k${n}`] ?? ""),
          ),
  };
}
