import { setTimeout as sleep } from "node:timers/promises";
import { captureInputs, type Failure } from "../capture/index.ts";
import type { JobCounts, Queue } from "../ledger/engine.ts";
import type { Ledger } from "../ledger/index.ts";
import { queueCapture, queuedCount } from "../ledger/queued.ts";
import { type KeptWorker, workersOf } from "../ledger/workers.ts";
import { SelonError } from "../model/error.ts";
import type { ReadOptions } from "./read.ts";

export type QueueEvent =
  | { readonly kind: "queued" | "known"; readonly id: string; readonly uri: string; readonly title: string | null }
  | { readonly kind: "failed"; readonly failure: Failure }
  /** The queue is full: workers have to read some of it first. */
  | { readonly kind: "waiting"; readonly queued: number };

/** The queue of a ledger. Throws `no-queue` where its engine has none. */
export async function queueOf(ledger: Ledger, role: "adds" | "works"): Promise<Queue> {
  if (ledger.queue !== null) return await ledger.queue(role);
  throw new SelonError({
    code: "no-queue",
    what: `The ledger in ${ledger.folder} has no queue.`,
    why: "A ledger in a folder is read by whoever adds to it.",
    todo: "Add without --queue, or keep the ledger in PostgreSQL (SELON_DATABASE_URL).",
    details: { folder: ledger.folder },
  });
}

/** Beyond so many captures that wait, adding waits too: a desk's day, and little beside what a server holds. */
const mostQueued = 5_000;

/** Captures each input and leaves the reading to workers; `queued` is told when the disk has the capture and its job. */
export async function* queueInputs(
  ledger: Ledger,
  inputs: Iterable<string>,
  options: ReadOptions & { readonly most?: number } = {},
): AsyncGenerator<QueueEvent> {
  const queue = await queueOf(ledger, "adds");
  const most = options.most ?? mostQueued;
  try {
    for await (const captured of captureInputs(inputs, options)) {
      if (!captured.ok) {
        yield { kind: "failed", failure: captured.failure };
        continue;
      }
      for (let told = false; (await queuedCount(ledger)) >= most; told = true) {
        if (!told) yield { kind: "waiting", queued: most };
        await sleep(500);
      }
      const { id, uri, title } = captured.capture.document;
      yield { kind: await queueCapture(ledger, queue, captured.capture), id, uri, title };
    }
  } finally {
    await queue.close();
  }
}

/** What workers have to do and what they do. */
export type Jobs = JobCounts & { readonly workers: readonly KeptWorker[] };

/** How much waits, is being read and was left aside, and who is at work. With `retry`, what was left aside is given out again. */
export async function jobsOf(ledger: Ledger, retry = false): Promise<Jobs> {
  const queue = await queueOf(ledger, "adds");
  try {
    if (retry) await queue.retry();
    return { ...(await queue.counts()), workers: await workersOf(ledger) };
  } finally {
    await queue.close();
  }
}
