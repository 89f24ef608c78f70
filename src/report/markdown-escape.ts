import type { Words } from "./words/words.ts";

/** Text on one line in which nothing is read as Markdown or HTML. */
export function line(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

export const quote = (text: string, words: Words): string => `${words.quote[0]}${line(text)}${words.quote[1]}`;
