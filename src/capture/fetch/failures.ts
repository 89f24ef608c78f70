import { CaptureError, type FailureCode } from "../failure.ts";

type Words = readonly [code: FailureCode, what: string, why: string, todo: string];

/** A failure of fetching an address, ready to throw. */
export function fetchFailure(uri: string, [code, what, why, todo]: Words): CaptureError {
  return new CaptureError({ code, uri, what: `${uri.slice(0, 300)} ${what}`, why, todo });
}

export const notFetched = "was not fetched.";

export function badAddress(uri: string, why: string): CaptureError {
  return fetchFailure(uri, [
    "bad-address",
    notFetched,
    why,
    "Give an http or https address without user name and password.",
  ]);
}

export function privateAddress(uri: string, host: string, redirected: boolean): CaptureError {
  const why = `${redirected ? "It redirects to" : "It leads to"} ${host}, which is an address of this machine or of a private network.`;
  return fetchFailure(uri, [
    "private-address",
    notFetched,
    why,
    "If that is meant, allow private addresses (--allow-private).",
  ]);
}

export function statusFailure(uri: string, status: number, retryAfter: number | null): CaptureError {
  const todo =
    status === 404 || status === 410
      ? "Check the address; the page may have been moved or withdrawn."
      : status === 401 || status === 403
        ? "Save the page from a browser that may see it, and give the file."
        : "Try again later.";
  const why = `The server answered with status ${status}.`;
  const { failure } = fetchFailure(uri, ["http-status", notFetched, why, todo]);
  return new CaptureError(failure, { status, retryAfter });
}

export function timedOut(uri: string, milliseconds: number): CaptureError {
  return fetchFailure(uri, [
    "timed-out",
    notFetched,
    `Nothing, or not everything, came within ${milliseconds / 1_000} s.`,
    "Try again later, or allow more time (--timeout).",
  ]);
}

/** What the network reports, in words. */
export function networkFailure(uri: string, error: unknown): CaptureError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA")
    return fetchFailure(uri, [
      "unresolved",
      notFetched,
      "The name of its server could not be resolved.",
      "Check the address and the network.",
    ]);
  return fetchFailure(uri, [
    "unreachable",
    notFetched,
    `The connection failed (${code === "" ? String(error).slice(0, 200) : code}).`,
    "Check the network and try again later.",
  ]);
}
