import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job, Queue } from "../ledger/engine.ts";
import { actorsChanged, isStale, isUnfolded, type Ledger } from "../ledger/index.ts";
import { readQueued } from "../ledger/queued.ts";
import { workerGone, workerSeen } from "../ledger/workers.ts";
import { SelonError } from "../model/error.ts";
import { bringUpToDate } from "./ledger.ts";
import { queueOf } from "./queue.ts";

export type WorkerEvent =
  | { readonly kind: "kept" | "known"; readonly id: string }
  | { readonly kind: "left"; readonly id: string; readonly why: string }
  | { readonly kind: "aligned" };

export type WorkerOptions = {
  /** Ends the worker when what it has begun is done. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the worker when nothing waits any more. */
  readonly drain?: boolean | undefined;
};

/** How often a worker says that it lives, and how often one that has nothing to do looks for more, in milliseconds. */
const [pulse, pause] = [5_000, 500];

/** Reads what waits in a ledger's queue, one document after the other, and keeps the alignment up to date. */
export async function* work(ledger: Ledger, { signal, drain }: WorkerOptions = {}): AsyncGenerator<WorkerEvent> {
  const { readCapture } = await import("../pipeline.ts");
  const queue = await queueOf(ledger, "works");
  const me = { id: `${hostname()} ${process.pid} ${randomBytes(3).toString("hex")}`, host: hostname(), begun: now() };
  let documents = 0;
  let [job, kind]: [Job | null, "read" | "align"] = [null, "read"];
  const live = async (): Promise<void> => {
    await workerSeen(ledger, { ...me, documents });
    if (job !== null) await queue.alive(job, kind);
  };
  await live();
  // A pulse that is missed is made up by the next one.
  const beating = setInterval(() => void live().catch(() => {}), pulse);
  try {
    if (await isBehind(ledger)) await queue.wantAlignment();
    for (let since = 0; signal?.aborted !== true; ) {
      [job, kind] = since < alignEvery ? [await queue.take(), "read"] : [null, "read"];
      if (job !== null) {
        const told = await readOne(ledger, queue, job, readCapture);
        if (told.kind === "kept") documents += 1;
        since += 1;
        job = null;
        yield told;
        continue;
      }
      // What was read since is aligned when nothing waits, or after so many; one worker at a time does it.
      if (since > 0) await queue.wantAlignment();
      since = 0;
      [job, kind] = [await queue.takeAlignment(), "align"];
      if (job !== null) {
        await bringUpToDate(ledger);
        await queue.alignmentDone(job);
        job = null;
        yield { kind: "aligned" };
      } else if (drain === true && (await isDone(ledger, queue))) return;
      else await sleep(pause, undefined, signal === undefined ? {} : { signal }).catch(() => {});
    }
  } finally {
    clearInterval(beating);
    await workerGone(ledger, me.id).catch(() => {});
    await queue.close();
  }
}

/** So many documents of a worker until it asks for an alignment, where more wait. */
const alignEvery = 50;

async function isBehind(ledger: Ledger): Promise<boolean> {
  return (await isStale(ledger)) || (await isUnfolded(ledger)) || (await actorsChanged(ledger));
}

async function isDone(ledger: Ledger, queue: Queue): Promise<boolean> {
  const { waiting, reading } = await queue.counts();
  if (waiting > 0 || reading > 0) return false;
  if (!(await isBehind(ledger))) return true;
  await queue.wantAlignment();
  return false;
}

async function readOne(
  ledger: Ledger,
  queue: Queue,
  job: Job,
  read: Parameters<typeof readQueued>[3],
): Promise<WorkerEvent> {
  try {
    return { kind: await readQueued(ledger, queue, job, read), id: job.document };
  } catch (error) {
    // A server that is gone ends the worker; anything else leaves the document for another try.
    if (error instanceof SelonError && error.code.startsWith("ledger-") && error.code !== "ledger-locked") throw error;
    const why = error instanceof Error ? error.message : String(error);
    await queue.failed(job, why);
    return { kind: "left", id: job.document, why };
  }
}

const now = (): string => new Date().toISOString();
