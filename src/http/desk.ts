import type { Ledger } from "../ledger/index.ts";
import { goingFirst } from "../ledger/turns.ts";
import { type Role, type Scope, scopesOf } from "../model/access.ts";
import { keepBytes } from "../operations/add-bytes.ts";
import { type AddEvent, alignNow, keepInputs } from "../operations/index.ts";
import { freshen } from "../operations/ledger.ts";
import type { Reader } from "../operations/reader/reader.ts";
import { inThreads } from "../operations/reader/threads.ts";
import type { Limits } from "./access/limits.ts";
import { type Item, type Jobs, jobsOf } from "./adding/jobs.ts";
import { type Watches, watchesOf } from "./adding/watches.ts";
import { badRequest } from "./error.ts";
import { type Hub, hubOf } from "./events/hub.ts";
import { watchOf } from "./events/watch.ts";

/** Told what went wrong inside, for whoever runs the server. */
export type Log = (error: unknown) => void;

export type DeskOptions = {
  /** Permit addresses of private networks when fetching: all, or those of the hosts named. */
  readonly allowPrivate?: boolean | readonly string[] | undefined;
  /** Most bytes of a document sent. */
  readonly maxBody?: number | undefined;
  /** Most bytes of an exported ledger sent. */
  readonly maxImport?: number | undefined;
  /** Most bytes of a set of documents sent. */
  readonly maxUpload?: number | undefined;
  /** Folder of the built web app; where it is not built, `/` leads to the API's own page. */
  readonly web?: string | undefined;
  /** The address by which others reach it, through a proxy that speaks TLS: then everybody must sign in. */
  readonly publicUrl?: URL | undefined;
  /** False where it listens beyond this machine's loopback: then everybody must sign in. */
  readonly loopback?: boolean | undefined;
  readonly limits?: Limits | undefined;
  /** Whether tools of MCP may add documents. */
  readonly mcpWrites?: boolean | undefined;
};

/** The ledger that is served, with its writes one after the other. */
export type Desk = {
  readonly ledger: Ledger;
  readonly options: DeskOptions;
  readonly maxBody: number;
  readonly maxUpload: number;
  readonly maxImport: number;
  /** Tells who listens what changes. */
  readonly hub: Hub;
  /** Reads beside the thread that answers. */
  readonly reader: Reader;
  readonly watches: Watches;
  readonly log: Log;
  readonly jobs: Jobs;
  /** Called when the server closes: whoever listens is let go. */
  readonly closing: AbortSignal;
  /** Aligns what other processes added meanwhile; does not wait for what is being added here. */
  fresh(): Promise<void>;
  /** Does one piece of writing at a time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Adds one item and aligns it with the others. */
  addOne(item: Item): Promise<Exclude<AddEvent, { kind: "aligned" }>>;
  scopesOf(role: Role): readonly Scope[];
  close(): void;
};

/** While something is being added here, what others added is taken in so often only, in milliseconds. */
const pauseOfReaders = 2_000;

/** The ledger as the routes use it. It is not closed with the desk: whoever opened it closes it. */
export function deskOf(ledger: Ledger, options: DeskOptions = {}, log: Log = () => {}): Desk {
  let last: Promise<unknown> = Promise.resolve();
  // How many wait to write or do; how many add; what is being brought up to date for those who ask.
  let [turns, adding, freshened] = [0, 0, 0];
  let freshening: Promise<void> | null = null;
  const hub = hubOf();
  const watch = watchOf(ledger, hub);
  const end = new AbortController();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(() => goingFirst(work));
    turns += 1;
    // Whoever waits for this turn waits for its end only, not for its success.
    last = mine
      .catch(() => undefined)
      .finally(() => {
        turns -= 1;
      });
    const done = await mine;
    if (hub.listeners > 0) void watch.poke();
    return done;
  };
  // What takes long is done beside this thread, which goes on answering.
  const reader = inThreads();
  type Outcome = Exclude<AddEvent, { kind: "aligned" }>;
  const add = async function* (item: Item): AsyncGenerator<Outcome> {
    adding += 1;
    try {
      yield* addItem(item);
    } finally {
      adding -= 1;
    }
  };
  const fresh = async (): Promise<void> => {
    if (freshening !== null) return await freshening;
    // What is being added here is told when it is all there: nobody who reads waits for it.
    if (turns > 0 || (adding > 0 && Date.now() - freshened < pauseOfReaders)) return;
    freshening = inTurn(() => freshen(ledger, reader)).finally(() => {
      [freshening, freshened] = [null, Date.now()];
    });
    await freshening;
  };
  const addItem = async function* (item: Item): AsyncGenerator<Outcome> {
    if (item.kind === "bytes") {
      // Read before its turn to write comes.
      yield await goingFirst(() => keepBytes(ledger, item.bytes, item.origin, reader));
      if (hub.listeners > 0) void watch.poke();
    } else {
      const { url, kind: _, ...about } = item;
      const options_ = { ...about, reader, allowPrivate: options.allowPrivate, signal: end.signal };
      // What is far away is fetched without holding up others.
      yield* keepInputs(ledger, [url], options_);
      if (hub.listeners > 0) void watch.poke();
    }
  };
  return {
    ledger,
    options,
    maxBody: options.maxBody ?? 5 * 1024 * 1024,
    maxUpload: options.maxUpload ?? 64 * 1024 * 1024,
    maxImport: options.maxImport ?? 1024 * 1024 * 1024,
    hub,
    reader,
    watches: watchesOf(ledger, { allowPrivate: options.allowPrivate, closing: end.signal, reader, log }),
    log,
    jobs: jobsOf(add, () => inTurn(() => alignNow(ledger, reader)), log),
    closing: end.signal,
    fresh,
    inTurn,
    addOne: async (item) => {
      adding += 1;
      try {
        let first: Outcome | null = null;
        for await (const outcome of addItem(item)) first ??= outcome;
        if (first === null) throw badRequest("Nothing was added.", "There was nothing at the address.");
        if (first.kind === "kept") await inTurn(() => freshen(ledger, reader));
        return first;
      } finally {
        adding -= 1;
      }
    },
    scopesOf: (role) => scopesOf[role],
    close: () => {
      watch.close();
      end.abort();
      void reader.close();
    },
  };
}
