import { isOneAffair } from "./affair.ts";
import { candidatePairs, Groups } from "./groups.ts";
import type { Seat } from "./growth.ts";
import { isEncounter } from "./happening.ts";
import type { Happening } from "./happenings.ts";
import { joinAcross } from "./joining/across.ts";
import type { Bench, Watch } from "./joining/bench.ts";
import { joinWithin } from "./joining/within.ts";
import { nodeKeys, storyKeys } from "./keys.ts";
import type { Node } from "./node.ts";
import { salienceOf } from "./salience.ts";
import { type Likeness, likeness, threshold } from "./similarity.ts";
import { timesConflict } from "./time.ts";
import { specificity } from "./weights.ts";
import { eachOnce, wording } from "./wording.ts";

/** Propositions that are one claim, and the happening it is about. */
export type Cluster = {
  readonly nodes: readonly Node[];
  readonly happening: Happening | null;
  readonly occurrence: boolean;
  /** Those that say the contrary of what the others say: `est dangereux` where most say `est sûr`. */
  readonly turned: ReadonlySet<Node>;
  /** How likely each is one claim with the others on average, 0..1; absent where words much the same joined it. */
  readonly held: ReadonlyMap<Node, number>;
  /** The claim that stays and takes in those of them that are new, and whether it is stated negatively. */
  readonly grows: Seat | null;
};

/**
 * Puts propositions that say the same together, whatever their words, voice or polarity. Verdicts are placed later. Those
 * that have a seat in one claim that stays are together from the first, and no two such claims are joined.
 */
export function clustersOf(
  nodes: readonly Node[],
  happenings: readonly Happening[],
  storyOf: (node: Node) => number | null = () => null,
  seat: (node: Node) => Seat | null = () => null,
  all: readonly Node[] = nodes,
  watch?: Watch,
): Cluster[] {
  const about = new Map<Node, Happening>();
  for (const happening of happenings) for (const node of happening.nodes) about.set(node, happening);
  const own = nodes.filter(({ proposition }) => proposition.kind !== "verdict");
  // What a pair is weighed by must not depend on how much of the affair is made again.
  const said = all.filter(({ proposition }) => proposition.kind !== "verdict");
  const affairOf = affairNumbers(said, storyOf);
  const wordingOf = once((node: Node): string => wording(node, affairOf(node)));
  const wordings = eachOnce(said, wordingOf);
  const groups = new Groups(own.length);
  const staying = new Set(said.flatMap((node) => (seat(node) === null ? [] : [affairOf(node)])));
  const compare = comparer(wordings, affairOf, (affair) => staying.has(affair));
  const seats = own.map(seat);
  const owners = new Map<number, string>();
  seats.forEach((one, index) => {
    if (one !== null) owners.set(index, one.claim);
  });
  const ownerOf = (index: number): string | undefined => owners.get(groups.find(index));
  const join = (a: number, b: number, turned = false): void => {
    const [x, y] = [ownerOf(a), ownerOf(b)];
    if (x !== undefined && y !== undefined && x !== y) return;
    groups.join(a, b, turned);
    const owner = x ?? y;
    if (owner !== undefined) owners.set(groups.find(a), owner);
  };
  const telling = tellingsOf(happenings);
  const first = new Map<string, number>();
  own.forEach((node, index) => {
    const happening = about.get(node);
    const key = happening !== undefined && node.occurrence ? telling(happening, node) : wordingOf(node);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else join(before, index);
  });
  const copyOf = own.map((_, index) => groups.find(index));
  const leaders = [...new Set(copyOf)].sort((a, b) => a - b);
  const keysOf = once((node: Node): readonly string[] => [...nodeKeys(node), ...storyKeys(node, affairOf(node))]);
  const keys = leaders.flatMap((index) => {
    const node = own[index];
    return node === undefined ? [] : [keysOf(node)];
  });
  const seated = new Map<string, number>();
  seats.forEach((one, index) => {
    if (one === null) return;
    const before = seated.get(one.claim);
    if (before === undefined) seated.set(one.claim, index);
    else join(before, index, seats[before]?.flipped !== one.flipped);
  });
  const held = new Map<Node, number>();
  const byReading = Map.groupBy(said, ({ reading }) => reading);
  const bench: Bench = {
    own,
    groups,
    saidIn: (reading) => byReading.get(reading) ?? [],
    wordingOf,
    keysOf,
    copyOf,
    compare,
    areApart: (a, b) => areApart(a, b, about),
    isSettled: (index) => ownerOf(index) !== undefined,
    join,
    held,
    watch,
  };
  const known = knownAffairs(wordings, affairOf);
  const affairs = affairsOf(leaders, (index) => affairOf(own[index] as Node), known);
  for (const places of affairs)
    joinWithin(
      bench,
      places.map((place) => leaders[place] ?? 0),
    );
  const at = new Map(affairs.flatMap((places, affair) => places.map((place) => [place, affair] as const)));
  const edges = candidatePairs(keys)
    .filter(([i, j]) => at.get(i) === undefined || at.get(i) !== at.get(j))
    .map(([i, j]) => ({ i: leaders[i] ?? 0, j: leaders[j] ?? 0 }))
    .filter(({ i, j }) => !(bench.isSettled(i) && bench.isSettled(j)))
    .map(({ i, j }) => ({ i, j, ...alike(own[i], own[j], bench, affairOf) }))
    .filter(({ score }) => score >= threshold);
  joinAcross(bench, edges);
  return groups.all().map((members) => {
    const inside = members.map((index) => own[index]).filter((node) => node !== undefined);
    const happening = inside.map((node) => about.get(node)).find((one) => one !== undefined) ?? null;
    const first = members[0] ?? 0;
    const odd = members.filter((index) => groups.areTurned(first, index)).flatMap((index) => own[index] ?? []);
    const turned = new Set(2 * odd.length > inside.length ? inside.filter((node) => !odd.includes(node)) : odd);
    const known = members.find((index) => seats[index] !== null);
    const one = known === undefined ? null : (seats[known] ?? null);
    const grows =
      one === null ? null : { claim: one.claim, flipped: one.flipped !== turned.has(own[known ?? 0] as Node) };
    return { nodes: inside, happening, occurrence: inside.some(({ occurrence }) => occurrence), turned, held, grows };
  });
}

