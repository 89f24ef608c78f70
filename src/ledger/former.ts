import { sql } from "kysely";
import type { FigureGroup } from "../model/index.ts";
import { chunks } from "./aligned-rows.ts";
import { insertAll } from "./keep.ts";
import type { Ledger } from "./ledger.ts";
import type { Database, Work } from "./schema.ts";

// A claim, story or group of figures is named after the earliest of what it is made of, so that it has another id when an earlier report
// comes or when it is joined with another. Whoever kept the old one (a link, a note) is still to find it: each id that vanishes is followed by that of
// what holds most of its members. This is the one thing about the alignment that can't be worked out from the readings.

export type FormerKind = "claim" | "story" | "figure";
const kinds = ["claim", "story", "figure"] as const;
/** What claims, stories and groups of figures were made of: by id, each member with its document. */
export type FormerMembers = Readonly<Record<FormerKind, ReadonlyMap<string, ReadonlyMap<string, string>>>>;

/** Members of the claims and stories that are about to be made again; of all of them when nothing is named. */
export async function membersBefore(
  work: Work,
  some?: { readonly stories: Iterable<string>; readonly claims: Iterable<string> },
): Promise<FormerMembers> {
  const made = (): Map<string, Map<string, string>> => new Map();
  const found = { claim: made(), story: made(), figure: made() };
  const note = (kind: FormerKind, id: string, member: string, document: string): void => {
    const known = found[kind].get(id);
    if (known === undefined) found[kind].set(id, new Map([[member, document]]));
    else known.set(member, document);
  };
  const claims = work.selectFrom("claim_members").selectAll();
  const stories = work.selectFrom("story_members").selectAll();
  for (const ids of some === undefined ? [null] : chunks(some.claims)) {
    const rows = await (ids === null ? claims : claims.where("claim", "in", ids)).execute();
    for (const { claim, proposition, document } of rows) note("claim", claim, proposition, document);
  }
  for (const ids of some === undefined ? [null] : chunks(some.stories)) {
    const rows = await (ids === null ? stories : stories.where("story", "in", ids)).execute();
    for (const { story, episode, document } of rows) note("story", story, episode, document);
    const groups = work.selectFrom("figure_groups").select(["id", "body"]);
    for (const { id, body } of await (ids === null ? groups : groups.where("story", "in", ids)).execute())
      for (const { member, document } of figuresIn(body)) note("figure", id, member, document);
  }
  return found;
}

/** Notes what became of those that are there no more. To be called when the new ones are in place. */
export async function noteFormer(work: Work, before: FormerMembers): Promise<void> {
  for (const kind of kinds) {
    for (const ids of chunks(before[kind].keys())) {
      const there = await present(work, kind, ids);
      const gone = new Map(ids.filter((id) => !there.has(id)).map((id) => [id, before[kind].get(id) ?? new Map()]));
      if (there.size > 0) await forget(work, kind, [...there]);
      if (gone.size > 0) await follow(work, kind, gone);
    }
  }
}

/** Keeps what everything is made of until all of it has been made again, in however many parts. */
export async function parkMembers(work: Work): Promise<void> {
  await sql`insert into former_members (kind, id, document, member)
    select 'claim', claim, document, proposition from claim_members where true
    on conflict (kind, id, member) do nothing`.execute(work);
  await sql`insert into former_members (kind, id, document, member)
    select 'story', story, document, episode from story_members where true
    on conflict (kind, id, member) do nothing`.execute(work);
  for (let last = ""; ; ) {
    const groups = await work
      .selectFrom("figure_groups")
      .select(["id", "body"])
      .where("id", ">", last)
      .orderBy("id")
      .limit(500)
      .execute();
    const rows = groups.flatMap(({ id, body }) => figuresIn(body).map((one) => ({ kind: "figure", id, ...one })));
    const there = new Map(rows.map((row) => [`${row.id} ${row.member}`, row]));
    for (const some of chunks(there.values(), 200))
      await work
        .insertInto("former_members")
        .values(some)
        .onConflict((c) => c.columns(["kind", "id", "member"]).doNothing())
        .execute();
    last = groups.at(-1)?.id ?? "";
    if (groups.length < 500) return;
  }
}

/** A figure of a group by where it stands. */
function figuresIn(body: string): { readonly document: string; readonly member: string }[] {
  // Our own row, written from a group.
  const { members } = JSON.parse(body) as FigureGroup;
  return members.map(({ document, start, end }) => ({ document, member: `${document} ${start} ${end}` }));
}

