import { conceptEntries } from "../languages/events.ts";
import { type Senses, type Stance, sensesIn } from "../languages/senses.ts";
import { stem } from "./propositions/concepts.ts";

/** How two words meet in a sense that they share. */
export type SenseMatch = Stance & { readonly strength: number };

const none: Senses = new Map();
const byStem = new Map<string, ReadonlyMap<string, Senses>>();

/** The senses of a word, by its lemma or two-word name, or else by the concept or stem under which it is kept. */
export function sensesOf(language: string, names: readonly string[], concept: string): Senses {
  const entries = sensesIn(language);
  if (entries.size === 0) return none;
  const found = names.flatMap((name) => entries.get(name) ?? []);
  if (found.length === 1) return found[0] ?? none;
  if (found.length > 1) return new Map(found.flatMap((senses) => [...senses]));
  return stemsOf(language).get(concept) ?? none;
}

function stemsOf(language: string): ReadonlyMap<string, Senses> {
  const name = language.slice(0, 2);
  const before = byStem.get(name);
  if (before !== undefined) return before;
  const concepts = conceptEntries(name === "fr" ? 0 : 1);
  const stems = new Map<string, Map<string, Stance>>();
  for (const [lemma, senses] of sensesIn(name)) {
    if (lemma.includes(" ")) continue;
    const key = concepts.get(lemma) ?? stem(lemma);
    const all = stems.get(key) ?? new Map<string, Stance>();
    stems.set(key, all);
    for (const [sense, stance] of senses) if (!all.has(sense)) all.set(sense, stance);
  }
  byStem.set(name, stems);
  return stems;
}

/** What two words that share a sense have in common at most, and what each further sense that is not shared takes. */
const full = 0.85;
const each = 0.04;
const least = 0.6;

/**
 * The sense in which two words meet, null where they share none: `retirer`, `abandon`. The more senses either has that
 * the other has not, the weaker. Where one sense joins and another turns them, the joining one counts.
 */
export function senseMatch(a: Senses, b: Senses): SenseMatch | null {
  let best: Stance | null = null;
  let shared = 0;
  for (const [sense, x] of a) {
    const y = b.get(sense);
    if (y === undefined) continue;
    shared += 1;
    const stance = { contrary: x.contrary !== y.contrary, converse: x.converse !== y.converse };
    if (best === null || oddity(stance) < oddity(best)) best = stance;
  }
  if (best === null) return null;
  return { ...best, strength: Math.max(least, full - each * (a.size + b.size - 2 * shared)) };
}

const oddity = ({ contrary, converse }: Stance): number => (contrary ? 2 : 0) + (converse ? 1 : 0);
