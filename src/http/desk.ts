import type { Ledger } from "../ledger/index.ts";
import { type Role, type Scope, scopesOf } from "../model/access.ts";
import { keepBytes } from "../operations/add-bytes.ts";
import { type AddEvent, alignNow, keepInputs } from "../operations/index.ts";
import { freshen } from "../operations/ledger.ts";
import type { Limits } from "./access/limits.ts";
import { type Item, type Jobs, jobsOf } from "./adding/jobs.ts";
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
  /** Tells who listens what changes. */
  readonly hub: Hub;
  readonly jobs: Jobs;
  /** Called when the server closes: whoever listens is let go. */
  readonly closing: AbortSignal;
  /** Aligns what other processes added meanwhile. */
  fresh(): Promise<void>;
  /** Does one piece of writing at a time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Adds one item and aligns it with the others. */
  addOne(item: Item): Promise<Exclude<AddEvent, { kind: "aligned" }>>;
  scopesOf(role: Role): readonly Scope[];
  close(): void;
};

export function deskOf(ledger: Ledger, options: DeskOptions = {}, log: Log = () => {}): Desk {
  let last: Promise<unknown> = Promise.resolve();
  const hub = hubOf();
  const watch = watchOf(ledger, hub);
  const end = new AbortController();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    // Whoever waits for this turn waits for its end only, not for its success.
    last = mine.catch(() => undefined);
    const done = await mine;
    if (hub.listeners > 0) void watch.poke();
    return done;
  };
  type Outcome = Exclude<AddEvent, { kind: "aligned" }>;
  const add = async function* (item: Item): AsyncGenerator<Outcome> {
    if (item.kind === "bytes") yield await inTurn(() => keepBytes(ledger, item.bytes, item.origin));
    else {
      const { url, kind: _, ...about } = item;
      const options_ = { ...about, allowPrivate: options.allowPrivate, signal: end.signal };
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
    hub,
    jobs: jobsOf(add, () => inTurn(() => alignNow(ledger)), log),
    closing: end.signal,
    fresh: () => inTurn(() => freshen(ledger)),
    inTurn,
    addOne: async (item) => {
      let first: Outcome | null = null;
      for await (const outcome of add(item)) first ??= outcome;
      if (first === null) throw badRequest("Nothing was added.", "There was nothing at the address.");
      if (first.kind === "kept") await inTurn(() => freshen(ledger));
      return first;
    },
    scopesOf: (role) => scopesOf[role],
    close: () => {
      watch.close();
      end.abort();
    },
  };
}
