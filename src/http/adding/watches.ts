import { randomBytes } from "node:crypto";
import type { Ledger } from "../../ledger/index.ts";
import type { Reader } from "../../operations/reader/reader.ts";
import { type WatchEvent, watch } from "../../operations/watch/watch.ts";
import { HttpError, notFound } from "../error.ts";
import { type Hub, hubOf } from "../events/hub.ts";

/** A feed, sitemap or page that this server visits. */
export type Watching = {
  readonly id: string;
  readonly address: string;
  /** Seconds between two visits. */
  readonly every: number;
  readonly by: string;
  readonly begun: string;
  readonly kept: number;
  readonly failed: number;
  /** When something was last told of it; ISO 8601. */
  readonly last: string | null;
};

export type Watches = {
  list(): readonly Watching[];
  /** Throws `conflict` for an address that is watched already, and `busy` beyond what one server watches. */
  begin(wanted: Pick<Watching, "address" | "every" | "by"> & { readonly language?: string | undefined }): Watching;
  /** Throws `not-found`. */
  find(id: string): { readonly hub: Hub; readonly watching: Watching };
  /** Throws `not-found`. */
  stop(id: string): void;
};

/** So many at once. */
const most = 50;

/** Watches addresses as long as the server runs; what was found is in the ledger, so that another goes on from there. */
export function watchesOf(
  ledger: Ledger,
  options: {
    readonly allowPrivate?: boolean | readonly string[] | undefined;
    readonly closing: AbortSignal;
    readonly reader: Reader;
    readonly log: (error: unknown) => void;
  },
): Watches {
  type Kept = { watching: Watching; readonly hub: Hub; readonly end: AbortController };
  const kept = new Map<string, Kept>();
  const run = async (one: Kept, language: string | undefined): Promise<void> => {
    const { address, every, id } = one.watching;
    const signal = AbortSignal.any([one.end.signal, options.closing]);
    const { allowPrivate, reader } = options;
    const how = { every: every * 1_000, language, allowPrivate, signal, reader };
    try {
      for await (const event of watch(ledger, [address], how)) {
        one.watching = counted(one.watching, event);
        one.hub.publish(event.kind, event);
      }
    } catch (error) {
      options.log(error);
    } finally {
      kept.delete(id);
      one.hub.publish("done", {});
    }
  };
  const find = (id: string): Kept => {
    const one = kept.get(id);
    if (one === undefined) throw notFound("Nothing is watched under this id.", "List what is watched at /api/watches.");
    return one;
  };
  return {
    list: () => [...kept.values()].map(({ watching }) => watching),
    begin({ address, every, by, language }) {
      for (const { watching } of kept.values()) if (watching.address === address) throw watchedAlready(address);
      if (kept.size >= most) throw tooMany();
      const id = randomBytes(9).toString("base64url");
      const begun = new Date().toISOString();
      const watching = { id, address, every, by, begun, kept: 0, failed: 0, last: null };
      const one = { watching, hub: hubOf(), end: new AbortController() };
      kept.set(id, one);
      void run(one, language);
      return watching;
    },
    find,
    stop: (id) => {
      find(id).end.abort();
      kept.delete(id);
    },
  };
}

function counted(one: Watching, { kind }: WatchEvent): Watching {
  const last = new Date().toISOString();
  return { ...one, last, kept: one.kept + (kind === "kept" ? 1 : 0), failed: one.failed + (kind === "failed" ? 1 : 0) };
}

function watchedAlready(address: string): HttpError {
  const todo = "Stop it first to watch it in another way.";
  return new HttpError(409, ["conflict", "Nothing was begun.", `${address} is watched already.`, todo]);
}

function tooMany(): HttpError {
  const why = `${most} addresses are watched already.`;
  return new HttpError(503, ["busy", "Nothing was begun.", why, "Stop one, or use selon watch."], {
    "retry-after": "60",
  });
}
