import type { Failure } from "../capture/index.ts";
import { SelonError } from "../model/error.ts";
import { advice } from "./advice.ts";
import { errorIn, type WordsLanguage, whyOf } from "./language.ts";

/** What a schema has against a value that was sent. */
export type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The one shape of every error: what happened, why, and what to do. */
export type ErrorBody = {
  readonly error: { readonly code: string; readonly what: string; readonly why: string; readonly todo: string };
};

/** An answer that is an error, with its status. */
export class HttpError extends SelonError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether its code and details say all of it, as those of a coded error of the ledger or of an operation do. */
  readonly coded: boolean;
  readonly issues: readonly Issue[];
  constructor(
    status: number,
    [code, what, why, todo]: readonly [string, string, string, string],
    headers: Readonly<Record<string, string>> = {},
    from: { readonly details?: SelonError["details"]; readonly issues?: readonly Issue[] } = {},
  ) {
    super({ code, what, why, todo, details: from.details ?? {} });
    this.status = status;
    this.headers = headers;
    this.coded = from.details !== undefined;
    this.issues = from.issues ?? [];
  }
}

/** The one shape of every error in JSON, in the language of whoever asks. */
export function errorBody(error: HttpError, language: WordsLanguage = "en"): ErrorBody {
  const { code, what, why, todo } = errorIn(language, error);
  return { error: { code, what, why, todo } };
}

const statuses: Readonly<Record<string, number>> = {
  "no-such-story": 404,
  "which-story": 400,
  "ledger-locked": 503,
  "ledger-read-only": 403,
  "ledger-disk-full": 507,
  "bad-address": 400,
  "private-address": 403,
  "too-large": 413,
  "ledger-not-empty": 409,
  "not-sqlite": 409,
  "no-queue": 409,
  binary: 415,
  empty: 422,
  unreadable: 422,
  "timed-out": 504,
  "bad-query": 400,
  "bad-cursor": 400,
  "wrong-password": 401,
  "weak-password": 400,
  "bad-user-name": 400,
  "user-exists": 409,
  "no-such-user": 404,
  "last-admin": 409,
  "no-such-token": 404,
  "scope-beyond-role": 400,
  "slow-down": 429,
  busy: 503,
  conflict: 409,
  "bad-decision": 400,
  "no-such-thing": 404,
  "which-thing": 400,
  "already-undone": 409,
  "nothing-to-undo": 404,
};

/** The answer for whatever was thrown. A coded error is about what was asked, unless it is about the ledger. What is a mistake of ours says nothing of our inside. */
export function answerTo(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof SelonError) {
    const { code, what, why, details } = error;
    const todo = advice[code]?.en ?? error.todo;
    const headers = details.seconds === undefined ? {} : { "retry-after": String(details.seconds) };
    const status = statuses[code] ?? (code.startsWith("ledger-") ? 500 : 400);
    return new HttpError(status, [code, what, why, todo], headers, { details });
  }
  return new HttpError(500, [
    "internal",
    "The request could not be answered.",
    "Something went wrong inside Selon; the server's log tells what.",
    "Try again, and report it if it happens again.",
  ]);
}

/** A document that could not be captured. What another server did is 502. */
export function answerToFailure({ code, what, why, todo }: Failure): HttpError {
  return new HttpError(statuses[code] ?? 502, [code, what, why, todo]);
}

/** 404: what was asked for is not there. */
export function notFound(what: string, todo: string): HttpError {
  return new HttpError(404, ["not-found", what, "Nothing here has that name.", todo]);
}

/** 400: what was sent cannot be understood. */
export function badRequest(what: string, why: string): HttpError {
  return new HttpError(400, ["bad-request", what, why, "See /api/docs for what may be asked."]);
}

/** 400: what was sent is not as the schema wants it. */
export function notAsWanted(what: string, issues: readonly Issue[]): HttpError {
  const { code, todo } = badRequest("", "");
  return new HttpError(400, [code, what, whyOf(issues), todo], {}, { issues });
}
