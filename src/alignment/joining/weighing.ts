import { candidatePairs } from "../groups.ts";
import type { Node } from "../node.ts";
import { eachOnce } from "../wording.ts";
import type { Bench } from "./bench.ts";
import { apartOf, type Bond, chanceAlone, chanceOf, isAnswer, isOneSpeaker, namesOf, narratedOf } from "./chance.ts";
import { type Closeness, closenessOf } from "./closeness.ts";
import { mutualOf } from "./mutual.ts";
import { opposed, type Tie, tieOf } from "./union.ts";

/** In an affair of so many wordings each is compared with every other. */
export const surveyable = 400;
/** In a longer one with those that share a key, and with so many that lie nearest among those looked at. */
const nearest = 12;
const looked = 1500;

/**
 * What is known of each two of an affair's propositions, which of the pairs say contraries, as `i * members + j`, and how
 * many wordings the affair has.
 * All that is said in the same documents counts for what others tell of two, whether or not it is being joined: what a
 * pair is weighed by must not depend on how much of the affair is made again.
 */
export function weigh(
  { own, compare, areApart, saidIn, wordingOf, keysOf, watch }: Bench,
  members: readonly number[],
): { readonly ties: readonly Tie[]; readonly contrary: ReadonlySet<number>; readonly size: number } {
  const nodes = members.flatMap((index) => own[index] ?? []);
  const around = [...new Set(nodes.map(({ reading }) => reading))].flatMap(saidIn);
  const said = [...nodes, ...besides(nodes, around, wordingOf)];
  const near = closenessOf(said);
  const size = said.length;
  const ties: Tie[] = [];
  const bonds: Weighed[] = [];
  const contrary = new Set<number>();
  for (const [i, j] of pairsOf(said, keysOf, near)) {
    const [a, b] = [said[i], said[j]];
    if (a === undefined || b === undefined || i >= nodes.length) continue;
    const likeness = compare(a, b);
    if (likeness.conflict?.everywhere === true || areApart(a, b)) {
      if (j < nodes.length) ties.push(opposed(i, j));
      continue;
    }
    const [x, y] = [near.between(i, j), near.between(j, i)];
    const bond: Bond = {
      likeness,
      oneDocument: a.reading === b.reading,
      oneSpeaker: isOneSpeaker(a, b),
      apart: apartOf(a, b),
      answers: isAnswer(a, b),
      names: namesOf(a, b),
      narrated: narratedOf(a, b),
      cosine: near.cosine(i, j),
      closeness: near.closeness(i, j),
      between: x <= y ? [x, y] : [y, x],
      size,
    };
    bonds.push({ i, j, bond, chance: chanceAlone(bond) });
  }
  const joining = bonds.filter(({ j }) => j < nodes.length);
  const mutual = mutualOf(said.length, bonds, joining);
  for (const [at, { i, j, bond, chance }] of joining.entries()) {
    const others = mutual[at] ?? 0;
    watch?.bond?.(nodes[i] as Node, nodes[j] as Node, { bond, chance, mutual: others });
    ties.push(tieOf(i, j, bond, chanceOf(bond, chance, others), others));
    if (bond.likeness.turned) contrary.add(i * nodes.length + j);
  }
  return { ties, contrary, size };
}

/** A pair with its bond, and the chance that it is one claim as far as the two tell themselves. */
type Weighed = { readonly i: number; readonly j: number; readonly bond: Bond; readonly chance: number };

/** What others say in other words, the first of each wording. */
function besides(nodes: readonly Node[], others: readonly Node[], wordingOf: Bench["wordingOf"]): readonly Node[] {
  const known = new Set(nodes.map(wordingOf));
  return eachOnce(
    others.filter((node) => !known.has(wordingOf(node))),
    wordingOf,
  );
}

/** Pairs that are compared, each once, the smaller index first. */
function pairsOf(
  nodes: readonly Node[],
  keysOf: Bench["keysOf"],
  { cosine }: Closeness,
): readonly (readonly [number, number])[] {
  if (nodes.length <= surveyable) return nodes.flatMap((_, j) => Array.from({ length: j }, (_, i) => [i, j] as const));
  const size = nodes.length;
  const known = new Set<number>();
  const pairs: [number, number][] = [];
  const add = (a: number, b: number): void => {
    const [i, j] = a < b ? [a, b] : [b, a];
    if (i === j || known.has(i * size + j)) return;
    known.add(i * size + j);
    pairs.push([i, j]);
  };
  for (const [i, j] of candidatePairs(nodes.map(keysOf))) add(i, j);
  const step = Math.max(1, Math.ceil(size / looked));
  for (let a = 0; a < size; a++) {
    const values: { readonly b: number; readonly value: number }[] = [];
    for (let b = 0; b < size; b += step) if (b !== a) values.push({ b, value: cosine(a, b) });
    values.sort((x, y) => y.value - x.value || x.b - y.b);
    for (const { b } of values.slice(0, nearest)) add(a, b);
  }
  return pairs.sort(([a, b], [c, d]) => b - d || a - c);
}
