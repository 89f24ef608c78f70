/** Why something given could not be captured, as a code that programs can rely on. */
export type FailureCode =
  | "not-found"
  | "no-permission"
  | "nothing-here"
  | "no-match"
  | "not-a-file"
  | "unreadable"
  | "too-large"
  | "empty"
  | "binary"
  | "bad-address"
  | "private-address"
  | "unresolved"
  | "unreachable"
  | "http-status"
  | "too-many-redirects"
  | "timed-out"
  | "decompression"
  | "bad-archive"
  | "bad-feed"
  | "robots";

/** A document that could not be captured: what happened, why, and what to do about it. */
export type Failure = {
  readonly code: FailureCode;
  /** The path or URL it is about, as given. */
  readonly uri: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
};

/** One line, fit for standard error. */
export function failureLine(failure: Failure): string {
  return [failure.what, failure.why, failure.todo].filter((part) => part !== "").join(" ");
}

/** Thrown inside capture, where a failure ends the work on one input; never leaves `captureInputs`. */
export class CaptureError extends Error {
  override readonly name = "CaptureError";
  readonly failure: Failure;
  /** What the server answered with, where it did and that is why; and the seconds it wants us to wait (`Retry-After`). */
  readonly status: number | null;
  readonly retryAfter: number | null;
  constructor(failure: Failure, answer: { readonly status?: number; readonly retryAfter?: number | null } = {}) {
    super(failureLine(failure));
    this.failure = failure;
    this.status = answer.status ?? null;
    this.retryAfter = answer.retryAfter ?? null;
  }
}