/**
 * What is one telling of a happening: everything that says that it took place, unless figures in it differ, which then each
 * stand by themselves (`12 morts`, `15 morts`).
 */
function tellingsOf(happenings: readonly Happening[]): (happening: Happening, node: Node) => string {
  const differing = new Set(
    happenings.filter(({ nodes }) => {
      const figures = new Set(nodes.filter(({ occurrence }) => occurrence).map(figuresOf));
      figures.delete("");
      return figures.size > 1;
    }),
  );
  return (happening, node) => `happening ${happening.id} ${differing.has(happening) ? figuresOf(node) : ""}`;
}

const figuresOf = ({ proposition }: Node): string =>
  proposition.quantities
    .map(({ value, unit }) => `${value} ${unit}`)
    .sort()
    .join(", ");

/** A function of propositions that works out each but once. */
function once<Value>(of: (node: Node) => Value): (node: Node) => Value {
  const known = new Map<Node, Value>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const value = of(node);
    known.set(node, value);
    return value;
  };
}

/**
 * The affair of a proposition, by number: stories that one document tells are of one affair (the accident, and the strike
 * that it set off), and what is said of either bears on the other.
 */
function affairNumbers(nodes: readonly Node[], storyOf: (node: Node) => number | null): (node: Node) => number | null {
  const numbers = nodes.flatMap((node) => storyOf(node) ?? []);
  const affairs = new Groups(Math.max(0, ...numbers.map((number) => number + 1)));
  const told = new Map<Node["reading"], number>();
  for (const node of nodes) {
    const story = storyOf(node);
    if (story === null) continue;
    const other = told.get(node.reading);
    if (other === undefined) told.set(node.reading, story);
    else affairs.join(other, story);
  }
  const first = new Map<number, number>();
  for (const group of affairs.all()) for (const story of group) first.set(story, group[0] ?? story);
  return (node) => {
    const story = storyOf(node);
    return story === null ? null : (first.get(story) ?? null);
  };
}

/** Propositions from which on an affair is known well enough to weigh chances in it. */
const leastKnown = 14;

/** Affairs of which so much is said, each wording once. */
function knownAffairs(wordings: readonly Node[], affairOf: (node: Node) => number | null): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const node of wordings) {
    const affair = affairOf(node);
    if (affair !== null) counts.set(affair, (counts.get(affair) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([affair, count]) => (count >= leastKnown ? [affair] : [])));
}

