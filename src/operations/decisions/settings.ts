import { decisionsIn, identitiesIn, standing } from "../../ledger/decisions/index.ts";
import type { KeptActor, Ledger } from "../../ledger/index.ts";
import { speakingIn } from "../../ledger/told.ts";
import type { Claim, Decided } from "../../model/index.ts";

/** What people set about an actor, besides its names and kind, which are in the readings. */
export type ActorSettings = {
  readonly roles: readonly string[];
  /** The party it belongs to. */
  readonly side: string | null;
  readonly decided: Decided;
};

export type SetActor = KeptActor & Partial<ActorSettings>;

/** By actor, what people set about it. Splits hold in single documents only and are left out. */
export async function actorSettings(ledger: Ledger): Promise<ReadonlyMap<string, ActorSettings>> {
  const lines = await decisionsIn(ledger.db, { layer: "actor" });
  const { set } = identitiesIn("", standing(lines).active);
  return new Map([...set].map(([id, { roles, side = null, decided }]) => [id, { roles, side, decided }]));
}

/** The id under which an actor is shown whose own this was before people merged it with another; itself for any other. */
export async function actorNow(ledger: Ledger, actor: string): Promise<string> {
  const lines = await decisionsIn(ledger.db, { layer: "actor" });
  return identitiesIn("", standing(lines).active).of(actor);
}

/** Actors with the roles and party that people set. */
export async function withSettings(ledger: Ledger, actors: readonly KeptActor[]): Promise<SetActor[]> {
  const settings = await actorSettings(ledger);
  if (settings.size === 0) return [...actors];
  return actors.map((actor) => ({ ...actor, ...settings.get(actor.id) }));
}

/** Ids of the actors that people put on a side. */
export async function actorsOfSide(ledger: Ledger, side: string): Promise<string[]> {
  return [...(await actorSettings(ledger))].flatMap(([id, set]) => (set.side === side ? [id] : []));
}

/** The sides of those who take positions on a story's claims, where people set them, by name. */
export async function sidesIn(ledger: Ledger, story: string): Promise<string[]> {
  const settings = await actorSettings(ledger);
  const sided = [...settings].flatMap(([id, { side }]) => (side === null ? [] : [id]));
  const found = await speakingIn(ledger, story, sided);
  return [...new Set(found.flatMap((id) => settings.get(id)?.side ?? []))].sort();
}

/** Claims whose positions tell the party of their speaker, where a person set it. */
export async function withSides(ledger: Ledger, claims: readonly Claim[]): Promise<Claim[]> {
  const settings = await actorSettings(ledger);
  const sides = new Map([...settings].flatMap(([id, { side }]) => (side === null ? [] : [[id, side] as const])));
  if (sides.size === 0) return [...claims];
  return claims.map((claim) => ({
    ...claim,
    positions: claim.positions.map((position) => {
      const side = sides.get(position.speaker.id);
      return side === undefined ? position : { ...position, side };
    }),
  }));
}
