import type { DocumentId, Reading } from "../model/index.ts";
import { retellings } from "./retold.ts";

/** How much of one document's text stands in another. */
export type Reuse = {
  readonly a: DocumentId;
  readonly b: DocumentId;
  /** Share of the shorter text's shingles that the longer one has, or of its facts told in the same order, 0..1. */
  readonly share: number;
  /** Word for word (`literal`, `near-identical`, `partial`), or the same facts in the same order in other words. */
  readonly kind: "literal" | "near-identical" | "partial" | "rewritten" | "translated" | "partly-retold";
};

/** Kinds of reuse that leave a text no word of its own, so that both are one. */
const wholly: ReadonlySet<Reuse["kind"]> = new Set(["literal", "near-identical", "rewritten", "translated"]);

const width = 5;
const bands = 24;
const rowsPerBand = 2;

/** FNV-1a over a string, 32 bits. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

const plain = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Hashes of every run of five words. */
export function shingles(text: string): Set<number> {
  const words = plain(text);
  const found = new Set<number>();
  for (let at = 0; at + width <= words.length; at++) found.add(hash(words.slice(at, at + width).join(" "), 0));
  return found;
}

/** Bands of a minhash signature: documents that share one are worth comparing. */
export function bandsOf(own: ReadonlySet<number>): string[] {
  const size = bands * rowsPerBand;
  const least = new Array<number>(size).fill(0xffffffff);
  for (const shingle of own) {
    for (let row = 0; row < size; row++) {
      const mixed = Math.imul(shingle ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b);
      const value = (mixed ^ (mixed >>> 15)) >>> 0;
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  return Array.from(
    { length: bands },
    (_, band) => `${band}:${least.slice(band * rowsPerBand, (band + 1) * rowsPerBand).join(",")}`,
  );
}

/**
 * Text that documents share, found through bands of minhash in time linear in their number: each document is compared
 * with the first few of each band it falls into.
 */
export function reuseOf(readings: readonly Reading[]): Reuse[] {
  const ordered = [...readings].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const sets = ordered.map(({ document }) => shingles(document.text));
  const buckets = new Map<string, number[]>();
  const found: Reuse[] = [];
  ordered.forEach((reading, index) => {
    const own = sets[index] ?? new Set<number>();
    if (own.size === 0) return;
    const others = new Set<number>();
    const keys = [...bandsOf(own), ...passages(own)];
    for (const band of keys) for (const other of (buckets.get(band) ?? []).slice(0, 6)) others.add(other);
    for (const other of others) {
      const reuse = compare(ordered[other] as Reading, reading, sets[other] ?? new Set(), own);
      if (reuse !== null) found.push(reuse);
    }
    for (const band of keys) {
      const bucket = buckets.get(band);
      if (bucket === undefined) buckets.set(band, [index]);
      else if (bucket.length < 12) bucket.push(index);
    }
  });
  const known = new Set(found.flatMap(({ a, b, kind }) => (kind === "partial" ? [] : [`${a} ${b}`, `${b} ${a}`])));
  return [...found, ...retellings(ordered, known, textFamilies(found))];
}

/** A sample of shingles chosen by their value alone, so that a shared passage is found though the rest differs. */
const passages = (own: ReadonlySet<number>): string[] =>
  [...own].filter((shingle) => shingle % 16 === 0).map((shingle) => `p${shingle}`);

function compare(a: Reading, b: Reading, x: ReadonlySet<number>, y: ReadonlySet<number>): Reuse | null {
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  const share = shared / small.size;
  if (share < 0.15 || shared < 12) return null;
  const size = small.size / large.size;
  const kind = share >= 0.95 && size >= 0.9 ? "literal" : share >= 0.7 ? "near-identical" : "partial";
  return { a: a.document.id, b: b.document.id, share, kind };
}

/** Documents of one text, to the first of them: those that share nearly all their words in sequence. */
export function textFamilies(reuse: readonly Reuse[]): Map<string, string> {
  const into = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let next = into.get(at); next !== undefined && next !== at; next = into.get(at)) at = next;
    return at;
  };
  for (const { a, b, kind } of reuse) {
    if (!wholly.has(kind)) continue;
    const [x, y] = [top(a), top(b)].sort() as [string, string];
    if (x !== y) into.set(y, x);
  }
  return new Map([...into.keys()].map((id) => [id, top(id)]));
}
