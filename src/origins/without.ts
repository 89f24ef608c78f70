import type { Alignment, Claim } from "../model/index.ts";

/** What is left of a claim's affirming side without one actor. */
export type Fallen = {
  readonly claim: string;
  readonly proposition: string;
  readonly before: number;
  readonly after: number;
};

/** Which claims lose an origin if this actor falls as a source: every group that rests on it, directly or by who relays it. */
export function without(alignment: Alignment, actor: string): Fallen[] {
  const fallen: Fallen[] = [];
  for (const claim of alignment.claims) {
    const before = claim.origins.affirm.groups.length;
    const after = claim.origins.affirm.groups.filter((group) => !restsOn(claim, group.members, actor)).length;
    if (after < before) fallen.push({ claim: claim.id, proposition: claim.proposition, before, after });
  }
  return fallen.sort((a, b) => a.after - b.after || (a.claim < b.claim ? -1 : 1));
}

/** Whether every position of a group comes from the actor or through him. */
function restsOn({ positions }: Claim, members: readonly string[], actor: string): boolean {
  const own = positions.filter(
    ({ statement, position }) => members.includes(statement) && position !== "deny" && position !== "doubt",
  );
  const touched = own.filter(({ speaker, chain }) =>
    [speaker, ...chain].some(({ id, name }) => id === actor || name === actor),
  );
  return touched.length > 0 && own.every((position) => touched.includes(position) || position.chain.length === 0);
}
