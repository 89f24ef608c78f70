import { isHappening, isSymmetric } from "./happening.ts";
import type { Node } from "./node.ts";
import { datedBy, isRecent, timesConflict, windowOf } from "./time.ts";

/** A happening as one document tells of it. */
export type Local = {
  readonly event: string;
  readonly nodes: Node[];
  readonly participants: Set<string>;
  readonly times: string[];
};

/** Whether a document opens with it. */
export const isLead = ({ nodes }: Local): boolean => nodes.some(({ proposition }) => proposition.paragraph <= 1);

/** Paragraphs that say what a document is about: its title, a line that dates it, and what it begins with. */
export const opening = 2;

/** Whether a document tells of it there. `isLead` asks for more: in its title or the paragraph after. */
export const isOpening = ({ nodes }: Local): boolean =>
  nodes.some(({ proposition }) => proposition.paragraph <= opening);

const isAbout = (node: Node): boolean => node.proposition.kind !== "verdict" && isHappening(node.event);

/**
 * Happenings of one document, in text order: `cet appel` is the call last spoken of. What is undated is of the days of
 * `published`, so that another time told later (`en juin, ils s'étaient déjà parlé`) is another happening.
 */
export function localHappenings(nodes: readonly Node[], published: string | null = null): Local[] {
  const now = published === null ? null : windowOf(published);
  const isPast = (times: readonly string[]): boolean => {
    if (now === null) return false;
    const own = times.map((value) => windowOf(datedBy(value, published))).filter((window) => window !== null);
    return own.length > 0 && own.every((window) => !isRecent(window, now));
  };
  const found: Local[] = [];
  const ordered = nodes.filter(isAbout).sort((a, b) => a.proposition.evidence.start - b.proposition.evidence.start);
  for (const node of ordered) {
    const event = node.event ?? "";
    const who = participantsOf(node);
    const past = isPast(node.proposition.times);
    // A text of thousands of happenings goes on with those last spoken of.
    const open = found
      .slice(-60)
      .filter((local) => local.event === event && !timesConflict(local.times, node.proposition.times))
      .filter((local) => local.times.length > 0 || !past);
    const shared = (local: Local) => [...who].filter((actor) => local.participants.has(actor)).length;
    const needed = isSymmetric(event) ? 2 : 1;
    const match = open.findLast((local) => {
      const both = shared(local);
      const fewer = Math.min(who.size, local.participants.size);
      return both >= needed || (fewer < needed && both === fewer && near(local, node, isPast(local.times) ? 0 : 8));
    });
    if (match === undefined)
      found.push({ event, nodes: [node], participants: who, times: [...node.proposition.times] });
    else {
      match.nodes.push(node);
      for (const actor of who) match.participants.add(actor);
      match.times.push(...node.proposition.times);
    }
  }
  return found;
}

/**
 * Whether a bare mention may go on with what was told within so many paragraphs: with another time (`En janvier,
 * l'attaque de Lorsk …`) only in the same one. Not: `Il s'agit d'une attaque délibérée`, said of the matter itself.
 */
const near = (local: Local, node: Node, paragraphs: number): boolean =>
  local.nodes
    .slice(-8)
    .some(({ proposition }) => Math.abs(proposition.paragraph - node.proposition.paragraph) <= paragraphs);

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
  if (!isSymmetric(node.event)) {
    for (const place of node.proposition.places) who.add(place);
    if (who.size === 0) for (const actor of node.actors) if (actor.startsWith("name:")) who.add(actor);
  }
  return who;
}

/** Joint and group actors stand beside their members and make no pair of their own. */
const isHeap = (actor: string): boolean => /^(?:joint|group|outlet|anonymous):/.test(actor);
