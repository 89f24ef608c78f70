import type { Node } from "../src/alignment/node.ts";

/** Where something of a document is marked, by its file's name, in characters of its text. */
export type Place = { readonly document: string; readonly start: number; readonly end: number };

/** Whether two places are one: half of the shorter is common, as the scorers have it. */
export const isSame = (a: Place, b: Place): boolean =>
  a.document === b.document &&
  2 * (Math.min(a.end, b.end) - Math.max(a.start, b.start)) >= Math.min(a.end - a.start, b.end - b.start);

/** Whether a proposition is what is marked. */
export const isMarked = ({ proposition: { evidence }, reading }: Node, place: Place): boolean =>
  isSame({ ...evidence, document: reading.document.uri }, place);
