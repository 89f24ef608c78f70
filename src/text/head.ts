const longest = 160;
const most = 4;

/**
 * Where the body of a text begins: behind the lines that stand above it, such as paper and day, headline, byline. Such a
 * line is short and does not end as a sentence does; a text of nothing else has no head.
 */
export function bodyOffset(text: string): number {
  let at = 0;
  for (let line = 0, seen = 0; line < most && seen < 40; seen++) {
    const end = text.indexOf("\n", at);
    if (end < 0 || end - at > longest) break;
    const words = text.slice(at, end).trim();
    if (/[.!?…]["»”’)\]]*$/u.test(words)) break;
    if (words !== "") line += 1;
    at = end + 1;
  }
  return text.slice(at, at + longest).trim() === "" ? 0 : at;
}
