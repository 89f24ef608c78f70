import type { Failure } from "../capture/index.ts";

/** What was sent is no text, or has none. */
export function refused(code: "binary" | "empty", uri: string, why: string): Failure {
  return { code, uri, what: `${uri} was not taken.`, why, todo: "Send an article as text, HTML or Markdown." };
}
