import type { Reading } from "../model/index.ts";
import { type Facts, factsOf, retellingKeys } from "./facts.ts";
import type { Reuse } from "./reuse.ts";

/** From here a sentence retells another: so much of the lighter one's facts stands in both. */
const sentence = 0.5;
/** From here a text retells another: so much of the shorter one's sentences, in the same order. */
const whole = 0.55;
/** The same where the texts share hardly a number: names alone are common to all who were there. */
const wholeByNames = 0.75;
const passage = 0.25;
const bucket = 12;
/** Of the shorter text's pairs of names and numbers that stand together, the share that must stand together in the other. */
const paired = 0.5;
/** The same for a text that is retold in part. */
const partlyPaired = 0.45;
const leastPairs = 4;

/**
 * Texts that tell the same facts in the same order without sharing the words: rewritten in their language or translated.
 * Facts are names, numbers, times and concepts, sentence by sentence; two accounts of one event share names, but not
 * sentence after sentence. Found through keys, each text compared with a bounded number of others; `known` pairs, whose
 * words are reused, and further copies of one text (`family`) are left out.
 */
export function retellings(
  readings: readonly Reading[],
  known: ReadonlySet<string>,
  family: ReadonlyMap<string, string>,
): Reuse[] {
  const found: Reuse[] = [];
  const buckets = new Map<string, number[]>();
  const texts = readings.filter(({ document }) => (family.get(document.id) ?? document.id) === document.id);
  const facts: Facts[][] = [];
  const sizes: number[] = [];
  for (const [index, reading] of texts.entries()) {
    const own = factsOf(reading);
    facts.push(own);
    const keys = retellingKeys(own);
    sizes.push(keys.length);
    const shared = new Map<number, number>();
    for (const key of keys) {
      const others = buckets.get(key) ?? [];
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (others.length < bucket) buckets.set(key, [...others, index]);
    }
    const candidates = [...shared]
      .filter(([, count]) => count >= leastPairs)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [other, count] of candidates.slice(0, bucket)) {
      const before = texts[other];
      if (before === undefined || known.has(`${before.document.id} ${reading.document.id}`)) continue;
      const same = before.document.language.slice(0, 2) === reading.document.language.slice(0, 2);
      const share = inOrder(facts[other] ?? [], own);
      if (share < passage) continue;
      const together = count / Math.max(1, Math.min(keys.length, sizes[other] ?? 0));
      if (together < partlyPaired) continue;
      const enough = numbersIn(facts[other] ?? [], own) < 2 ? wholeByNames : whole;
      const kind = share < enough || together < paired ? "partly-retold" : same ? "rewritten" : "translated";
      found.push({ a: before.document.id, b: reading.document.id, share, kind });
    }
  }
  return found;
}

/** How many numbers above two stand in both. */
function numbersIn(a: readonly Facts[], b: readonly Facts[]): number {
  const own = new Set(a.flatMap(({ tokens }) => [...tokens.keys()]).filter((token) => /^n:(?![0-2]$)/.test(token)));
  return new Set(b.flatMap(({ tokens }) => [...tokens.keys()]).filter((token) => own.has(token))).size;
}

/**
 * Share of the shorter text's facts that the other retells in the same order: a longest common subsequence of
 * sentences (Needleman and Wunsch 1970, without gaps' cost), in which each pair weighs by the facts it shares.
 */
export function inOrder(a: readonly Facts[], b: readonly Facts[]): number {
  const [rows, columns] = [a.length, b.length];
  if (Math.min(rows, columns) < 3) return 0;
  let before = new Float64Array(columns + 1);
  for (let i = 1; i <= rows; i++) {
    const now = new Float64Array(columns + 1);
    for (let j = 1; j <= columns; j++) {
      const best = Math.max(before[j] ?? 0, now[j - 1] ?? 0);
      now[j] = Math.max(best, (before[j - 1] ?? 0) + retold(a[i - 1], b[j - 1]));
    }
    before = now;
  }
  const total = (facts: readonly Facts[]): number => facts.reduce((sum, { weight }) => sum + weight, 0);
  const shorter = Math.min(total(a), total(b));
  return shorter < 12 ? 0 : Math.min(1, (before[columns] ?? 0) / shorter);
}

/** The weight of the facts of the lighter sentence when the other retells it, else 0. */
function retold(a: Facts | undefined, b: Facts | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const [small, large] = a.tokens.size <= b.tokens.size ? [a, b] : [b, a];
  let [shared, strong] = [0, 0];
  for (const [token, weight] of small.tokens) {
    if (!large.tokens.has(token)) continue;
    shared += weight;
    if (weight > 1) strong++;
  }
  const lighter = Math.min(a.weight, b.weight);
  if (shared < 2 || strong === 0) return 0;
  return shared / Math.max(lighter, 2) >= sentence ? lighter : 0;
}
