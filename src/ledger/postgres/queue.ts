import { CompiledQuery } from "kysely";
import { PgBoss } from "pg-boss";
import type { Job, JobCounts, Queue } from "../engine.ts";
import type { Database, Work } from "../schema.ts";
import { codedFailure } from "./failure.ts";

/** How pg-boss asks a database that is not its own. */
type Asked = Pick<NonNullable<NonNullable<Parameters<PgBoss["send"]>[2]>["db"]>, "executeSql">;

/** One job a document; one that aligns, and one more that waits for it. */
const reading = "read";
const aligning = "align";
const schema = "selon_jobs";

/** A worker that is not heard of for so long is dead, and its job is given to another. */
const deadAfterSeconds = Math.max(10, Math.round(Number(process.env.SELON_WORKER_SILENCE ?? 30)) || 30);
/** A reading that takes longer is given up: no article takes a minute. */
const mostSeconds = 15 * 60;
/** So many times a job is given to another worker before it is left aside. */
const mostTries = 20;
const yearSeconds = 366 * 24 * 3600;

/** The queue of a ledger in PostgreSQL (pg-boss). Only workers look after it: they find the dead and clean up. */
export async function openQueue(place: string, address: string, db: Database, role: "adds" | "works"): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: place,
    application_name: "selon queue",
    schema,
    max: 3,
    supervise: role === "works",
    schedule: false,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
    persistWarnings: false,
  });
  // What fails is told by the call that fails; what its own clock does is done again at the next turn.
  boss.on("error", () => {});
  const coded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw codedFailure(error, address) ?? error;
    }
  };
  await coded(async () => {
    await boss.start();
    const common = { retryLimit: mostTries, retryDelay: 1, deleteAfterSeconds: 3600, retentionSeconds: yearSeconds };
    const watched = { ...common, expireInSeconds: mostSeconds, heartbeatSeconds: deadAfterSeconds };
    await boss.createQueue(reading, { ...watched, policy: "exclusive" });
    await boss.createQueue(aligning, { ...watched, expireInSeconds: 6 * 3600, policy: "stately" });
  });
  const take = async (name: string): Promise<Job | null> => {
    const [job] = await coded(() => boss.fetch<{ document?: string }>(name));
    return job === undefined ? null : { id: job.id, document: job.data.document ?? "" };
  };
  return {
    put: async (work, document) => {
      await coded(() => boss.send(reading, { document }, { singletonKey: document, db: within(work) }));
    },
    take: () => take(reading),
    done: async (work, job) => {
      await coded(() => boss.complete(reading, job.id, null, { db: within(work) }));
    },
    failed: async (job, why) => {
      await coded(() => boss.fail(reading, job.id, { why }));
    },
    wantAlignment: async () => {
      await coded(() => boss.send(aligning, {}));
    },
    takeAlignment: () => take(aligning),
    alignmentDone: async (job) => {
      await coded(() => boss.complete(aligning, job.id));
    },
    alive: async (job, kind) => {
      await coded(() => boss.touch(kind === "read" ? reading : aligning, job.id));
    },
    counts: () => coded(() => countsOf(db)),
    retry: () => coded(() => retryFailed(db, boss)),
    close: () => boss.stop({ graceful: false, close: true }),
  };
}

/** pg-boss's queries inside a transaction of ours: the job and its rows are there together or not at all. */
function within(work: Work): Asked {
  return {
    executeSql: async (text: string, values: unknown[] = []) => {
      const { rows } = await work.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
      return { rows: [...rows] };
    },
  };
}

async function countsOf(db: Database): Promise<JobCounts> {
  const { rows } = await db.executeQuery<{ state: string; n: number }>(
    CompiledQuery.raw(`select state::text as state, count(*) as n from ${schema}.job where name = $1 group by state`, [
      reading,
    ]),
  );
  const of = (...states: string[]): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + Number(n), 0);
  return { waiting: of("created", "retry"), reading: of("active"), failed: of("failed") };
}

async function retryFailed(db: Database, boss: PgBoss): Promise<number> {
  const { rows } = await db.executeQuery<{ id: string }>(
    CompiledQuery.raw(`select id from ${schema}.job where name = $1 and state = 'failed'`, [reading]),
  );
  for (const { id } of rows) await boss.retry(reading, id);
  return rows.length;
}
