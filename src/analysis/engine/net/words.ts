import { feature } from "../hash.ts";
import type { Known } from "../lookups.ts";

/** Hashes of what is known of a word by itself: its form first, then endings, beginnings, shape, lexicon class, cluster. */
export function hashesOf(known: Known): number[] {
  const hashes = [feature(1000, known.hash), ...known.affixes, feature(1001, known.shape)];
  if (known.lexicon >= 0) hashes.push(feature(1002, known.lexicon));
  if (known.cluster >= 0) hashes.push(feature(1003, known.cluster));
  return hashes;
}
