import { setTimeout as sleep } from "node:timers/promises";
import { CaptureError } from "../failure.ts";
import { fetchFailure, notFetched } from "../fetch/failures.ts";
import { type Fetched, type FetchOptions, guardedFetch } from "../fetch/guarded-fetch.ts";
import { Robots } from "./robots.ts";

export type VisitorOptions = Pick<FetchOptions, "allowPrivate" | "limits" | "signal"> & {
  /** Milliseconds between two requests to one site where it names no delay; a second when left out. */
  readonly pace?: number | undefined;
};

/** A site's own delay is honoured up to half a minute. */
const [usualPace, longestPace, mostSites] = [1_000, 30_000, 500];

/** Fetches by itself, as sites want it: what robots.txt permits, at their pace. The guarded fetch otherwise. */
export class Visitor {
  readonly #options: VisitorOptions;
  readonly #robots: Robots;
  /** When each site may be asked again. */
  readonly #free = new Map<string, number>();

  constructor(options: VisitorOptions = {}) {
    this.#options = options;
    this.#robots = new Robots({ allowPrivate: options.allowPrivate, signal: options.signal });
  }

  /** Throws `CaptureError` as `guardedFetch` does, and with the code `robots` for what robots.txt does not permit. */
  async fetch(uri: string, asked: Pick<FetchOptions, "etag" | "lastModified" | "accept"> = {}): Promise<Fetched> {
    const { allowPrivate, limits, signal } = this.#options;
    const url = URL.parse(uri);
    if (url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") {
      const site = url.origin;
      const rules = await this.#robots.of(site);
      if (!rules.allows(url.href)) throw rules.unknown ? notAsked(uri, url.host) : forbidden(uri, url.host);
      const pace = Math.min(
        longestPace,
        rules.delay === null ? (this.#options.pace ?? usualPace) : rules.delay * 1_000,
      );
      const wait = (this.#free.get(site) ?? 0) - Date.now();
      if (wait > 0) await sleep(wait, undefined, signal === undefined ? {} : { signal });
      this.#forget();
      this.#free.set(site, Date.now() + pace);
    }
    return await guardedFetch(uri, { ...asked, allowPrivate, limits, signal });
  }

  #forget(): void {
    if (this.#free.size < mostSites) return;
    const now = Date.now();
    for (const [site, free] of this.#free) if (free <= now) this.#free.delete(site);
  }
}

function forbidden(uri: string, host: string): Error {
  const why = `The robots.txt of ${host} does not let programs fetch it.`;
  return fetchFailure(uri, [
    "robots",
    notFetched,
    why,
    "Save the page from a browser and give the file, or ask the site.",
  ]);
}

function notAsked(uri: string, host: string): Error {
  const why = `The robots.txt of ${host} could not be read now, and it may forbid it.`;
  const { failure } = fetchFailure(uri, ["robots", notFetched, why, "Try again later."]);
  return new CaptureError(failure, { retryAfter: 600 });
}
