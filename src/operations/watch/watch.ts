import { setTimeout as sleep } from "node:timers/promises";
import { CaptureError, Visitor, type VisitorOptions } from "../../capture/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { keepWatched, watchedAt } from "../../ledger/watched.ts";
import { alignNow } from "../add.ts";
import type { Reader } from "../reader/reader.ts";
import { nextTry } from "./again.ts";
import type { WatchEvent } from "./events.ts";
import { visitAddress } from "./visit.ts";

export type { WatchEvent } from "./events.ts";

export type WatchOptions = Pick<VisitorOptions, "allowPrivate" | "limits" | "signal" | "pace"> & {
  /** Milliseconds between two visits to an address. */
  readonly every: number;
  /** Visit each address once, whenever it was visited before, and end. */
  readonly once?: boolean | undefined;
  readonly language?: string | undefined;
  readonly reader?: Reader | undefined;
  /** Most pages that are fetched in one visit to a feed or sitemap; what is left comes with the next. */
  readonly most?: number | undefined;
};

const [usualMost, longestSleep] = [200, 3_600_000];

/**
 * Visits feeds, sitemaps and pages again and again, and keeps what is new in them, as sites want to be visited. Ends when
 * `signal` aborts, after the document it is at, or with `once` after one visit to each. What was found is in the ledger:
 * memory holds the schedule and one document.
 */
export async function* watch(
  ledger: Ledger,
  addresses: Iterable<string>,
  options: WatchOptions,
): AsyncGenerator<WatchEvent> {
  const { every, once, language, reader, most = usualMost, signal } = options;
  const visitor = new Visitor(options);
  const plan = await planOf(ledger, new Set(addresses), options);
  while (plan.size > 0 && !isAborted(signal)) {
    const [address, due] = [...plan].reduce((first, other) => (other[1] < first[1] ? other : first));
    const wait = due - Date.now();
    if (wait > 0) {
      // A clock that is set anew is noticed within the hour.
      await sleep(Math.min(wait, longestSleep), undefined, signal === undefined ? {} : { signal }).catch(() => {});
      continue;
    }
    let kept = false;
    let failed: CaptureError | null = null;
    try {
      for await (const event of visitAddress({ ledger, visitor, language, reader, every, left: most }, address)) {
        kept ||= event.kind === "kept";
        yield event;
        if (isAborted(signal)) break;
      }
    } catch (error) {
      if (isAborted(signal)) return;
      if (!(error instanceof CaptureError)) throw error;
      failed = error;
    }
    if (kept) yield await alignNow(ledger, reader);
    // What was stopped half way is due at once when it is begun again.
    if (isAborted(signal)) return;
    const next = await schedule(ledger, address, every, failed);
    if (failed !== null)
      yield { kind: "failed", failure: failed.failure, next: once === true ? null : new Date(next).toISOString() };
    if (once === true) plan.delete(address);
    else plan.set(address, next);
  }
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/** When each address is to be visited: a program that is started again goes on where it stopped. */
async function planOf(
  ledger: Ledger,
  addresses: ReadonlySet<string>,
  { every, once }: WatchOptions,
): Promise<Map<string, number>> {
  const known = await watchedAt(ledger, [...addresses]);
  return new Map(
    [...addresses].map((address) => {
      const state = known.get(address);
      if (once === true || state === undefined) return [address, 0];
      const due = Date.parse(state.due);
      return [address, state.failures > 0 ? due : Math.min(due, Date.parse(state.checked) + every)];
    }),
  );
}

async function schedule(ledger: Ledger, address: string, every: number, failed: CaptureError | null): Promise<number> {
  const known = (await watchedAt(ledger, [address])).get(address);
  const failures = failed === null ? 0 : (known?.failures ?? 0) + 1;
  const next = nextTry(every, failures, failed?.retryAfter ?? null);
  const instant = new Date().toISOString();
  const blank = { kind: "page", etag: null, lastModified: null, stamp: null, content: null } as const;
  await keepWatched(ledger, {
    ...(known ?? blank),
    address,
    checked: failed === null ? (known?.checked ?? instant) : instant,
    due: new Date(next).toISOString(),
    failures,
  });
  return next;
}
