import type { Alignment, Reading } from "../model/index.ts";
import { insertAll } from "./keep.ts";
import type { Ledger } from "./ledger.ts";
import { readings, type Watermark, watermark } from "./readings.ts";
import type { Database, Work } from "./schema.ts";
import { foldName } from "./search.ts";

/** Version of what alignment makes of the same readings; a change has every ledger aligned anew. */
const alignmentVersion = "1";

/** Whether documents were kept that the alignment has not seen (another process may be adding, or was ended). */
export async function isStale(ledger: Ledger): Promise<boolean> {
  const [seen, there] = [await seenBy(ledger.db), mark(await watermark(ledger.db))];
  return seen !== there;
}

/**
 * Brings the alignment up to date with the readings. The work is done outside the write lock on a snapshot, then put in
 * place in one transaction; what was added meanwhile leaves it stale, and it is done again.
 */
export async function alignLedger(ledger: Ledger, relate: (readings: readonly Reading[]) => Alignment): Promise<void> {
  for (let round = 0; round < 5 && (await isStale(ledger)); round += 1) {
    const { seen, all } = await ledger.db
      .transaction()
      .setAccessMode("read only")
      .execute(async (work) => ({ seen: await watermark(work), all: await readings(work) }));
    const alignment = relate(all);
    await ledger.db.transaction().execute(async (work) => {
      await ledger.alone(work, "alignment");
      await replace(work, alignment, all, seen);
    });
  }
}

async function seenBy(db: Database): Promise<string | null> {
  const row = await db.selectFrom("ledger").select("value").where("key", "=", "aligned").executeTakeFirst();
  return row?.value ?? mark({ count: 0, last: null });
}

function mark({ count, last }: Watermark): string {
  return `${alignmentVersion} ${count} ${last ?? "-"}`;
}

async function replace(work: Work, alignment: Alignment, all: readonly Reading[], seen: Watermark): Promise<void> {
  for (const table of ["figure_actors", "figure_groups", "claim_actors", "positions", "claims"] as const) {
    await work.deleteFrom(table).execute();
  }
  for (const table of ["story_documents", "stories"] as const) await work.deleteFrom(table).execute();
  const dates = new Map(
    all.map(({ document }) => [document.id as string, document.modified ?? document.published ?? ""]),
  );
  const latest = (documents: readonly string[]): string => {
    let last = "";
    for (const id of documents) if ((dates.get(id) ?? "") > last) last = dates.get(id) ?? "";
    return last;
  };
  await insertAll(
    work,
    "stories",
    alignment.stories.map((story, place) => ({
      id: story.id,
      place,
      title: story.title,
      happened: story.when,
      latest: latest(story.documents),
      body: JSON.stringify(story),
    })),
  );
  await insertAll(
    work,
    "story_documents",
    alignment.stories.flatMap(({ id, documents }) =>
      [...new Set(documents)].map((document) => ({ story: id, document })),
    ),
  );
  await insertAll(
    work,
    "claims",
    alignment.claims.map((claim, place) => ({
      id: claim.id,
      place,
      story: claim.story,
      status: claim.status,
      latest: latest(claim.positions.map(({ document }) => document)),
      body: JSON.stringify(claim),
    })),
  );
  await insertAll(
    work,
    "positions",
    alignment.claims.flatMap((claim) =>
      claim.positions.map(({ document, statement, speaker, position }, place) => ({
        claim: claim.id,
        place,
        document,
        statement,
        speaker: speaker.id,
        position,
      })),
    ),
  );
  await insertAll(
    work,
    "claim_actors",
    alignment.claims.flatMap((claim) =>
      people(claim.positions.flatMap(({ speaker, chain }) => [speaker, ...chain])).map((who) => ({
        claim: claim.id,
        ...who,
      })),
    ),
  );
  await insertAll(
    work,
    "figure_groups",
    alignment.figures.map((group, place) => ({
      id: group.id,
      place,
      story: group.story,
      relation: group.relation,
      latest: latest(group.members.map(({ document }) => document)),
      body: JSON.stringify(group),
    })),
  );
  await insertAll(
    work,
    "figure_actors",
    alignment.figures.flatMap((group) =>
      people(group.members.map(({ speaker }) => speaker)).map((who) => ({ figure_group: group.id, ...who })),
    ),
  );
  const value = mark(seen);
  await work
    .insertInto("ledger")
    .values({ key: "aligned", value })
    .onConflict((c) => c.column("key").doUpdateSet({ value }))
    .execute();
}

function people(all: readonly { readonly id: string; readonly name: string }[]): { actor: string; folded: string }[] {
  const found = new Map<string, { actor: string; folded: string }>();
  for (const { id, name } of all) {
    const folded = foldName(name);
    found.set(`${id} ${folded}`, { actor: id, folded });
  }
  return [...found.values()];
}
