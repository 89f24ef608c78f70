import type { Reading } from "../model/index.ts";
import { sound } from "./names.ts";
import { nearness } from "./near.ts";
import { isRenowned, statesmenOf } from "./renown.ts";
import { windowOf } from "./time.ts";

/** Whom and what a document speaks of by name, and how often: what tells one affair from another. */
export type Cast = {
  /** By name, how much it tells times how often it is spoken of. */
  readonly names: ReadonlyMap<string, number>;
  readonly total: number;
  /** Of people who lead or speak for states and bodies on a list: names and given names. */
  readonly statesmen: ReadonlySet<string>;
  /** What the names tell together that are on no list, nor of statesmen. */
  readonly own: number;
  /** The names that tell most, first. */
  readonly leading: readonly string[];
  /** Day it was published, since 1970; null where it does not say. */
  readonly day: number | null;
};

/** Names that open a candidate key. */
const leads = 6;

/** Characters that are looked at: an article names whom it is about early. */
const opening = 20_000;

const casts = new WeakMap<Reading, Cast>();

export function castOf(reading: Reading): Cast {
  const before = casts.get(reading);
  if (before !== undefined) return before;
  const { text, language, published } = reading.document;
  const { rarity } = nearness(language);
  const counts = new Map<string, number>();
  const inside = new Set<string>();
  // English writes days and months as it writes names.
  const times = new Set(reading.times.flatMap(({ text: words }) => words.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []));
  const small = new Map<string, number>();
  for (const [word] of text.slice(0, opening).matchAll(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]{2,}/gu))
    small.set(word, (small.get(word) ?? 0) + 1);
  for (const { 0: word, index } of text.slice(0, opening).matchAll(/\p{Lu}[\p{L}\p{M}]{2,}/gu)) {
    if (times.has(word)) continue;
    const ahead = text.slice(Math.max(0, index - 3), index);
    if (/[\p{L}\p{N}]$/u.test(ahead)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    // A capital inside of a sentence: after a word, an article or a comma.
    if (/[\p{Ll},’'-]\s?$/u.test(ahead)) inside.add(word);
  }
  const names = new Map<string, number>();
  for (const [word, count] of counts) {
    // What is written small as often is no name: `The Harn Courier`, `the`.
    if (!inside.has(word) || (small.get(word.toLowerCase()) ?? 0) >= count) continue;
    const name = sound(word);
    if (name.length >= 3) names.set(name, (names.get(name) ?? 0) + rarity(word.toLowerCase()) * Math.log2(1 + count));
  }
  const window = published === null ? null : windowOf(published);
  const statesmen = statesmenOf(reading);
  const cast: Cast = {
    names,
    statesmen,
    total: [...names.values()].reduce((sum, value) => sum + value, 0),
    own: [...names].reduce((sum, [name, value]) => (isRenowned(name) || statesmen.has(name) ? sum : sum + value), 0),
    leading: [...names]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, leads)
      .map(([name]) => name),
    day: window === null ? null : Math.floor(window[0] / 24),
  };
  casts.set(reading, cast);
  return cast;
}

/** Whether an item of a bag is one of them: `person:putin vl`. */
export const isStatesman = (item: string, { statesmen }: Cast): boolean =>
  item.startsWith("person:") && statesmen.has(item.slice("person:".length).split(" ", 1)[0] ?? "");

/** Articles on one affair are at most so many days apart. */
const span = 120;

const known = new WeakMap<Cast, WeakMap<Cast, boolean>>();

/**
 * Whether two documents tell of one affair, whatever its stages: of a trial and its verdict a month later. They share
 * several names, and those make up much of whom the shorter speaks of. Not: two reports of the war in one country.
 */
export function isOneAffair(a: Cast, b: Cast): boolean {
  if (a === b) return true;
  const of = known.get(a) ?? new WeakMap<Cast, boolean>();
  known.set(a, of);
  const before = of.get(b);
  if (before !== undefined) return before;
  const result = compare(a, b);
  of.set(b, result);
  return result;
}

function compare(a: Cast, b: Cast): boolean {
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > span) return false;
  let both = 0;
  let shared = 0;
  for (const [name, weight] of a.names) {
    const other = b.names.get(name);
    if (other === undefined) continue;
    shared += 1;
    both += Math.min(weight, other);
  }
  return shared >= 2 && both >= 2 && both >= 0.2 * Math.min(a.total, b.total);
}
