import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { createRequire } from "node:module";
import { CaptureError } from "../failure.ts";
import { type Address, addressesOf, isPublic } from "./addresses.ts";
import { bodyOf } from "./body.ts";
import {
  badAddress,
  fetchFailure,
  networkFailure,
  notFetched,
  privateAddress,
  statusFailure,
  timedOut,
} from "./failures.ts";
import { defaultLimits, type FetchLimits } from "./limits.ts";

export type FetchOptions = {
  readonly limits?: Partial<FetchLimits> | undefined;
  /** Permit addresses of this machine and of private networks: all, or those of the hosts named. */
  readonly allowPrivate?: boolean | readonly string[] | undefined;
  /** What an earlier fetch gave; the answer may then be `notModified`. */
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  readonly accept?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type Fetched = {
  /** Where it was found in the end, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly notModified: boolean;
  /** `Content-Type`, parameters included. */
  readonly mediaType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bytes: Uint8Array;
};

const { version } = createRequire(import.meta.url)("../../../package.json") as { version: string };
/** Who is asking, truthfully. */
export const userAgent = `Selon/${version} (+https://www.npmjs.com/package/selon)`;

/**
 * The one way to the network: http and https; every address of the host is checked, and the connection goes to an
 * address that was checked and nowhere else, again after each redirect. Throws `CaptureError` for whatever goes wrong;
 * the caller's `signal` is thrown as it is.
 */
export async function guardedFetch(uri: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...defaultLimits, ...options.limits };
  const deadline = AbortSignal.timeout(limits.totalTime);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
  try {
    let url = checked(uri, uri);
    for (let redirects = 0; ; redirects += 1) {
      const pinned = await until(signal, pinnedAddress(url, uri, redirects > 0, permits(options, url.hostname)));
      const response = await ask(url, pinned, options, limits, signal);
      const location = redirectOf(response);
      if (location === null) return await answer(response, url, uri, limits);
      response.destroy();
      if (redirects >= limits.maxRedirects)
        throw fetchFailure(uri, [
          "too-many-redirects",
          notFetched,
          `It redirects more than ${limits.maxRedirects} times.`,
          "Open it in a browser and give the final address.",
        ]);
      url = checked(URL.parse(location, url.href)?.href ?? location, uri);
    }
  } catch (error) {
    if (options.signal?.aborted === true) throw options.signal.reason;
    if (error instanceof CaptureError) throw error;
    if (deadline.aborted) throw timedOut(uri, limits.totalTime);
    throw error === idle ? timedOut(uri, limits.idleTime) : networkFailure(uri, error);
  }
}

function permits({ allowPrivate }: FetchOptions, host: string): boolean {
  return typeof allowPrivate === "object" ? allowPrivate.includes(host) : allowPrivate === true;
}

const idle = new Error("idle");

function checked(address: string, uri: string): URL {
  const url = address.length > 8_000 ? null : URL.parse(address);
  if (url === null) throw badAddress(uri, "It is not an address.");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw badAddress(uri, `${url.protocol.slice(0, 30)} addresses are not fetched.`);
  if (url.username !== "" || url.password !== "")
    throw badAddress(uri, "It holds a user name or password, which would be kept with the document.");
  return url;
}

/** One of the host's addresses, all of which must be public: a name that also leads inside is not to be trusted. */
async function pinnedAddress(url: URL, uri: string, redirected: boolean, allowPrivate: boolean): Promise<Address> {
  const addresses = await addressesOf(url.hostname);
  const inside = addresses.find(({ address }) => !isPublic(address));
  if (!allowPrivate && inside !== undefined)
    throw privateAddress(
      uri,
      url.hostname === inside.address ? inside.address : `${url.hostname} (${inside.address})`,
      redirected,
    );
  const first = addresses[0];
  if (first === undefined) throw networkFailure(uri, Object.assign(new Error("no address"), { code: "ENODATA" }));
  return first;
}

function ask(
  url: URL,
  pinned: Address,
  options: FetchOptions,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers: Record<string, string> = {
    "user-agent": userAgent,
    accept: options.accept ?? "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "accept-encoding": "gzip, deflate, br",
    connection: "close",
  };
  if (options.etag) headers["if-none-match"] = options.etag;
  if (options.lastModified) headers["if-modified-since"] = options.lastModified;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
      headers,
      signal,
      agent: false,
      maxHeaderSize: 65_536,
      lookup: (_host, { all }, done) =>
        all === true ? done(null, [pinned]) : done(null, pinned.address, pinned.family),
    });
    request.setTimeout(limits.idleTime, () => request.destroy(idle));
    request.once("response", resolve).on("error", reject).end();
  });
}

function redirectOf(response: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(response.statusCode ?? 0) ? (response.headers.location ?? null) : null;
}

async function answer(response: IncomingMessage, url: URL, uri: string, limits: FetchLimits): Promise<Fetched> {
  const status = response.statusCode ?? 0;
  const notModified = status === 304;
  if (!notModified && (status < 200 || status > 299)) {
    response.destroy();
    throw statusFailure(uri, status, secondsOf(response.headers["retry-after"]));
  }
  const header = (name: "content-type" | "etag" | "last-modified"): string | null => response.headers[name] ?? null;
  const about = {
    url: url.href,
    status,
    notModified,
    mediaType: header("content-type"),
    etag: header("etag"),
    lastModified: header("last-modified"),
  };
  return { ...about, bytes: notModified ? new Uint8Array() : await bodyOf(response, uri, limits) };
}

/** `Retry-After` in seconds: a number of them, or a date. */
function secondsOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  const seconds = /^\d{1,8}$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1_000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}

/** A promise, or the signal's reason when that comes first. */
async function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
