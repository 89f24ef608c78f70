import { type RawBuilder, sql } from "kysely";
import type { Ledger } from "./ledger.ts";
import { meant } from "./meant.ts";
import { afterKey, cursorOf, keyOf, type Order, orderOf, type Page, type PageAsk, whereOf } from "./page.ts";
import type { Filter } from "./views.ts";

export type KeptDocument = {
  readonly id: string;
  readonly uri: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly language: string;
  readonly published: string | null;
  readonly modified: string | null;
  readonly captured: string;
  readonly added: string;
  readonly statements: number;
  readonly figures: number;
  readonly stories: readonly string[];
};

const byDate: Order = [{ by: sql`coalesce(d.published, '9999')` }, { by: sql`d.id` }];
const list = "documents";

/** Documents by date of publication, undated last. */
export async function documentsOf(ledger: Ledger, filter: Filter = {}): Promise<KeptDocument[]> {
  const found: KeptDocument[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await some(ledger, filter, { limit: 1_000, after });
    found.push(...items);
    if (next === null) return found;
    after = next;
  }
}

export async function documentsPage(ledger: Ledger, filter: Filter, ask: PageAsk): Promise<Page<KeptDocument>> {
  const { items, next } = await some(ledger, filter, ask);
  const counted = await sql<{ n: number }>`select count(*) as n from documents as d
    ${whereOf(documentConditions(filter))}`.execute(ledger.db);
  return { items, total: Number(counted.rows[0]?.n ?? 0), next };
}

/** The date since which so many documents, the newest that the filter leaves, are from; null where there are no more. */
export async function sinceNewest({ db }: Ledger, filter: Filter, count: number): Promise<string | null> {
  const newest = sql`coalesce(d.modified, d.published, d.captured)`;
  const { rows } = await sql<{
    at: string;
  }>`select ${newest} as at from documents d ${whereOf(documentConditions(filter))}
    order by ${newest} desc, d.id desc limit 1 offset ${count}`.execute(db);
  return rows[0]?.at ?? null;
}

/** What a filter says of a document `d`. */
export function documentConditions({ story, since, contested, actor }: Filter): RawBuilder<unknown>[] {
  return [
    ...(story === undefined ? [] : [sql`d.id in (select s.document from story_documents s where s.story = ${story})`]),
    ...(since === undefined ? [] : [sql`coalesce(d.modified, d.published, d.captured) >= ${since}`]),
    ...(contested === true
      ? [sql`d.id in (select p.document from positions p join claims c on c.id = p.claim where c.status = 'contested')`]
      : []),
    ...(actor === undefined
      ? []
      : [
          sql`d.id in (select t.document from statements t
            where t.speaker in (${meant(actor)}))`,
        ]),
  ];
}

type Row = Omit<KeptDocument, "authors" | "stories"> & { readonly authors: string; readonly k0: string };

async function some(
  { db }: Ledger,
  filter: Filter,
  { limit, after }: PageAsk,
): Promise<{ items: KeptDocument[]; next: string | null }> {
  const going = after === undefined ? [] : [afterKey(byDate, keyOf(list, after, byDate.length))];
  const { rows } = await sql<Row>`select d.id, d.uri, d.title, d.outlet, d.authors, d.language, d.published, d.modified,
    d.captured, d.added, coalesce(d.published, '9999') as k0,
    (select count(*) from statements s where s.document = d.id and s.month = d.month) as statements,
    (select count(*) from figures f where f.document = d.id and f.month = d.month) as figures
    from documents as d ${whereOf([...documentConditions(filter), ...going])} ${orderOf(byDate)} limit ${limit + 1}`.execute(
    db,
  );
  const shown = rows.slice(0, limit);
  const stories = new Map<string, string[]>();
  for (let at = 0; at < shown.length; at += 500) {
    const ids = shown.slice(at, at + 500).map(({ id }) => id);
    const within = await db
      .selectFrom("story_documents")
      .select(["story", "document"])
      .where("document", "in", ids)
      .orderBy("story")
      .execute();
    for (const { story, document } of within) stories.set(document, [...(stories.get(document) ?? []), story]);
  }
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ k0: _, authors, statements, figures, ...row }) => ({
      id: row.id,
      uri: row.uri,
      title: row.title,
      outlet: row.outlet,
      authors: JSON.parse(authors) as string[],
      language: row.language,
      published: row.published,
      modified: row.modified,
      captured: row.captured,
      added: row.added,
      statements: Number(statements),
      figures: Number(figures),
      stories: stories.get(row.id) ?? [],
    })),
    next: last === undefined ? null : cursorOf(list, [last.k0, last.id]),
  };
}

/** The canonical address of each document of a story, where its page names one. */
export async function canonicalIn({ db }: Ledger, story: string): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom("documents as d")
    .innerJoin("story_documents as s", "s.document", "d.id")
    .select(["d.id", "d.canonical"])
    .where("s.story", "=", story)
    .execute();
  return new Map(rows.map(({ id, canonical }) => [id, canonical]));
}
