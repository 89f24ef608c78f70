import type { Kept } from "../alignment/index.ts";
import type { Alignment, Reading } from "../model/index.ts";
import { chunks, insertAligned, type Members, removeAligned } from "./aligned-rows.ts";
import { membersBefore, noteFormer, parkMembers, settleParked } from "./former.ts";
import type { GrownParts } from "./grown.ts";
import type { Ledger } from "./ledger.ts";
import { keptOf, type Open, openedBy } from "./opened.ts";
import { readings } from "./readings.ts";
import { relatedTo } from "./related.ts";
import type { Database, Work } from "./schema.ts";

/** Version of what alignment makes of the same readings; a change has every ledger aligned anew. */
const alignmentVersion = "16";

/** Relates readings to each other, leaving what is kept as it is: `relatePart` of the pipeline. */
export type Relate = (readings: readonly Reading[], kept?: Kept) => Related | Promise<Related>;
type Related = Alignment & { readonly members: Members; readonly grown: GrownParts };

/** Ledgers of at most so many documents are aligned as a whole when much of them is new. */
const wholeLimit = 400;
/** Documents aligned at once with those they concern: at least so many, at most, and else half as many as are there. */
const [leastChunk, mostChunk] = [48, 800];

/** Whether documents were kept that the alignment has not seen (another process may be adding, or was ended). */
export async function isStale(ledger: Ledger): Promise<boolean> {
  const { db } = ledger;
  if ((await stateOf(db)).version !== alignmentVersion) return true;
  return (await db.selectFrom("pending").select("document").limit(1).executeTakeFirst()) !== undefined;
}

/** Has documents aligned again: new ones, and those whose reading a decision or another engine changes. */
export async function markPending(
  { alone }: Pick<Ledger, "alone">,
  work: Work,
  documents: readonly string[],
): Promise<void> {
  // Two who read one turn and write the next would leave the alignment unaware of one of them.
  await alone(work, "alignment");
  await queue(work, documents);
  // Whoever is aligning what these were before begins again.
  await setState(work, (await stateOf(work)).turn + 1);
}

async function queue(work: Work, documents: readonly string[]): Promise<void> {
  for (const ids of chunks(documents, 100)) {
    await work
      .insertInto("pending")
      .values(ids.map((document) => ({ document })))
      .onConflict((c) => c.column("document").doNothing())
      .execute();
  }
}

/**
 * Brings the alignment up to date: what is pending is aligned with the documents it concerns, found by keys, and only
 * their stories, claims and figure groups are made again; those of more than `mostMembers` take in what is new. The work is done outside the write lock on a snapshot, then put
 * in place in one transaction; when another process was faster, it is done again.
 */
export async function alignLedger(
  ledger: Ledger,
  relate: Relate,
  mostMembers?: number,
  told: Told = () => {},
): Promise<void> {
  const { db } = ledger;
  if ((await stateOf(db)).version !== alignmentVersion) await beginAnew(ledger);
  for (let failures = 0; failures < 5; ) {
    const waiting = await pendingOf(db);
    if (waiting.length === 0) return await settleParked(ledger);
    const count = await countOf(db, waiting.length + 2 * mostChunk);
    told(waiting.length);
    const whole = count <= wholeLimit && waiting.length * 3 >= count;
    const aligned = count - waiting.length;
    const chunk = aligned === 0 ? wholeLimit : Math.min(mostChunk, Math.max(leastChunk, Math.floor(aligned / 2)));
    const some = whole ? waiting : waiting.slice(0, chunk);
    const done = whole ? await alignWhole(ledger, relate) : await alignPart(ledger, relate, some, mostMembers);
    if (!done) failures += 1;
  }
}

/** Told how many documents still wait to be aligned, before each part of them. */
export type Told = (waiting: number) => void;

/** Aligns everything afresh, whatever was made before. */
export async function realignLedger(ledger: Ledger, relate: Relate, told?: Told): Promise<void> {
  await beginAnew(ledger);
  await alignLedger(ledger, relate, undefined, told);
}

type State = { readonly version: string; readonly turn: number };

/** The version that aligned, and how many times the alignment was changed. */
async function stateOf(db: Database): Promise<State> {
  const row = await db.selectFrom("ledger").select("value").where("key", "=", "aligned").executeTakeFirst();
  const [version = "", turn = "0"] = (row?.value ?? alignmentVersion).split(" ");
  return { version, turn: Number(turn) || 0 };
}

async function setState(work: Work, turn: number): Promise<void> {
  const value = `${alignmentVersion} ${turn}`;
  await work
    .insertInto("ledger")
    .values({ key: "aligned", value })
    .onConflict((c) => c.column("key").doUpdateSet({ value }))
    .execute();
}

