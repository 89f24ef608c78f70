import type { Alignment, Claim, ClaimStatus, OriginBounds, OriginGroup } from "../model/index.ts";
import { statusOf } from "./status.ts";

/** What is left of a claim when one source falls. */
export type Fallen = {
  readonly claim: string;
  readonly story: string | null;
  readonly proposition: string;
  /** Origins of the affirming side with and without it. */
  readonly before: number;
  readonly after: number;
  /** The same of the denying side. */
  readonly denying: { readonly before: number; readonly after: number };
  readonly was: ClaimStatus;
  readonly becomes: ClaimStatus;
  /** What the origins that fall are called, by side. */
  readonly gone: { readonly affirm: readonly string[]; readonly deny: readonly string[] };
  /** True where nobody is left to affirm it. */
  readonly nothingLeft: boolean;
};

/**
 * What falls if this actor falls as a source: the groups of origins all of whose positions come from it or through it.
 * Claims that lose nothing are left out; those that lose all come first. `ids` are further ids of the same actor.
 */
export function without(
  alignment: Pick<Alignment, "claims">,
  actor: string,
  ids: ReadonlySet<string> = new Set(),
): Fallen[] {
  const wanted = fold(actor);
  const is = ({ id, name }: { readonly id: string; readonly name: string }): boolean =>
    id === actor || ids.has(id) || fold(name) === wanted;
  const fallen: Fallen[] = [];
  for (const claim of alignment.claims) {
    const affirm = left(claim, "affirm", is);
    const deny = left(claim, "deny", is);
    const [before, after] = [claim.origins.affirm.groups.length, affirm.groups.length];
    const denying = { before: claim.origins.deny.groups.length, after: deny.groups.length };
    if (after === before && denying.after === denying.before) continue;
    const lost = { affirm: lostOf(claim.origins.affirm, affirm), deny: lostOf(claim.origins.deny, deny) };
    const members = new Set([...lost.affirm, ...lost.deny].flatMap((group) => group.members));
    const positions = claim.positions.filter(({ statement }) => !members.has(statement));
    const gone = { affirm: lost.affirm.map(({ root }) => root), deny: lost.deny.map(({ root }) => root) };
    const { id, story, proposition, status } = claim;
    const becomes = statusOf(positions, { affirm, deny });
    const nothingLeft = before > 0 && after === 0;
    fallen.push({ claim: id, story, proposition, before, after, denying, was: status, becomes, gone, nothingLeft });
  }
  return fallen.sort(byLoss);
}

/** Those that lose all first. */
export function byLoss(a: Fallen, b: Fallen): number {
  const changed = ({ was, becomes }: Fallen): number => (was === becomes ? 1 : 0);
  return a.after - b.after || changed(a) - changed(b) || b.before - a.before || (a.claim < b.claim ? -1 : 1);
}

const lostOf = (before: OriginBounds, after: OriginBounds): OriginGroup[] =>
  before.groups.filter((group) => !after.groups.includes(group));

type Is = (actor: { readonly id: string; readonly name: string }) => boolean;

/** The bounds of a side without the groups that rest on the actor. */
function left(claim: Claim, side: "affirm" | "deny", is: Is): OriginBounds {
  const { groups, lower, upper } = claim.origins[side];
  const kept = groups.filter(
    ({ root, key, members }) => !is({ id: key ?? "", name: root }) && !restsOn(claim, members, is),
  );
  const gone = groups.length - kept.length;
  if (gone === 0) return claim.origins[side];
  const least = kept.length === 0 ? 0 : 1;
  return { lower: Math.max(least, lower - gone), upper: Math.max(kept.length, upper - gone), groups: kept };
}

/** Whether every position of a group comes from the actor or through it. */
function restsOn({ positions }: Claim, members: readonly string[], is: Is): boolean {
  const wanted = new Set(members);
  const own = positions.filter(({ statement }) => wanted.has(statement));
  const touched = own.filter(({ speaker, chain }) => [speaker, ...chain].some(is));
  return touched.length > 0 && own.every((position) => touched.includes(position) || position.chain.length === 0);
}

const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase()
    .replace(/^(?:(?:the|le|la|les)\s+|l')/u, "")
    .trim();
