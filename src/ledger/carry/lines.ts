import { badExport } from "./error.ts";

/** Longest line, in bytes: a text of some 100 MB with its base64. JavaScript has no longer strings than twice that. */
const longest = 400 * 1024 * 1024;

/** Lines of UTF-8, one at a time, with their numbers. Throws `bad-export` for what is no UTF-8 and for endless lines. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ text: string; number: number }> {
  let held: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  const take = (): string => {
    const bytes = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    [held, size] = [[], 0];
    try {
      return decoder.decode(bytes);
    } catch {
      throw badExport(number, "It is no UTF-8");
    }
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      held.push(chunk.subarray(from, at));
      yield { text: take(), number };
      number += 1;
      from = at + 1;
    }
    if (from < chunk.length) {
      held.push(chunk.subarray(from));
      size += chunk.length - from;
    }
    if (size > longest) throw badExport(number, "A line is longer than any document");
  }
  if (held.length > 0) yield { text: take(), number };
}
