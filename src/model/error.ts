/**
 * Misuse, or a world that does not let us work: what happened, why, and what to do about it. Text never throws this;
 * it gives diagnostics. `details` are the values the sentences speak of, so that a surface can say them in its own language.
 */
export class SelonError extends Error {
  override readonly name = "SelonError";
  /** Stable, kebab-case; programs rely on it. */
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(parts: {
    code: string;
    what: string;
    why: string;
    todo: string;
    details?: Readonly<Record<string, string | number>>;
    cause?: unknown;
  }) {
    super([parts.what, parts.why, parts.todo].filter((part) => part !== "").join(" "), { cause: parts.cause });
    this.code = parts.code;
    this.what = parts.what;
    this.why = parts.why;
    this.todo = parts.todo;
    this.details = parts.details ?? {};
  }
}
