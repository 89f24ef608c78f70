import { createHash } from "node:crypto";
import { CaptureError, captureBytes, type Fetched, type Visitor } from "../../capture/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { keepWatched, type Watched, watchedAt } from "../../ledger/watched.ts";
import { keepCapture } from "../add-bytes.ts";
import type { Reader } from "../reader/reader.ts";
import { isLasting, nextTry } from "./again.ts";
import type { WatchEvent } from "./events.ts";
import { type Entry, type Found, placeOf } from "./place.ts";

/** One visit to an address that is watched. */
export type Visit = {
  readonly ledger: Ledger;
  readonly visitor: Pick<Visitor, "fetch">;
  readonly language?: string | undefined;
  readonly reader?: Reader | undefined;
  /** Milliseconds between two visits. */
  readonly every: number;
  /** How many pages may still be fetched in this visit. */
  left: number;
};

const accept =
  "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5";
/** A page that its server can't give is tried so often. */
const mostTries = 5;
const deepest = 3;

/**
 * Fetches an address where it changed, and what is new in it. What it gave is noted when all of it is kept: whoever is
 * stopped in the middle begins there again. Throws `CaptureError` where the address itself can't be had.
 */
export async function* visitAddress(visit: Visit, address: string, depth = 0): AsyncGenerator<WatchEvent> {
  const { ledger, visitor } = visit;
  const known = (await watchedAt(ledger, [address])).get(address) ?? null;
  const fetched = await visitor.fetch(address, { ...conditions(known), accept });
  if (fetched.notModified && known !== null) {
    await keepWatched(ledger, { ...known, ...now(), failures: 0 });
    const as = known.kind === "item" ? "page" : known.kind;
    return yield { kind: "checked", uri: address, as, changed: false, entries: 0, fresh: 0 };
  }
  const found = placeOf(fetched);
  if (found.as === "page") return yield* keepPage(visit, { address, known, fetched, kind: "page" });
  const whole = yield* visitEntries(visit, address, found, depth);
  // Where something is left, the next visit has to be given all of it again; an index stays the same when its sitemaps change.
  const [etag, lastModified] = whole && !found.nested ? [fetched.etag, fetched.lastModified] : [null, null];
  const state = { address, kind: found.as, etag, lastModified, stamp: null, content: null, failures: 0 };
  await keepWatched(ledger, { ...state, ...now() });
}

const conditions = (known: Watched | null) => ({ etag: known?.etag, lastModified: known?.lastModified });

function now(): { checked: string; due: string } {
  const instant = new Date().toISOString();
  return { checked: instant, due: instant };
}

/** Whether nothing is left for the next visit. */
async function* visitEntries(
  visit: Visit,
  address: string,
  found: Exclude<Found, { as: "page" }>,
  depth: number,
): AsyncGenerator<WatchEvent, boolean> {
  const { as, nested, entries } = found;
  const states = await watchedAt(
    visit.ledger,
    entries.map(({ url }) => url),
  );
  const instant = new Date().toISOString();
  const fresh = entries.filter((entry) => nested || isFresh(entry, states.get(entry.url), instant));
  let whole = [...states.values()].every(({ failures }) => failures === 0 || failures >= mostTries);
  yield { kind: "checked", uri: address, as, changed: true, entries: entries.length, fresh: fresh.length };
  for (const entry of fresh) {
    if (visit.left <= 0) return false;
    try {
      if (!nested) {
        visit.left -= 1;
        yield* visitItem(visit, entry, states.get(entry.url) ?? null);
      } else if (depth < deepest && entry.url !== address) {
        yield* visitAddress(visit, entry.url, depth + 1);
        // It was given up half way when its pages were too many.
        if (visit.left <= 0) whole = false;
      }
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      const next = nested
        ? new Date(nextTry(visit.every, 0)).toISOString()
        : await noteFailure(visit, entry, states.get(entry.url), error);
      if (next !== null) whole = false;
      yield { kind: "failed", failure: error.failure, next };
    }
  }
  return whole;
}

function isFresh({ modified }: Entry, state: Watched | undefined, instant: string): boolean {
  if (state === undefined) return true;
  if (modified !== null && modified !== state.stamp) return true;
  return state.failures > 0 && state.failures < mostTries && state.due <= instant;
}

async function* visitItem(visit: Visit, entry: Entry, known: Watched | null): AsyncGenerator<WatchEvent> {
  const { url: address, published, modified: stamp } = entry;
  const fetched = await visit.visitor.fetch(address, { ...conditions(known), accept });
  if (fetched.notModified && known !== null)
    return await keepWatched(visit.ledger, { ...known, ...now(), stamp, failures: 0 });
  yield* keepPage(visit, { address, known, fetched, kind: "item", stamp, published });
}

type Page = {
  readonly address: string;
  readonly known: Watched | null;
  readonly fetched: Fetched;
  readonly kind: "page" | "item";
  readonly stamp?: string | null;
  /** What the feed says, for a page that has no date of its own. */
  readonly published?: string | null;
};

async function* keepPage({ ledger, language, reader }: Visit, page: Page): AsyncGenerator<WatchEvent> {
  const { address, known, fetched, kind, stamp = null, published = null } = page;
  const { bytes, mediaType, url, etag, lastModified } = fetched;
  const origin = { uri: address, mediaType, location: url, language };
  const first = captureBytes(bytes, origin);
  const dated = first.document.published === null && published !== null;
  const capture = dated ? captureBytes(bytes, { ...origin, published, captured: first.captured }) : first;
  const { title, text } = capture.document;
  const content = createHash("sha256")
    .update(JSON.stringify([title, text]))
    .digest("base64url");
  const state = { address, kind, etag, lastModified, stamp, content, failures: 0 };
  if (known !== null && known.content === content) yield { kind: "unchanged", uri: address };
  else {
    const told = await keepCapture(ledger, capture, reader);
    if (told.kind === "failed") throw new CaptureError(told.failure);
    const revision = known !== null && known.content !== null;
    yield told.kind === "kept" ? { ...told, revision } : told;
  }
  await keepWatched(ledger, { ...state, ...now() });
}

/** Notes that a page could not be had; when it is tried again, null where it is not. */
async function noteFailure(
  { ledger, every }: Visit,
  { url: address, modified: stamp }: Entry,
  known: Watched | undefined,
  error: CaptureError,
): Promise<string | null> {
  const before = known?.stamp === stamp ? (known.failures ?? 0) : 0;
  const failures = isLasting(error) ? mostTries : before + 1;
  const { checked } = now();
  const due = new Date(nextTry(every, failures, error.retryAfter)).toISOString();
  const rest = known ?? { etag: null, lastModified: null, content: null };
  await keepWatched(ledger, { ...rest, address, kind: "item", stamp, checked, due, failures });
  return failures >= mostTries ? null : due;
}
