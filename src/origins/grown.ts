import type { OriginBounds, OriginGroup } from "../model/index.ts";

/**
 * Bounds of one side of a claim that took in positions. Of the claim as a whole only what was found before is known
 * (`whole`); what is new was judged beside some of its positions alone (`without` and `with` what is new). A new position
 * goes to the group that has its root or that it was found to be one with; else it is an origin of its own. Aligning anew
 * judges each beside all.
 */
export function grownBounds(whole: OriginBounds, without: OriginBounds, withNew: OriginBounds): OriginBounds {
  const old = new Set(without.groups.flatMap(({ members }) => members));
  const groups: OriginGroup[] = [...whole.groups];
  const byKey = new Map<string, number>();
  const byMember = new Map<string, number>();
  for (const [at, { key, members }] of groups.entries()) {
    if (key !== undefined && !byKey.has(key)) byKey.set(key, at);
    for (const member of members) byMember.set(member, at);
  }
  let [own, known, told] = [0, 0, 0];
  for (const group of withNew.groups) {
    const fresh = group.members.filter((member) => !old.has(member) && !byMember.has(member));
    if (fresh.length === 0) continue;
    const beside = group.members.map((member) => byMember.get(member)).find((at) => at !== undefined);
    const at = beside ?? (group.key === undefined ? undefined : byKey.get(group.key));
    const into = at === undefined ? undefined : groups[at];
    if (at === undefined || into === undefined) {
      groups.push({ ...group, members: fresh });
      own += 1;
      if (isNarrator(group)) told += 1;
      continue;
    }
    if (beside === undefined) known += 1;
    groups[at] = {
      ...into,
      members: [...into.members, ...fresh].sort(),
      because: into.members.length === 1 ? group.because : into.because,
      ...(group.party === true ? { party: true } : {}),
      ...(into.collapses === undefined && group.collapses !== undefined ? { collapses: group.collapses } : {}),
    };
  }
  if (whole.groups.length === 0) return { ...withNew, groups };
  const more = Math.max(own, withNew.upper - without.upper - known);
  const before = whole.groups.every(isNarrator) ? 0 : whole.lower;
  return { lower: Math.max(whole.lower, before + own - told), upper: whole.upper + more, groups };
}

/** Who names no source is not counted at the lower bound. */
const isNarrator = ({ key }: OriginGroup): boolean => /^(?:document|hand):/.test(key ?? "");
