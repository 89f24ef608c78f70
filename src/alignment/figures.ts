import type { FigureGroup, Reading } from "../model/index.ts";
import { apartness, comparison, flagsOf } from "./figures/compare.ts";
import { wholesIn } from "./figures/parts.ts";
import { placedIn } from "./figures/place.ts";
import { fold, type Placed, signature } from "./figures/placed.ts";
import { dayOf, difference } from "./figures/scope.ts";
import { settle } from "./figures/settle.ts";
import { identifier } from "./identifier.ts";
import type { Identity } from "./names.ts";
import type { NearbyStories } from "./stories.ts";

/** Scopes of one kind that a figure is compared with: keeps the work linear in crowded stories. */
const reach = 60;
/** Different members of a scope that a new one has to go with. */
const most = 16;

/** Figures of one scope: what is counted, where, when. */
type Scope = { readonly members: Placed[]; readonly differing: Map<string, Placed> };

/**
 * Figures compared. Those of one scope stand together with how far they lie apart; parts and sums as the words of an
 * article set them up; scopes of the same thing in one story side by side as not comparable, with the reason.
 */
export function figureGroupsOf(readings: readonly Reading[], nearby: NearbyStories, identity: Identity): FigureGroup[] {
  const groups: FigureGroup[] = [];
  const parts = new Map<Placed, Placed>();
  const all: Placed[] = [];
  const documents = settle(readings.map((reading) => placedIn(reading, nearby, identity)));
  for (const [at, reading] of readings.entries()) {
    const placed = documents[at] ?? [];
    for (const { parts: own, whole, sum, holds } of wholesIn(reading, placed)) {
      const members = [...own, whole].map((one) => placed[one]).filter((figure) => figure !== undefined);
      const total = members.at(-1);
      if (total === undefined) continue;
      for (const part of members.slice(0, -1)) parts.set(part, total);
      groups.push(wholeGroup(members, sum, holds));
    }
    all.push(...placed);
  }
  const scopes = scopesOf(all, parts);
  for (const { members } of scopes) {
    if (members.length < 2) continue;
    const flags = flagsOf(members);
    groups.push({
      ...group("same", members, comparison(members, flags)),
      scope: { place: common(members.map(({ scope }) => scope.place)), time: common(members.map(({ time }) => time)) },
      apart: apartness(members),
      ...(flags.length === 0 ? {} : { flags }),
    });
  }
  return [...groups, ...sideBySide(scopes, parts)];
}

function scopesOf(figures: readonly Placed[], parts: ReadonlyMap<Placed, Placed>): Scope[] {
  const scopes: Scope[] = [];
  const buckets = new Map<string, Scope[]>();
  for (const figure of figures) {
    const own = signature(figure) + (parts.has(figure) ? " part" : "");
    const keys = [`${figure.story ?? figure.document} ${figure.of}`, ...spotsOf(figure, [0, -1, 1])];
    const candidates = new Set(keys.flatMap((key) => buckets.get(key)?.slice(0, reach) ?? []));
    let scope = [...candidates].find(({ differing }) => fits(figure, own, differing, parts));
    if (scope === undefined) {
      scope = { members: [], differing: new Map() };
      scopes.push(scope);
    }
    scope.members.push(figure);
    if (!scope.differing.has(own) && scope.differing.size < most) scope.differing.set(own, figure);
    for (const key of [keys[0] ?? "", ...spotsOf(figure)]) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [scope]);
      else if (!bucket.includes(scope)) bucket.push(scope);
    }
  }
  return scopes;
}

function fits(
  figure: Placed,
  own: string,
  differing: ReadonlyMap<string, Placed>,
  parts: ReadonlyMap<Placed, Placed>,
): boolean {
  if (differing.has(own)) return true;
  return [...differing.values()].every(
    (member) => !related(figure, member, parts) && difference(figure, member) === null,
  );
}

const related = (a: Placed, b: Placed, parts: ReadonlyMap<Placed, Placed>): boolean =>
  parts.get(a) === b || parts.get(b) === a || (a.document === b.document && parts.has(a) !== parts.has(b));

/** A place and a week, those of the own week first, under which figures of other stories may be of one scope. */
function spotsOf(figure: Placed, weeks: readonly number[] = [0]): string[] {
  const days = dayOf(figure);
  if (figure.measure || days === null || days[1] - days[0] > 31) return [];
  const week = Math.floor(days[0] / 7);
  const places = new Set([...figure.names, ...(figure.scope.place === null ? [] : [fold(figure.scope.place)])]);
  return [...places].slice(0, 6).flatMap((place) => weeks.map((by) => `figure|${place}|${figure.of}|${week + by}`));
}

function group(relation: FigureGroup["relation"], members: readonly Placed[], because: string): FigureGroup {
  const clear = [...members].sort(
    (a, b) => Number(b.telling) - Number(a.telling) || b.what.length - a.what.length || a.start - b.start,
  )[0];
  return {
    id: identifier("figures", [relation, ...members.map(({ document, start }) => `${document} ${start}`)]),
    story: members[0]?.story ?? null,
    quantity: clear?.what || clear?.unit || "",
    relation,
    members: members.map(plain),
    because,
  };
}

/** Back to what a figure is for everybody else. */
function plain(figure: Placed): FigureGroup["members"][number] {
  const { start, end, text, value, upper, unit, what, bound, scope, speaker, statement, document, uri } = figure;
  return { start, end, text, value, upper, unit, what, bound, scope, speaker, statement, document, uri };
}

function wholeGroup(members: readonly Placed[], sum: boolean, holds: boolean): FigureGroup {
  const whole = members.at(-1);
  const parts = members.slice(0, -1);
  const listed = parts.map(({ text }) => text).join(" + ");
  const made = Number(parts.reduce((total, { value }) => total + value, 0).toFixed(6));
  const because = !sum
    ? parts.map(({ text }) => `${text} is part of ${whole?.text}.`).join(" ")
    : holds
      ? `${listed} make ${whole?.text}.`
      : `${listed} make ${made}, not ${whole?.text}.`;
  return {
    ...group("part-of", members, because),
    parts: { members: parts.map((_, at) => at), whole: parts.length, sum },
  };
}

/** The scopes in which one thing is counted within a story, one figure each, and what keeps them apart. */
function sideBySide(scopes: readonly Scope[], parts: ReadonlyMap<Placed, Placed>): FigureGroup[] {
  const kinds = new Map<string, Placed[]>();
  for (const { members } of scopes) {
    const [leader] = members;
    if (leader === undefined || (leader.measure && leader.topic.size === 0)) continue;
    const key = `${leader.story ?? leader.document}\n${leader.of}`;
    kinds.set(key, [...(kinds.get(key) ?? []), leader]);
  }
  const groups: FigureGroup[] = [];
  for (const [, leaders] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shown = leaders.slice(0, 50);
    const reasons = new Set<string>();
    for (let i = 1; i < shown.length && reasons.size < 3; i++) {
      const [a, b] = [shown[i - 1], shown[i]];
      if (a === undefined || b === undefined) continue;
      const part = parts.get(a) === b || parts.get(b) === a;
      reasons.add(part ? "one is part of the other" : (difference(a, b) ?? "they count different things"));
    }
    if (shown.length < 2) continue;
    const because = [...reasons].map((reason) => `These are not of one scope: ${reason}.`).join(" ");
    groups.push(group("not-comparable", shown, because));
  }
  return groups;
}

const common = <T>(values: readonly (T | null)[]): T | null => {
  const known = new Set(values.filter((value) => value !== null));
  return known.size === 1 ? ([...known][0] ?? null) : null;
};

export { compatible } from "./figures/compare.ts";
