import { sql } from "kysely";
import type { Touched } from "../alignment/index.ts";
import { chunks } from "./aligned-rows.ts";
import type { Database } from "./schema.ts";

/** Documents that a key is followed to: those of a frequent key are the same sample for every document that has it. */
const mostOfKey = 64;
/** Documents that a new one is compared with. */
const mostRelated = 24;
/** Weight of shared keys below which two documents have nothing particular in common. */
const leastShared = 2;

/** Documents that are read for the stories of claims that a new one touches. */
const mostBesides = 96;

/** Other documents that share the most telling keys with a document, likest first. A key tells the more the fewer have it. */
export async function relatedTo(db: Database, document: string): Promise<string[]> {
  const own = await db.selectFrom("document_keys").select("key").where("document", "=", document).execute();
  const score = new Map<string, number>();
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
      for (const other of list) if (other !== document) score.set(other, (score.get(other) ?? 0) + weight);
    }
  }
  return [...score]
    .filter(([, weight]) => weight >= leastShared)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostRelated)
    .map(([id]) => id);
}

/** Stories and claims that have to be made again, and the documents they are of. */
export type Open = {
  readonly stories: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
};

/**
 * Follows what was touched to its stories and claims, from those claims to their stories, and from the stories to all of
 * their claims.
 */
export async function openedBy(db: Database, fresh: readonly string[], touched: Touched): Promise<Open> {
  const stories = new Set<string>();
  const claims = new Set<string>();
  const documents = new Set<string>(fresh);
  const of = (member: string) => member.slice(0, member.indexOf(" "));
  const near = new Set([...fresh, ...[...touched.episodes, ...touched.propositions].map(of)]);
  for (const ids of chunks(near)) {
    const own = new Set(fresh);
    const told = await db.selectFrom("story_members").selectAll().where("document", "in", ids).execute();
    for (const { story, document, episode } of told) {
      if (own.has(document) || touched.episodes.has(episode)) stories.add(story);
    }
    const said = await db.selectFrom("claim_members").selectAll().where("document", "in", ids).execute();
    for (const { claim, document, proposition } of said) {
      if (own.has(document) || touched.propositions.has(proposition)) claims.add(claim);
    }
  }
  for (const id of near) documents.add(id);
  for (const story of await besides(db, claims, stories)) stories.add(story);
  for (const ids of chunks(stories)) {
    const rows = await db.selectFrom("claims").select("id").where("story", "in", ids).execute();
    for (const { id } of rows) claims.add(id);
    const told = await db.selectFrom("story_members").select("document").where("story", "in", ids).distinct().execute();
    for (const { document } of told) documents.add(document);
  }
  for (const ids of chunks(claims)) {
    const rows = await db.selectFrom("claim_members").select("document").where("claim", "in", ids).distinct().execute();
    for (const { document } of rows) documents.add(document);
  }
  return { stories, claims, documents };
}

/** Stories of touched claims, the smallest first, as long as few documents are read for them. */
async function besides(
  db: Database,
  claims: ReadonlySet<string>,
  stories: ReadonlySet<string>,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const ids of chunks(claims)) {
    const rows = await db.selectFrom("claims").select("story").where("id", "in", ids).distinct().execute();
    for (const { story } of rows) if (story !== null && !stories.has(story)) found.add(story);
  }
  const sizes = new Map<string, number>();
  for (const ids of chunks(found)) {
    const rows = await db
      .selectFrom("story_members")
      .select(({ fn }) => ["story", fn.countAll<number>().as("size")])
      .where("story", "in", ids)
      .groupBy("story")
      .execute();
    for (const { story, size } of rows) sizes.set(story, Number(size));
  }
  let room = mostBesides;
  const smallest = [...sizes].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  return smallest.flatMap(([story, size]) => {
    room -= size;
    return room >= 0 ? [story] : [];
  });
}

/** What of these documents stays in the stories and claims it is in. */
export async function keptOf(
  db: Database,
  { stories, claims, documents }: Open,
): Promise<{ stories: Map<string, string>; claimed: Set<string> }> {
  const kept = { stories: new Map<string, string>(), claimed: new Set<string>() };
  for (const ids of chunks(documents)) {
    const told = await db.selectFrom("story_members").selectAll().where("document", "in", ids).execute();
    for (const { story, episode } of told) if (!stories.has(story)) kept.stories.set(episode, story);
    const said = await db.selectFrom("claim_members").selectAll().where("document", "in", ids).execute();
    for (const { claim, proposition } of said) if (!claims.has(claim)) kept.claimed.add(proposition);
  }
  return kept;
}
