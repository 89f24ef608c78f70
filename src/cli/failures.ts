import { type Failure, failureLine } from "../capture/failure.ts";
import type { SelonError } from "../model/error.ts";
import type { Context } from "./context.ts";
import { plain } from "./output/style.ts";

/** One line on standard error for a document that could not be read; the others go on, and the program ends with 1. */
export function reportFailure(context: Context, failure: Failure): void {
  const { what, why, todo } = failure;
  const [said, reason, advice] = [what, why, todo].map((part) => (part === "" ? "" : context.messages.failure(part)));
  const line = failureLine({ ...failure, what: said ?? what, why: reason ?? why, todo: advice ?? todo });
  context.err.write(`selon: ${plain(line)}\n`);
  context.exitCode = Math.max(context.exitCode, 1);
}

/** What a coded error says, in the user's language where it has words for it. */
export function errorLine(error: SelonError, { messages }: Pick<Context, "messages">): string {
  const { what, why, todo } = messages.errors[error.code]?.(error.details) ?? error;
  return plain([what, why, todo].filter((part) => part !== "").join(" "));
}
