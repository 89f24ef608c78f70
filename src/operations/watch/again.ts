import type { CaptureError, FailureCode } from "../../capture/index.ts";

const day = 24 * 3_600_000;
const lasting: ReadonlySet<FailureCode> = new Set([
  "bad-address",
  "private-address",
  "binary",
  "empty",
  "too-large",
  "too-many-redirects",
  "decompression",
]);

/** Whether asking again soon would give the same answer. */
export function isLasting({ failure, status, retryAfter }: CaptureError): boolean {
  if (failure.code === "robots") return retryAfter === null;
  if (status !== null) return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  return lasting.has(failure.code);
}

/**
 * When to ask again, in milliseconds of the clock: after the usual time, give or take a tenth, so that many addresses do not
 * meet; after each failure twice as long, at most a day; and never before the server wants to be asked.
 */
export function nextTry(
  every: number,
  failures: number,
  retryAfter: number | null = null,
  random = Math.random,
): number {
  const usual = Math.min(every * 2 ** Math.min(failures, 30), Math.max(day, every));
  const wanted = Math.min((retryAfter ?? 0) * 1_000, 7 * day);
  return Date.now() + Math.max(wanted, usual * (0.9 + 0.2 * random()));
}
