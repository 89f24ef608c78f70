import { lookupForm } from "../../text/normal.ts";
import { feature, hashString } from "./hash.ts";

/** What is known of words, by hash: lexicon class and cluster; -1 where a word is not known. */
export type Lookups = {
  lexicon(hash: number): number;
  cluster(hash: number): number;
};

/** Everything about a form that does not depend on where it stands. */
export type Known = {
  readonly hash: number;
  readonly lexicon: number;
  readonly cluster: number;
  readonly shape: number;
  /** Features of its beginnings and endings. */
  readonly affixes: readonly number[];
};

/** A word as features see it: lower case, one kind of quotation mark and dash, digits alike. */
export function featureForm(form: string): string {
  const lower = lookupForm(form);
  if (/^[«»“”„"‟〝〞＂]$|^''$|^``$/.test(lower)) return '"';
  if (/^[—–‒―]$/.test(lower)) return "–";
  if (lower === "…") return "...";
  return /\d/.test(lower) ? lower.replace(/\d/g, "0").replace(/[\u00a0\u202f\u2009]/g, " ") : lower;
}

/** Hash under which lexicon and clusters know a word. */
export const wordHash = (form: string): number => hashString(featureForm(form));

/** Shapes of words with letters, which say nothing where everything is in capitals. */
const SHOUTED = 5;

/** What is known of a word; where everything is in capitals its shape says nothing. */
export function wordOf(form: string, shouting: boolean, lookups: Lookups): Known {
  const key = featureForm(form);
  const { length } = key;
  const hash = hashString(key);
  const affixes: number[] = [];
  for (let k = 1; k <= 6; k++) if (length > k) affixes.push(feature(4, k, hashString(key.slice(-k))));
  for (let k = 1; k <= 4; k++) if (length > k) affixes.push(feature(5, k, hashString(key.slice(0, k))));
  const shape = shapeOf(form);
  return {
    hash,
    lexicon: lookups.lexicon(hash),
    cluster: lookups.cluster(hash),
    shape: shouting && shape > SHOUTED ? SHOUTED : shape,
    affixes,
  };
}

/** A headline in capitals: case says nothing in it. */
export function isShouting(forms: readonly string[]): boolean {
  let [upper, words] = [0, 0];
  for (const form of forms) {
    if (form.length < 2 || form.toLowerCase() === form.toUpperCase()) continue;
    words++;
    if (form === form.toUpperCase()) upper++;
  }
  return words >= 4 && upper >= words * 0.8;
}

function shapeOf(form: string): number {
  if (/\d/.test(form)) return /^\d+$/.test(form) ? 1 : /^[\d.,\s%/:-]+$/.test(form) ? 2 : 3;
  const lower = form.toLowerCase();
  if (lower === form.toUpperCase()) return 4;
  if (form === lower) return form.includes("-") ? 6 : 7;
  if (form === form.toUpperCase()) return form.length === 1 ? 8 : 9;
  return form.charAt(0) !== lower.charAt(0) ? (form.includes("-") ? 10 : 11) : 12;
}
