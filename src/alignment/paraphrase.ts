import { sound } from "./names.ts";
import { nearness } from "./near.ts";
import type { CoreWord, Node } from "./node.ts";
import { type SenseMatch, senseMatch } from "./senses.ts";

/** How alike two propositions are in what all of their words mean, 0 or what makes one claim of them. */
export type Paraphrase = { readonly score: number; readonly turned: boolean };

const other: Paraphrase = { score: 0, turned: false };

/** What one says that the other says too, at least, by weight: of the one that says less, and of the one that says more. */
const ofShorter = 0.7;
const ofLonger = 0.42;

/**
 * Whether two propositions of no common story say the same, word by word: `Corvex fired its accountant`, `Corvex sacked
 * its accountant`. Every weighty word of the one has its like in the other, and whoever is named is the same. Not: `sacked
 * its driver`, nor words alone that any story may have (`La juge a annulé l'amende`, `La juge a levé la sanction`, said
 * of different fines, share no name).
 */
export function paraphraseOf(a: Node, b: Node): Paraphrase {
  if (a.proposition.kind === "verdict" || b.proposition.kind === "verdict") return other;
  const named = sharedNames(a, b);
  if (named === null) return other;
  const [x, y] = [a.core.filter(isWord), b.core.filter(isWord)];
  const like = likener(a, b);
  const [from, to] = [headIn(x, y, like), headIn(y, x, like)];
  if (from === null || to === null) return other;
  const [left, right] = [coverage(x, y, like, namesOf(b)), coverage(y, x, like, namesOf(a))];
  // `a saisi les ordinateurs`, `a saisi les véhicules`: each says something that the other does not.
  if (left.apart && right.apart) return other;
  // `candidate à la mairie`, `candidate au Sénat`: the one by a word, the other by a name.
  const [own, others] = [namesOf(a).length, namesOf(b).length];
  if ((own < others && left.apart) || (others < own && right.apart)) return other;
  const [less, more] = [Math.min(left.share, right.share), Math.max(left.share, right.share)];
  const things = Math.min(left.count, right.count);
  if (more < ofShorter || less < ofLonger || things + 2 * named < (isPlaced(a) || isPlaced(b) ? 3 : 2)) return other;
  return { score: 0.56 + 0.2 * (more - ofShorter) + 0.3 * (less - ofLonger), turned: from.contrary !== to.contrary };
}

/** In an article that is dated or tells much, a sentence of two words that anybody might say is of that article. */
const isPlaced = ({ reading: { document, propositions } }: Node): boolean =>
  document.published !== null || propositions.length >= 5;

const isWord = ({ word }: CoreWord): boolean => !word.startsWith("@");

type Like = (x: CoreWord, y: CoreWord) => SenseMatch | null;

const same: SenseMatch = { strength: 1, contrary: false, converse: false };

function likener(a: Node, b: Node): Like {
  const language = a.reading.document.language.slice(0, 2);
  const one = language === b.reading.document.language.slice(0, 2);
  const { near } = nearness(language);
  return (x, y) => {
    if (x.word === y.word) return same;
    const match = senseMatch(x.senses, y.senses);
    if (match !== null) return match;
    const strength = one ? near(x.word, y.word) : 0;
    return strength >= 0.6 ? { ...same, strength } : null;
  };
}

/** The best match of what one says at heart with something of weight in the other. */
function headIn(x: readonly CoreWord[], y: readonly CoreWord[], like: Like): SenseMatch | null {
  let best: SenseMatch | null = null;
  for (const one of x) {
    if (one.weight < 1) continue;
    for (const two of y) {
      const match = two.weight < 0.45 ? null : like(one, two);
      if (match !== null && match.strength > (best?.strength ?? 0)) best = match;
    }
  }
  return best;
}

type Coverage = { readonly share: number; readonly count: number; readonly apart: boolean };

/** What of the words of one the other says; a word may be taken for a name where it opens a sentence. */
function coverage(x: readonly CoreWord[], y: readonly CoreWord[], like: Like, named: readonly string[][]): Coverage {
  let [all, found, count, apart] = [0, 0, 0, false];
  for (const one of x) {
    const own = one.weight * one.rarity;
    all += own;
    const isNamed = named.some((parts) => parts.length === 1 && parts[0] === sound(one.word));
    if (!isNamed && !y.some((two) => (like(one, two)?.strength ?? 0) >= 0.6)) {
      apart ||= one.weight >= 0.5 && one.rarity >= 0.4;
      continue;
    }
    found += own;
    if (one.rarity >= 0.4) count += 1;
  }
  return { share: all === 0 ? 0 : found / all, count, apart };
}

const namesOf = ({ bag }: Node): string[][] => [...bag.keys()].filter((item) => kinds.test(item)).map(parts);

const kinds = /^(?:person|org|organization|institution|name|place|city|region):/;

/** How many names they share, all of those that the one with fewer has; null where it has others. */
function sharedNames(a: Node, b: Node): number | null {
  const [x, y] = [namesOf(a), namesOf(b)];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  return few.every((one) => many.some((two) => one.some((part) => two.includes(part)))) ? few.length : null;
}

const parts = (name: string): string[] =>
  name
    .slice(name.indexOf(":") + 1)
    .split(/[\s-]+/u)
    .filter((part) => part.length >= 3);
