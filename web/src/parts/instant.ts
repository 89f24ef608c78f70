import type { Words } from "../../../src/report/words/words.ts";

/** When somebody did something, in the reader's own time zone. */
export function formatInstant(words: Words, at: string, dateStyle: "medium" | "long" = "medium"): string {
  return new Date(at).toLocaleString(words.locale, { dateStyle, timeStyle: "short" });
}