async function beginAnew({ db, alone }: Ledger): Promise<void> {
  await db.transaction().execute(async (work) => {
    await alone(work, "alignment");
    const { turn } = await stateOf(work);
    await parkMembers(work);
    await removeAligned(work);
    const all = await work.selectFrom("readings").select("document").execute();
    await queue(
      work,
      all.map(({ document }) => document),
    );
    await setState(work, turn + 1);
  });
}

/** Documents that wait, oldest publication first, so that aligning afresh always goes the same way. */
async function pendingOf(db: Database): Promise<string[]> {
  // Two queries: a join of a table of none or few with one of very many is planned wrongly as often as not.
  const waiting = await db.selectFrom("pending").select("document").execute();
  const rows: { readonly id: string; readonly published: string | null }[] = [];
  for (const ids of chunks(waiting.map(({ document }) => document)))
    rows.push(...(await db.selectFrom("documents").select(["id", "published"]).where("id", "in", ids).execute()));
  const when = ({ published }: { readonly published: string | null }): string => published ?? "9999";
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows.sort((a, b) => before(when(a), when(b)) || before(a.id, b.id)).map(({ id }) => id);
}

/** How many documents are read, counted up to so many. */
async function countOf(db: Database, most: number): Promise<number> {
  const { count } = await db
    .selectFrom((q) => q.selectFrom("readings").select("document").limit(most).as("some"))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function alignWhole(ledger: Ledger, relate: Relate): Promise<boolean> {
  const { db } = ledger;
  const { turn, all } = await db
    .transaction()
    .setAccessMode("read only")
    .execute(async (work) => ({
      turn: (await stateOf(work)).turn,
      all: await readings(work),
    }));
  const related = await relate(all);
  return await replace(ledger, turn, related, all, null);
}

async function alignPart(
  ledger: Ledger,
  relate: Relate,
  some: readonly string[],
  mostMembers: number | undefined,
): Promise<boolean> {
  const { db } = ledger;
  const { touchedBy } = await import("../alignment/index.ts");
  const read = async (work: Database, ids: readonly string[]): Promise<readonly Reading[]> => {
    const found: Reading[] = [];
    for (const chunk of chunks(ids)) found.push(...(await readings(work, chunk)));
    return found;
  };
  const found = await db
    .transaction()
    .setAccessMode("read only")
    .execute(async (work) => {
      const { turn } = await stateOf(work);
      const fresh = await read(work, some);
      const own = new Set(some);
      const related = new Set<string>();
      for (const id of some) for (const other of await relatedTo(work, id)) if (!own.has(other)) related.add(other);
      const others = await read(work, [...related]);
      const open = await openedBy(work, some, touchedBy(fresh, others), mostMembers);
      const known = new Map([...fresh, ...others].map((reading) => [reading.document.id as string, reading]));
      const further = await read(
        work,
        [...open.documents].filter((id) => !known.has(id)),
      );
      for (const reading of further) known.set(reading.document.id, reading);
      const all = [...open.documents].map((id) => known.get(id)).filter((reading) => reading !== undefined);
      return { turn, all, open, kept: await keptOf(work, open) };
    });
  const related = await relate(found.all, found.kept);
  return await replace(ledger, found.turn, related, found.all, { open: found.open, some });
}

/**
 * Puts an alignment in the place of what it makes again, with what people decided about its claims and stories folded over
 * it (decisions about statements and actors are in the readings already); false when another process changed it meanwhile.
 */
async function replace(
  { db, alone }: Ledger,
  turn: number,
  related: Related,
  all: readonly Reading[],
  part: { readonly open: Open; readonly some: readonly string[] } | null,
): Promise<boolean> {
  return await db.transaction().execute(async (work) => {
    await alone(work, "alignment");
    if ((await stateOf(work)).turn !== turn) return false;
    await setState(work, turn + 1);
    const before = await membersBefore(work, part?.open);
    await removeAligned(work, part?.open);
    await insertAligned(work, related, related.members, all);
    if (part !== null) {
      const { insertGrown } = await import("./grown.ts");
      await insertGrown(work, related.grown, all, part.open.claims);
    }
    const { foldAligned } = await import("./decisions/refold-alignment.ts");
    await foldAligned(
      work,
      all.map(({ document }) => document.id),
    );
    await noteFormer(work, before);
    const done = part === null ? all.map(({ document }) => document.id as string) : part.some;
    for (const ids of chunks(done)) await work.deleteFrom("pending").where("document", "in", ids).execute();
    return true;
  });
}
