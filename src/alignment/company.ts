import { castOf } from "./affair.ts";
import type { Episode } from "./episodes.ts";
import { isSymmetric, kindOf } from "./happening.ts";
import { isLead, isOpening } from "./locals.ts";
import { isRenowned } from "./renown.ts";
import { gapOf, type Window } from "./time.ts";

// What it tells of two articles that they name the same people, places and bodies. Long articles differ in most of what
// they tell (background, other voices), and one that comes later is on another day; whom they name stays.

/** Hours within which articles that name many of the same are likely to tell of one thing; and to go on with it. */
const [soon, afterwards] = [14 * 24, 56 * 24];
/** Hours within which one affair goes on. */
const weeks = 21 * 24;
/** Names that two articles of a fortnight, or a matter and what came of it, share at least. */
const several = 5;

/**
 * Whether two articles of known days name much of the same cast: three names at least, and two fifths of whom the shorter
 * names.
 */
export function isOneMatter(a: Episode, b: Episode): boolean {
  if (hoursBetween(a, b) === null) return false;
  const { count, share } = sharedCast(a, b);
  return count >= 3 && share >= 0.4;
}

/**
 * Whether two articles that open with different days tell how one matter went on: much of the same cast, and not another
 * happening of one kind (`La ministre quitte le gouvernement`, weeks after the fire; not: another fire).
 */
export function isFollowUp(a: Episode, b: Episode): boolean {
  const hours = hoursBetween(a, b);
  if (hours === null || hours > afterwards) return false;
  if (!leadingEvents(a).isDisjointFrom(leadingEvents(b))) return false;
  const { count, share } = sharedCast(a, b);
  return count >= several && share >= 0.45;
}

/**
 * Whether two articles of three weeks tell how one affair went on, whatever its stages: the fish that died, who is blamed,
 * what the laboratory found. They share four names, and three tenths of whom the shorter names; where they open with
 * different days, neither opens with a happening of a kind that the other opens with.
 */
export function goesOn(a: Episode, b: Episode): boolean {
  if (!a.main || !b.main) return false;
  const gap = gapOf(toldOn(a), toldOn(b));
  if (gap === null || gap > weeks) return false;
  if ((gapOf(a.when, b.when) ?? 0) > 0 && !opensWith(a).isDisjointFrom(opensWith(b))) return false;
  const { count, share } = sharedCast(a, b);
  return count >= 4 && share >= 0.3;
}

/** When an article was published, or else what it tells happened. */
const toldOn = ({ published, when }: Episode): readonly Window[] => (published === null ? when : [published]);

/** How much surer it is of two articles of one time that they tell of one thing, by how many of the same they name. */
export function company(a: Episode, b: Episode): number {
  const hours = hoursBetween(a, b);
  if (hours === null || hours >= soon) return 1;
  const { count, share } = sharedCast(a, b);
  return count < several ? 1 : 1 + 1.5 * share;
}

/** Between the publication of what two articles were written for; null where one does not say, or tells it in passing. */
const hoursBetween = (a: Episode, b: Episode): number | null =>
  !a.main || !b.main || a.published === null || b.published === null ? null : gapOf([a.published], [b.published]);

const leadingEvents = ({ locals }: Episode): ReadonlySet<string> =>
  new Set(locals.filter(isLead).map(({ event }) => event));

/** Kinds of happenings that an article opens with. That somebody talked is none: somebody does every day. */
const opensWith = ({ locals }: Episode): ReadonlySet<string> =>
  new Set(locals.filter(isOpening).flatMap(({ event }) => (isSymmetric(event) ? [] : [kindOf(event)])));

/** Names on no list that two articles share, and their share of those that the shorter has, by how much each name tells. */
function sharedCast(a: Episode, b: Episode): { readonly count: number; readonly share: number } {
  const [x, y] = [castOf(a.reading), castOf(b.reading)];
  let [count, both] = [0, 0];
  for (const [name, weight] of x.names) {
    const other = y.names.get(name);
    if (other === undefined || isRenowned(name) || x.statesmen.has(name) || y.statesmen.has(name)) continue;
    count += 1;
    both += Math.min(weight, other);
  }
  const least = Math.min(x.own, y.own);
  return { count, share: least === 0 ? 0 : both / least };
}