/** Places of leaders, by affair; of known ones alone. */
function affairsOf(
  leaders: readonly number[],
  affairOf: (index: number) => number | null,
  known: ReadonlySet<number>,
): number[][] {
  const affairs = new Map<number, number[]>();
  leaders.forEach((index, place) => {
    const affair = affairOf(index);
    if (affair === null || !known.has(affair)) return;
    const list = affairs.get(affair);
    if (list === undefined) affairs.set(affair, [place]);
    else list.push(place);
  });
  return [...affairs.values()];
}

/** Of two meetings one took place and is not the other; or a document tells their happenings apart. */
function areApart(a: Node, b: Node, about: ReadonlyMap<Node, Happening>): boolean {
  const [x, y] = [about.get(a), about.get(b)];
  const met = isEncounter(a.event) && (a.occurrence || b.occurrence);
  return (x !== undefined && y !== undefined && x !== y && met) || toldApart(a, b, about);
}

type Compare = (a: Node, b: Node) => Likeness;

/** Compares two propositions; where one story tells both, by what tells its facts apart. */
function comparer(
  nodes: readonly Node[],
  storyOf: (node: Node) => number | null,
  stays: (story: number) => boolean,
): Compare {
  const salienceIn = salienceOf(nodes, storyOf, stays);
  return (a, b) => {
    const [from, to] = [storyOf(a), storyOf(b)];
    return from !== null && from === to ? likeness(a, b, true, salienceIn(from)) : likeness(a, b);
  };
}

/**
 * Two happenings of one kind that are of other days (`a démenti avoir attaqué Sorn`, of the night that the article opens
 * with), or one of them dated, that some document tells apart: the attack of the night, and that of January.
 */
function toldApart(a: Node, b: Node, about: ReadonlyMap<Node, Happening>): boolean {
  if (a.event !== b.event) return false;
  const [x, y] = [about.get(a), about.get(b)];
  if (x === undefined || y === undefined || x === y) return false;
  const known = told.get(x) ?? new WeakMap<Happening, Apart>();
  told.set(x, known);
  const apart = known.get(y) ?? apartness(x, y);
  known.set(y, apart);
  return apart === "always" || (apart === "occurring" && a.occurrence && b.occurrence);
}

/** `occurring`: apart where both are told to have happened. */
type Apart = "always" | "occurring" | "never";

function apartness(x: Happening, y: Happening): Apart {
  if (timesConflict(x.day, y.day)) return "always";
  if ((x.times.length === 0) === (y.times.length === 0)) return "never";
  const readings = new Set(x.nodes.map(({ reading }) => reading));
  return y.nodes.some(({ reading }) => readings.has(reading)) ? "occurring" : "never";
}

const told = new WeakMap<Happening, WeakMap<Happening, Apart>>();

function alike(
  a: Node | undefined,
  b: Node | undefined,
  { compare, areApart }: Bench,
  storyOf: (node: Node) => number | null,
): { readonly score: number; readonly turned: boolean } {
  const no = { score: 0, turned: false };
  if (a === undefined || b === undefined || areApart(a, b)) return no;
  const [from, to] = [storyOf(a), storyOf(b)];
  const apart = from !== null && to !== null && from !== to && isPlaced(a) && isPlaced(b);
  const across = apart && !isOneAffair(a.cast, b.cast);
  if (across && !isKnownAcross(a, b)) return no;
  const { score, turned } = compare(a, b);
  return { score: score - (across ? acrossStories : 0), turned };
}

/** A lone sentence without a date says too little for its story to keep it apart from others. */
const isPlaced = ({ reading }: Node): boolean =>
  reading.document.published !== null ||
  reading.propositions.length >= 5 ||
  reading.times.some(({ value, anchor }) => anchor === "explicit" && value !== null && /^\d{4}-/.test(value));

/** Whether what two propositions share would be recognised outside of their stories: a name and two things more. */
function isKnownAcross(a: Node, b: Node): boolean {
  let items = 0;
  let names = 0;
  for (const item of a.bag.keys()) {
    if (!b.bag.has(item)) continue;
    items += 1;
    if (specificity(item) >= 0.9) names += 1;
  }
  return names >= 1 && items >= 3;
}

/** By how much more propositions of two stories have to be alike. */
const acrossStories = 0.08;
