import stringWidth from "string-width";

export { stringWidth };

/** Lines of at most `width` columns, broken between words where it can be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/ +/)) {
    const size = stringWidth(word);
    if (used > 0 && used + 1 + size > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    if (size > width) {
      for (const piece of chop(word, width)) {
        if (used > 0) lines.push(line);
        line = piece;
        used = stringWidth(piece);
      }
      continue;
    }
    line = used === 0 ? word : `${line} ${word}`;
    used = used === 0 ? size : used + 1 + size;
  }
  if (used > 0 || lines.length === 0) lines.push(line);
  return lines;
}

/** As `wrap`, with what stands before the first line and before the others. */
export function indent(text: string, width: number, first: string, rest: string): string {
  const room = Math.max(12, width - Math.max(stringWidth(first), stringWidth(rest)));
  return wrap(text, room)
    .map((line, n) => (n === 0 ? first : rest) + line)
    .join("\n");
}

/** One line of at most `width` columns, with an ellipsis where something was cut. */
export function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const [head = ""] = chop(text, Math.max(1, width - 1));
  return `${head.trimEnd()}…`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function chop(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    const size = stringWidth(segment);
    if (used + size > width && piece !== "") {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += segment;
    used += size;
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}