/** Notes what became of all that was parked, when nothing waits to be aligned any more. */
export async function settleParked({ db, alone }: Pick<Ledger, "db" | "alone">): Promise<void> {
  for (;;) {
    if ((await db.selectFrom("former_members").select("id").limit(1).executeTakeFirst()) === undefined) return;
    const more = await db.transaction().execute(async (work) => {
      await alone(work, "alignment");
      // Somebody added meanwhile: it is for whoever aligns that.
      if ((await work.selectFrom("pending").select("document").limit(1).executeTakeFirst()) !== undefined) return false;
      for (const kind of kinds) {
        const some = await work
          .selectFrom("former_members")
          .select("id")
          .distinct()
          .where("kind", "=", kind)
          .orderBy("id")
          .limit(200)
          .execute();
        if (some.length === 0) continue;
        const ids = some.map(({ id }) => id);
        const rows = await work
          .selectFrom("former_members")
          .selectAll()
          .where("kind", "=", kind)
          .where("id", "in", ids)
          .execute();
        const found = new Map(ids.map((id) => [id, new Map<string, string>()]));
        for (const { id, member, document } of rows) found.get(id)?.set(member, document);
        await noteFormer(work, { claim: new Map(), story: new Map(), figure: new Map(), [kind]: found });
        await work.deleteFrom("former_members").where("kind", "=", kind).where("id", "in", ids).execute();
      }
      return true;
    });
    if (!more) return;
  }
}

/** Ids of what those that began so have become, of what is there; six at most. */
export async function becameOf(db: Database, kind: FormerKind, beginning: string): Promise<string[]> {
  const rows = await db
    .selectFrom("former_ids")
    .select("now")
    .distinct()
    .where("kind", "=", kind)
    .where("id", ">=", beginning)
    .where("id", "<=", `${beginning}\uffff`)
    .orderBy("now")
    .limit(6)
    .execute();
  if (rows.length === 0) return [];
  const there = await present(
    db,
    kind,
    rows.map(({ now }) => now),
  );
  return [...there].sort();
}

/** The id of what this one has become, by its whole id; null where nothing is known of it. */
export async function nowOf(db: Database, kind: FormerKind, id: string): Promise<string | null> {
  const row = await db
    .selectFrom("former_ids")
    .select("now")
    .where("kind", "=", kind)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.now ?? null;
}

const tables = { claim: "claims", story: "stories", figure: "figure_groups" } as const;

/** Every id under which something was ever known, what it is called now among them; the id alone where nothing is noted. */
export async function idsOf(db: Database, kind: FormerKind, id: string): Promise<string[]> {
  const now = (await nowOf(db, kind, id)) ?? id;
  const rows = await db.selectFrom("former_ids").select("id").where("kind", "=", kind).where("now", "=", now).execute();
  return [...new Set([id, now, ...rows.map((row) => row.id)])];
}

async function present(db: Database, kind: FormerKind, ids: readonly string[]): Promise<Set<string>> {
  const table = tables[kind];
  const rows = await db.selectFrom(table).select("id").where("id", "in", ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** What is there again needs no other name. */
async function forget(work: Work, kind: FormerKind, ids: readonly string[]): Promise<void> {
  await work.deleteFrom("former_ids").where("kind", "=", kind).where("id", "in", ids).execute();
}

type Gone = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function follow(work: Work, kind: FormerKind, gone: Gone): Promise<void> {
  const holder = await holders(work, kind, gone);
  const rows: { kind: FormerKind; id: string; now: string }[] = [];
  for (const [id, members] of gone) {
    const counts = new Map<string, number>();
    for (const member of members.keys()) {
      const now = holder.get(member);
      if (now !== undefined) counts.set(now, (counts.get(now) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (best !== undefined) rows.push({ kind, id, now: best[0] });
  }
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await forget(work, kind, ids);
  // Whatever led to what is gone leads on to what followed it: no chain is longer than one step.
  for (const { id, now } of rows) {
    await work.updateTable("former_ids").set({ now }).where("kind", "=", kind).where("now", "=", id).execute();
  }
  await insertAll(work, "former_ids", rows);
}

/** In which claim or story each of these members is now. */
async function holders(work: Work, kind: FormerKind, gone: Gone): Promise<Map<string, string>> {
  const documents = new Set([...gone.values()].flatMap((members) => [...members.values()]));
  const found = new Map<string, string>();
  for (const ids of chunks(documents)) {
    if (kind === "claim") {
      const rows = await work.selectFrom("claim_members").selectAll().where("document", "in", ids).execute();
      for (const { proposition, claim } of rows) found.set(proposition, claim);
    } else if (kind === "figure") {
      const rows = await work
        .selectFrom("figure_groups")
        .select(["id", "body"])
        .where("story", "in", (q) => q.selectFrom("story_documents").select("story").where("document", "in", ids))
        .execute();
      for (const { id, body } of rows) for (const { member } of figuresIn(body)) found.set(member, id);
    } else {
      const rows = await work.selectFrom("story_members").selectAll().where("document", "in", ids).execute();
      for (const { episode, story } of rows) found.set(episode, story);
    }
  }
  return found;
}
