import type { Node } from "../src/alignment/node.ts";

/** Where something of a document is marked, by its file's name, in characters of its text. */
export type Place = { readonly document: string; readonly start: number; readonly end: number };

/** Whether a proposition is what is marked: half of the shorter is common. */
export function isMarked({ proposition: { evidence }, reading }: Node, { document, start, end }: Place): boolean {
  const shared = Math.min(end, evidence.end) - Math.max(start, evidence.start);
  return reading.document.uri === document && 2 * shared >= Math.min(end - start, evidence.end - evidence.start);
}
