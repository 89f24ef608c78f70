import type { Kept, Touched } from "../alignment/index.ts";
import type { PositionKind } from "../model/index.ts";
import { chunks } from "./aligned-rows.ts";
import type { Database } from "./schema.ts";

/** Members of a story or claim above which it stays as it is and takes in what is new. */
const mostMembers = 120;

/** Documents that are read for the stories of claims that a new one touches. */
const mostBesides = 96;

/** Stories and claims that have to be made again, and the documents they are of. */
export type Open = {
  readonly stories: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  /** Those that are too large for that: they stay, and take in what is new. */
  readonly growing: { readonly stories: ReadonlySet<string>; readonly claims: ReadonlySet<string> };
};

/**
 * Follows what was touched to its stories and claims, from those claims to their stories, from the stories to others
 * of their affair, and from the stories to all of their claims. Large ones are not followed further: they grow, so that what is read and made again is bounded. What a
 * document read anew was in before is made again whatever its size.
 */
export async function openedBy(
  db: Database,
  fresh: readonly string[],
  touched: Touched,
  most = mostMembers,
): Promise<Open> {
  const limit = Math.max(most, 4 * fresh.length);
  const told = { open: new Set<string>(), touched: new Set<string>() };
  const said = { open: new Set<string>(), touched: new Set<string>() };
  const documents = new Set<string>(fresh);
  const of = (member: string) => member.slice(0, member.indexOf(" "));
  const near = new Set([...fresh, ...[...touched.episodes, ...touched.propositions].map(of)]);
  const own = new Set(fresh);
  for (const ids of chunks(near)) {
    const episodes = await db.selectFrom("story_members").selectAll().where("document", "in", ids).execute();
    for (const { story, document, episode } of episodes) {
      if (own.has(document)) told.open.add(story);
      else if (touched.episodes.has(episode)) told.touched.add(story);
    }
    const propositions = await db.selectFrom("claim_members").selectAll().where("document", "in", ids).execute();
    for (const { claim, document, proposition } of propositions) {
      if (own.has(document)) said.open.add(claim);
      else if (touched.propositions.has(proposition)) said.touched.add(claim);
    }
  }
  for (const id of near) documents.add(id);
  const growing = { stories: new Set<string>(), claims: new Set<string>() };
  const stories = new Set(told.open);
  for (const [story, size] of await sizesOf(db, "story", told.touched)) {
    if (size <= limit || stories.has(story)) stories.add(story);
    else growing.stories.add(story);
  }
  for (const story of await besides(db, new Set([...said.open, ...said.touched]), stories)) {
    if (!growing.stories.has(story)) stories.add(story);
  }
  for (const story of await alongside(db, stories, limit)) if (!growing.stories.has(story)) stories.add(story);
  const claims = new Set(said.open);
  const theirs = new Set<string>();
  for (const ids of chunks(stories)) {
    const rows = await db.selectFrom("claims").select("id").where("story", "in", ids).execute();
    for (const { id } of rows) theirs.add(id);
    const members = await db
      .selectFrom("story_members")
      .select("document")
      .where("story", "in", ids)
      .distinct()
      .execute();
    for (const { document } of members) documents.add(document);
  }
  let room = limit;
  const sizes = [...(await sizesOf(db, "claim", new Set([...theirs, ...said.touched])))];
  for (const [claim, size] of sizes.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))) {
    const whole = theirs.has(claim) ? size <= limit : size <= room;
    if (!theirs.has(claim) && whole) room -= size;
    if (whole) claims.add(claim);
    else if (!claims.has(claim)) growing.claims.add(claim);
  }
  for (const ids of chunks(claims)) {
    const rows = await db.selectFrom("claim_members").select("document").where("claim", "in", ids).distinct().execute();
    for (const { document } of rows) documents.add(document);
  }
  return { stories, claims, documents, growing };
}

/** How many members each of these has. */
async function sizesOf(db: Database, kind: "claim" | "story", ids: ReadonlySet<string>): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const some of chunks(ids)) {
    const rows =
      kind === "story"
        ? await db
            .selectFrom("story_members")
            .select(({ fn }) => ["story as id", fn.countAll<number>().as("size")])
            .where("story", "in", some)
            .groupBy("story")
            .execute()
        : await db
            .selectFrom("claim_members")
            .select(({ fn }) => ["claim as id", fn.countAll<number>().as("size")])
            .where("claim", "in", some)
            .groupBy("claim")
            .execute();
    for (const { id, size } of rows) sizes.set(id, Number(size));
  }
  return sizes;
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
  return smallest(await sizesOf(db, "story", found), mostBesides);
}

/** Of these sizes the smallest, as long as they are no more than `room` together. */
function smallest(sizes: ReadonlyMap<string, number>, room: number): readonly string[] {
  let left = room;
  const order = [...sizes].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  return order.flatMap(([id, size]) => {
    left -= size;
    return left >= 0 ? [id] : [];
  });
}

/**
 * Stories that some document tells beside one of these, or beside one found so: their claims are weighed together. The
 * smallest of each round come first, as long as all of them have no more members than `most`.
 */
async function alongside(db: Database, stories: ReadonlySet<string>, most: number): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let [last, size] = [stories, 0];
  while (last.size > 0) {
    for (const count of (await sizesOf(db, "story", last)).values()) size += count;
    const beside = await storiesBeside(db, last);
    const taken = smallest(await sizesOf(db, "story", beside.difference(stories).difference(found)), most - size);
    for (const story of taken) found.add(story);
    last = new Set(taken);
  }
  return found;
}

/** Stories that are told by documents that tell one of these. */
async function storiesBeside(db: Database, stories: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const ids of chunks(stories)) {
    const rows = await db
      .selectFrom("story_members")
      .select("story")
      .where("document", "in", (q) => q.selectFrom("story_members").select("document").where("story", "in", ids))
      .distinct()
      .execute();
    for (const { story } of rows) found.add(story);
  }
  return found;
}

/** What of these documents stays in the stories and claims it is in. */
export async function keptOf(db: Database, { stories, claims, documents, growing }: Open): Promise<Kept> {
  const kept = { stories: new Map<string, string>(), claimed: new Set<string>() };
  const propositions = new Map<string, string>();
  const positions = new Map<string, PositionKind>();
  for (const ids of chunks(documents)) {
    const told = await db.selectFrom("story_members").selectAll().where("document", "in", ids).execute();
    for (const { story, episode } of told) if (!stories.has(story)) kept.stories.set(episode, story);
    const said = await db.selectFrom("claim_members").selectAll().where("document", "in", ids).execute();
    for (const { claim, proposition } of said) {
      if (!claims.has(claim)) kept.claimed.add(proposition);
      if (growing.claims.has(claim)) propositions.set(proposition, claim);
    }
    for (const some of chunks(growing.claims)) {
      const taken = await db
        .selectFrom("positions")
        .select(["claim", "document", "statement", "position"])
        .where("document", "in", ids)
        .where("claim", "in", some)
        .execute();
      for (const { claim, document, statement, position } of taken) {
        // Our own rows, written from positions.
        positions.set(`${claim} ${document} ${statement}`, position as PositionKind);
      }
    }
  }
  return { ...kept, growing: { stories: growing.stories, propositions, positions } };
}
