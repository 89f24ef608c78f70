import type { Diagnostic } from "../../model/index.ts";
import type { Content } from "../capture.ts";
import { frontMatter } from "./front-matter.ts";
import { headerDates } from "./header.ts";
import { markdownWords } from "./markdown.ts";

/** Plain text is the decoded content unchanged; Markdown is its words. Metadata from front matter and header. */
export function readText(text: string, markdown: boolean, diagnostics: readonly Diagnostic[]): Content {
  const front = markdown ? frontMatter(text) : null;
  const dates = front === null ? headerDates(text) : { published: null, modified: null };
  return {
    text: markdown ? markdownWords(text) : text,
    title: front?.title ?? (markdown ? headingOf(text) : null),
    outlet: front?.outlet ?? null,
    authors: front?.authors ?? [],
    published: front?.published ?? dates.published,
    modified: front?.modified ?? dates.modified,
    canonical: front?.canonical ?? null,
    language: front?.language ?? null,
    diagnostics,
  };
}

/** The first heading of a Markdown text: a line that begins with one `#`. */
function headingOf(text: string): string | null {
  return /^# +(.{1,300}?)(?: +#+)?[ \t]*$/m.exec(text.slice(0, 5_000))?.[1]?.trim() ?? null;
}
