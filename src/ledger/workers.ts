import type { Ledger } from "./ledger.ts";

export type KeptWorker = {
  readonly id: string;
  readonly host: string;
  readonly begun: string;
  readonly seen: string;
  /** How many documents it has read. */
  readonly documents: number;
};

/** A worker that has not said for so long that it lives, in milliseconds, is not counted. */
const silence = 60_000;

/** Says that a worker is at work and what it has done. */
export async function workerSeen({ db }: Ledger, worker: Omit<KeptWorker, "seen">): Promise<void> {
  const seen = new Date().toISOString();
  await db
    .insertInto("workers")
    .values({ ...worker, seen })
    .onConflict((c) => c.column("id").doUpdateSet({ seen, documents: worker.documents }))
    .execute();
}

export async function workerGone({ db }: Ledger, id: string): Promise<void> {
  await db.deleteFrom("workers").where("id", "=", id).execute();
}

/** Workers at work, those that began first first. Forgets those long silent. */
export async function workersOf({ db, frozen }: Ledger): Promise<KeptWorker[]> {
  const before = new Date(Date.now() - silence).toISOString();
  if (!frozen) {
    const old = new Date(Date.now() - 24 * 3_600_000).toISOString();
    await db.deleteFrom("workers").where("seen", "<", old).execute();
  }
  const rows = await db
    .selectFrom("workers")
    .selectAll()
    .where("seen", ">=", before)
    .orderBy("begun")
    .orderBy("id")
    .execute();
  return rows.map(({ id, host, begun, seen, documents }) => ({ id, host, begun, seen, documents: Number(documents) }));
}

/** Whether somebody else brings the alignment up to date. */
export async function hasWorkers({ db, kind }: Ledger): Promise<boolean> {
  if (kind === "sqlite") return false;
  const before = new Date(Date.now() - silence).toISOString();
  return (
    (await db.selectFrom("workers").select("id").where("seen", ">=", before).limit(1).executeTakeFirst()) !== undefined
  );
}
