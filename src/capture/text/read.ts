import type { Diagnostic } from "../../model/index.ts";
import type { Content } from "../capture.ts";
import { frontMatter } from "./front-matter.ts";
import { imprintOf } from "./imprint.ts";
import { markdownWords } from "./markdown.ts";

/** Plain text is the decoded content unchanged; Markdown is its words. Metadata from front matter, or from what stands above the text. */
export function readText(text: string, markdown: boolean, diagnostics: readonly Diagnostic[]): Content {
  const front = markdown ? frontMatter(text) : null;
  const words = markdown ? markdownWords(text) : text;
  const head = front === null ? imprintOf(words) : null;
  return {
    text: words,
    title: front?.title ?? (markdown ? headingOf(text) : null) ?? head?.title ?? null,
    outlet: front?.outlet ?? head?.outlet ?? null,
    authors: front?.authors ?? head?.authors ?? [],
    published: front?.published ?? head?.published ?? null,
    modified: front?.modified ?? head?.modified ?? null,
    canonical: front?.canonical ?? null,
    language: front?.language ?? null,
    diagnostics,
  };
}

/** The first heading of a Markdown text: a line that begins with one `#`. */
function headingOf(text: string): string | null {
  return /^# +(.{1,300}?)(?: +#+)?[ \t]*$/m.exec(text.slice(0, 5_000))?.[1]?.trim() ?? null;
}
