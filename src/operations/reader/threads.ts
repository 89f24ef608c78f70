import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Capture, Reading } from "../../model/index.ts";
import type { relatePart } from "../../pipeline.ts";
import type { ParseResult, parseBytes } from "../parse.ts";
import { inThisThread, type Reader } from "./reader.ts";

export type Task =
  | { readonly kind: "read"; readonly capture: Capture }
  | { readonly kind: "parse"; readonly given: Parameters<typeof parseBytes> }
  | { readonly kind: "relate"; readonly given: Parameters<typeof relatePart> };
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

type Waiting = {
  readonly task: Task;
  readonly take: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
};

/** As many threads as this machine has cores beside the one that asks. */
export function usualThreads(): number {
  return Math.max(1, Math.min(8, availableParallelism() - 1));
}

/**
 * Reads in threads of their own, so that whoever asks goes on meanwhile. A thread is begun when the others are at work and
 * ended when it had nothing to do for `idle` milliseconds; one that dies takes only what it was at with it.
 */
export function inThreads(most: number = usualThreads(), idle = 60_000): Reader {
  const free: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Waiting[] = [];
  const busy = new Map<Worker, Waiting>();
  let sleep: NodeJS.Timeout | null = null;

  const gone = (worker: Worker, error: unknown): void => {
    all.delete(worker);
    const at = free.indexOf(worker);
    if (at >= 0) free.splice(at, 1);
    busy.get(worker)?.fail(error);
    busy.delete(worker);
    next();
  };
  const begin = (): Worker => {
    const own = import.meta.url;
    const worker = new Worker(new URL(own.endsWith(".ts") ? "./thread.ts" : "./thread.js", own));
    all.add(worker);
    worker.on("message", (answer: Answer) => {
      const one = busy.get(worker);
      busy.delete(worker);
      if (all.has(worker)) free.push(worker);
      // Nothing keeps the process from ending when all is done.
      worker.unref();
      if (answer.ok) one?.take(answer.value);
      else one?.fail(answer.error);
      next();
    });
    worker.on("error", (error) => gone(worker, error));
    worker.on("exit", () => gone(worker, new Error("The thread that read it has ended.")));
    return worker;
  };
  const next = (): void => {
    while (waiting.length > 0) {
      const worker = free.pop() ?? (all.size < most ? begin() : undefined);
      if (worker === undefined) break;
      const one = waiting.shift();
      if (one === undefined) break;
      busy.set(worker, one);
      worker.ref();
      worker.postMessage(one.task);
    }
    if (sleep !== null) clearTimeout(sleep);
    sleep = busy.size > 0 ? null : setTimeout(() => void close(), idle).unref();
  };
  const close = async (): Promise<void> => {
    if (sleep !== null) clearTimeout(sleep);
    sleep = null;
    // Whoever asks from now on is given another.
    const ended = [...all];
    all.clear();
    free.length = 0;
    await Promise.all(ended.map((worker) => worker.terminate()));
  };
  const done = (task: Task): Promise<unknown> =>
    new Promise((take, fail) => {
      waiting.push({ task, take, fail });
      next();
    });
  return {
    width: most,
    // What a thread answers is what `thread.ts` made of the task.
    read: async (capture) => (await done({ kind: "read", capture })) as Reading,
    relate: async (...given) => (await done({ kind: "relate", given })) as ReturnType<typeof relatePart>,
    parse: async (...given) => (await done({ kind: "parse", given })) as ParseResult,
    close,
  };
}

/** Threads cost a second of starting: the first few documents are read here, and those that follow beside. */
export function whenMany(threads: Reader, few = 12): Reader {
  let begun = 0;
  return {
    ...threads,
    read: (capture) => {
      begun += 1;
      return (begun <= few ? inThisThread : threads).read(capture);
    },
    relate: inThisThread.relate,
  };
}
