/**
 * The words of a Markdown text, without its front matter and marks: headings, emphasis, links, quotes and list bullets
 * keep their text and their paragraphs, code fences keep their lines. Line by line and linear in the length; what is
 * not plainly a mark is left as it stands, since a lost character would be worse than a stray asterisk.
 */
export function markdownWords(source: string): string {
  return withoutFrontMatter(source).split(/\r?\n/).map(line).join("\n").trim();
}

function withoutFrontMatter(source: string): string {
  const opening = /^---[ \t]*\r?\n/.exec(source);
  if (opening === null) return source;
  const closing = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  closing.lastIndex = opening[0].length - 1;
  const end = closing.exec(source);
  return end === null ? source : source.slice(end.index + end[0].length);
}

/** A longer line is no line of prose; it is left alone, so that no pattern has to run over it. */
const longest = 20_000;

function line(raw: string): string {
  if (raw.length > longest) return raw;
  if (/^ {0,3}(?:[-*_] ?){3,}\s*$|^ {0,3}```|^ {0,3}=+\s*$/.test(raw)) return "";
  return raw
    .replace(/^ {0,3}(?:> ?)+/, "")
    .replace(/^ {0,3}#{1,6} +(.*?)(?: +#+)?[ \t]*$/, "$1")
    .replace(/^\s{0,12}(?:[-*+]|\d{1,3}[.)]) +(?=\S)/, "")
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?: "[^"]{0,300}")?\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000}?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,2000}?)\*(?![\p{L}\p{N}*])/gu, "$1");
}
