import { documentRefs } from "../ledger/counts.ts";
import type { Ledger } from "../ledger/index.ts";
import type { ClaimStatus, PositionKind, TextSpan } from "../model/index.ts";
import { listActors } from "./actors.ts";
import { listClaims } from "./claims.ts";
import { actorNow, type SetActor } from "./decisions/settings.ts";
import { turnsAmong } from "./turns.ts";

/** A position that an actor takes himself, with its date. */
export type ActorPosition = {
  readonly claim: string;
  readonly story: string | null;
  readonly proposition: string;
  readonly status: ClaimStatus;
  readonly position: PositionKind;
  readonly statement: string;
  readonly document: string;
  readonly uri: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** When it was published, ISO 8601. */
  readonly published: string | null;
  readonly evidence: TextSpan;
  /** Others through whom it came, outermost first. */
  readonly through: readonly { readonly id: string; readonly name: string }[];
};

/** A claim that an actor first stood for and then against, or the other way round. */
export type Turn = {
  readonly claim: string;
  readonly proposition: string;
  readonly from: ActorPosition;
  readonly to: ActorPosition;
};

export type WholeActor = {
  readonly actor: SetActor;
  /** By date of publication, undated last. */
  readonly positions: readonly ActorPosition[];
  readonly turns: readonly Turn[];
};

const most = 2_000;

/** One actor by its whole id, or by one that it had before it was merged, with the positions it takes over time and the turns in them; null where there is none. */
export async function findActor(ledger: Ledger, asked: string): Promise<WholeActor | null> {
  const id = await actorNow(ledger, asked);
  const actor = (await listActors(ledger, { actor: id })).find((one) => one.id === id);
  if (actor === undefined) return null;
  const own: ActorPosition[] = [];
  for (const { id: claim, story, proposition, status, positions } of await listClaims(ledger, { actor: id })) {
    for (const { speaker, chain, position, statement, document, uri, evidence } of positions) {
      if (speaker.id !== id || own.length >= most) continue;
      const through = chain.filter((link) => link.id !== id);
      const of = { claim, story, proposition, status, position, statement, document, uri, evidence, through };
      own.push({ ...of, title: null, outlet: null, published: null });
    }
  }
  const refs = new Map(
    (await documentRefs(ledger, [...new Set(own.map(({ document }) => document))])).map((one) => [one.id, one]),
  );
  const positions = own
    .map((one) => {
      const { title = null, outlet = null, published = null } = refs.get(one.document) ?? {};
      return { ...one, title, outlet, published };
    })
    .sort((a, b) => (a.published ?? "9999").localeCompare(b.published ?? "9999") || a.claim.localeCompare(b.claim));
  return { actor, positions, turns: turnsIn(positions) };
}

function turnsIn(positions: readonly ActorPosition[]): Turn[] {
  const turns = turnsAmong(positions, ({ claim, position, published }) => ({
    speaker: "",
    claim,
    position,
    when: published,
  }));
  return [...turns].map(([to, from]) => ({ claim: to.claim, proposition: to.proposition, from, to }));
}
