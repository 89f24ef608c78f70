import { otherMarks } from "./conflicts/marks.ts";
import type { Episode } from "./episodes.ts";
import { candidatePairs, Groups } from "./groups.ts";
import { isSymmetric } from "./happening.ts";
import { isLead, type Local } from "./locals.ts";
import type { Node } from "./node.ts";
import { timesConflict } from "./time.ts";

/** A happening as a set of propositions that are about it. */
export type Happening = {
  readonly id: number;
  readonly event: string;
  readonly nodes: readonly Node[];
  readonly participants: ReadonlySet<string>;
  readonly times: readonly string[];
  /** When it was, where its own words don't say: the day of what the documents were written for, when it is part of that. */
  readonly day: readonly string[];
};

/**
 * Groups the propositions about happenings. Those of different documents are one when the documents tell of one story
 * there, the same took part, and no date excludes it.
 */
export function happeningsOf(stories: readonly (readonly Episode[])[]): Happening[] {
  const found: Happening[] = [];
  for (const episodes of stories) {
    const locals = episodes.flatMap((episode) => episode.locals.map((local) => ({ local, episode })));
    const groups = new Groups(locals.length);
    const keys = locals.map(({ local }) => {
      const who = [...local.participants].sort();
      return who.length === 0 ? [local.event] : who.map((one) => `${local.event}|${one}`);
    });
    for (const [i, j] of candidatePairs(keys)) {
      const [a, b] = [locals[i], locals[j]];
      if (a === undefined || b === undefined || a.episode.reading === b.episode.reading) continue;
      if (groups.find(i) === groups.find(j) || !isSame(a.local, b.local)) continue;
      const [left, right] = [groups.members(i).slice(0, 24), groups.members(j).slice(0, 24)];
      if (left.some((x) => right.some((y) => isApart(locals[x]?.local, locals[y]?.local)))) continue;
      groups.join(i, j);
    }
    for (const members of groups.all()) {
      const told = members.map((index) => locals[index]).filter((one) => one !== undefined);
      const parts = told.map(({ local }) => local);
      const times = parts.flatMap((part) => part.times);
      found.push({
        id: found.length,
        event: parts[0]?.event ?? "",
        nodes: parts.flatMap(({ nodes }) => nodes),
        participants: new Set(parts.flatMap(({ participants }) => [...participants])),
        times,
        day: [...new Set(times.length > 0 ? times : told.flatMap(dayOf))],
      });
    }
  }
  return found;
}

const dayOf = ({ local, episode }: { readonly local: Local; readonly episode: Episode }): readonly string[] =>
  isLead(local) ? episode.times : [];

function isSame(a: Local, b: Local): boolean {
  const shared = [...a.participants].filter((actor) => b.participants.has(actor)).length;
  const fewer = Math.min(a.participants.size, b.participants.size);
  return shared >= Math.min(isSymmetric(a.event) ? 2 : 1, fewer);
}

const isApart = (a: Local | undefined, b: Local | undefined): boolean =>
  a === undefined || b === undefined || timesConflict(a.times, b.times) || isOtherOfThem(a, b);

/** `C'est le premier incendie de l'année`, `C'est le deuxième incendie de l'année`. */
const isOtherOfThem = (a: Local, b: Local): boolean =>
  a.nodes.slice(0, 4).some((x) => b.nodes.slice(0, 4).some((y) => otherMarks(x, y) !== null));
