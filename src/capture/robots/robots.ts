import { createRequire } from "node:module";
import { decode } from "../encoding/decode.ts";
import { CaptureError } from "../failure.ts";
import { type FetchOptions, guardedFetch } from "../fetch/guarded-fetch.ts";

/** What a site lets a program do (RFC 9309). */
export type Rules = {
  readonly allows: (url: string) => boolean;
  /** Seconds that the site wants between two requests, or null. */
  readonly delay: number | null;
  /** Whether the site could not be asked just now. */
  readonly unknown: boolean;
};

/** Milliseconds. */
const [goodFor, badFor, mostSites] = [24 * 3_600_000, 10 * 60_000, 500];
const limits = { maxBytes: 1_048_576, totalTime: 20_000 };
/** The name by which robots.txt calls us. */
const name = "Selon";

/**
 * The rules of sites, fetched once a day: what is not there permits everything, what the server can't give now permits
 * nothing for ten minutes. Holds those of at most 500 sites.
 */
export class Robots {
  readonly #options: Pick<FetchOptions, "allowPrivate" | "signal">;
  readonly #sites = new Map<string, { readonly rules: Rules; readonly until: number }>();

  constructor(options: Pick<FetchOptions, "allowPrivate" | "signal"> = {}) {
    this.#options = options;
  }

  async of(site: string): Promise<Rules> {
    const known = this.#sites.get(site);
    if (known !== undefined && known.until > Date.now()) return known.rules;
    const found = await this.#fetched(`${site}/robots.txt`);
    this.#sites.delete(site);
    this.#sites.set(site, { rules: found.rules, until: Date.now() + found.good });
    for (const first of this.#sites.keys()) {
      if (this.#sites.size <= mostSites) break;
      this.#sites.delete(first);
    }
    return found.rules;
  }

  async #fetched(address: string): Promise<{ rules: Rules; good: number }> {
    try {
      const { bytes } = await guardedFetch(address, { ...this.#options, limits, accept: "text/plain, */*;q=0.5" });
      return { rules: rulesOf(address, decode(bytes, null).text), good: goodFor };
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      const { status } = error;
      if (status !== null && status >= 400 && status < 500 && status !== 429) return { rules: open, good: goodFor };
      return { rules: closed, good: badFor };
    }
  }
}

const open: Rules = { allows: () => true, delay: null, unknown: false };
const closed: Rules = { allows: () => false, delay: null, unknown: true };

/** The rules that a robots.txt gives us; never throws for what it says. */
export function rulesOf(address: string, text: string): Rules {
  // A CommonJS module whose types speak of a default export.
  const parse = createRequire(import.meta.url)("robots-parser") as (url: string, text: string) => Parsed;
  const robots = parse(address, text);
  const delay = robots.getCrawlDelay(name);
  return {
    allows: (url) => robots.isAllowed(url, name) !== false,
    delay: delay !== undefined && delay > 0 ? delay : null,
    unknown: false,
  };
}

type Parsed = {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
};
