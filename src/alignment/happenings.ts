import { candidatePairs, Groups } from "./groups.ts";
import { isEncounter, isHappening, isSymmetric } from "./happening.ts";
import type { Node } from "./node.ts";
import { meets } from "./similarity.ts";
import { daysOf, timesConflict } from "./time.ts";

/** A happening as a set of propositions that are about it. */
export type Happening = {
  readonly id: number;
  readonly event: string;
  readonly nodes: readonly Node[];
  readonly participants: ReadonlySet<string>;
  readonly times: readonly string[];
};

type Local = {
  event: string;
  nodes: Node[];
  participants: Set<string>;
  times: string[];
  document: number;
  published: string | null;
  context: Map<string, number>;
};

/** Cosine of the surroundings from which two happenings with the same participants are one. */
const contextFloor = { encounter: 0.085, other: 0.13 };

/** Groups the propositions about happenings: first within each document, then across documents by who, when and what else is told. */
export function happeningsOf(documents: readonly (readonly Node[])[]): Happening[] {
  const locals = documents.flatMap((nodes, document) => localHappenings(nodes, document));
  weigh(locals);
  const groups = new Groups(locals.length);
  const keys = locals.map(({ event, participants }) =>
    pairsOf([...participants].sort()).map((pair) => `${event}|${pair}`),
  );
  const edges = candidatePairs(keys)
    .map(([i, j]) => ({ i, j, score: same(locals[i], locals[j]) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  for (const { i, j } of edges) {
    if (groups.find(i) === groups.find(j)) continue;
    const [left, right] = [groups.members(i).slice(0, 24), groups.members(j).slice(0, 24)];
    if (left.some((a) => right.some((b) => apart(locals[a], locals[b])))) continue;
    groups.join(i, j);
  }
  return groups.all().map((members, id) => {
    const parts = members.map((index) => locals[index]).filter((local) => local !== undefined);
    return {
      id,
      event: parts[0]?.event ?? "",
      nodes: parts.flatMap(({ nodes }) => nodes),
      participants: new Set(parts.flatMap(({ participants }) => [...participants])),
      times: parts.flatMap(({ times }) => times),
    };
  });
}

const isAbout = (node: Node): boolean => node.proposition.kind !== "verdict" && isHappening(node.event);

/** Happenings of one document, in text order: `cet appel` is the call last spoken of. */
function localHappenings(nodes: readonly Node[], document: number): Local[] {
  const found: Local[] = [];
  const ordered = nodes.filter(isAbout).sort((a, b) => a.proposition.evidence.start - b.proposition.evidence.start);
  for (const node of ordered) {
    const event = node.event ?? "";
    const who = participantsOf(node);
    const open = found.filter((local) => local.event === event && !timesConflict(local.times, node.proposition.times));
    const shared = (local: Local) => [...who].filter((actor) => local.participants.has(actor)).length;
    const needed = isSymmetric(event) ? 2 : 1;
    const match = open.findLast((local) => {
      const both = shared(local);
      const fewer = Math.min(who.size, local.participants.size);
      return both >= needed || (fewer < needed && both === fewer && near(local, node));
    });
    if (match === undefined) {
      found.push({
        event,
        nodes: [node],
        participants: who,
        times: [...node.proposition.times],
        document,
        published: node.reading.document.published,
        context: new Map(),
      });
    } else {
      match.nodes.push(node);
      for (const actor of who) match.participants.add(actor);
      match.times.push(...node.proposition.times);
    }
  }
  for (const local of found) {
    const paragraphs = new Set(local.nodes.flatMap(({ proposition: { paragraph: p } }) => [p - 1, p, p + 1]));
    for (const node of nodes) {
      if (!paragraphs.has(node.proposition.paragraph)) continue;
      for (const item of node.bag.keys()) if (!local.participants.has(item)) local.context.set(item, 1);
    }
  }
  return found;
}

const near = (local: Local, node: Node): boolean =>
  local.nodes.some(({ proposition }) => Math.abs(proposition.paragraph - node.proposition.paragraph) <= 8);

function participantsOf(node: Node): Set<string> {
  const fillers = [...node.roles]
    .filter(([role]) => role !== "time" && role !== "about")
    .flatMap(([, names]) => [...names]);
  const known = fillers.filter((filler) => !filler.startsWith("#"));
  const persons = (actors: readonly string[]) => actors.filter((actor) => /^(?:person|name):/.test(actor));
  let people = known;
  if (isSymmetric(node.event)) {
    const all = persons([...node.actors]);
    if (persons(known).length > 0) people = persons(known);
    if (people.length < 2 && all.length >= 2) people = all;
  }
  const who = new Set(people.filter((actor) => !isHeap(actor)));
  if (!isSymmetric(node.event)) for (const place of node.proposition.places) who.add(place);
  return who;
}

/** Joint and group actors stand beside their members and make no pair of their own. */
const isHeap = (actor: string): boolean => /^(?:joint|group|outlet|anonymous):/.test(actor);

const pairsOf = (who: readonly string[]): string[] =>
  who.length < 2 ? [...who] : who.flatMap((a, i) => who.slice(i + 1, i + 6).map((b) => `${a}&${b}`)).concat(who);

/** Gives the surroundings weights by how few happenings share an item. */
function weigh(locals: readonly Local[]): void {
  const counts = new Map<string, number>();
  for (const { context } of locals) for (const item of context.keys()) counts.set(item, (counts.get(item) ?? 0) + 1);
  for (const { context } of locals) {
    for (const item of context.keys())
      context.set(
        item,
        (/^(?:person|outlet):/.test(item) ? 1.5 : 1) * Math.log(1 + locals.length / (counts.get(item) ?? 1)),
      );
  }
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [item, weight] of a) dot += weight * (b.get(item) ?? 0);
  const norm = (map: ReadonlyMap<string, number>) =>
    Math.sqrt([...map.values()].reduce((sum, x) => sum + x * x, 0)) || 1;
  return dot / (norm(a) * norm(b));
}

/** Whether two happenings can't be one: other times, or articles published more than two months apart with no date in either. */
function apart(a: Local | undefined, b: Local | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  if (timesConflict(a.times, b.times)) return true;
  const [x, y] = [a.published && daysOf(a.published), b.published && daysOf(b.published)];
  return Boolean(x && y && (x[0] - y[1] > 60 || y[0] - x[1] > 60) && a.times.length === 0 && b.times.length === 0);
}

/** How surely two happenings of different documents are one; 0 when they are not. */
function same(a: Local | undefined, b: Local | undefined): number {
  if (a === undefined || b === undefined || a.document === b.document || apart(a, b)) return 0;
  const shared = [...a.participants].filter((actor) => b.participants.has(actor)).length;
  if (isSymmetric(a.event) ? shared < 2 : shared < 1) return 0;
  const context = cosine(a.context, b.context);
  const dated = a.times.length > 0 && b.times.length > 0 && meetsDays(a.times, b.times);
  if (dated) return 1 + context;
  if (Math.min(a.context.size, b.context.size) <= 4) return 0.5;
  const floor = isEncounter(a.event) ? contextFloor.encounter : contextFloor.other;
  return context >= floor ? context : 0;
}

function meetsDays(a: readonly string[], b: readonly string[]): boolean {
  const days = (values: readonly string[]) =>
    new Set(values.filter((value) => daysOf(value) !== null).map((value) => value.slice(0, 10)));
  return meets(days(a), days(b));
}
