import type { Ledger } from "../../ledger/index.ts";
import { storiesOf } from "../../ledger/index.ts";
import { SelonError } from "../../model/error.ts";
import type { ActorRef, BodyOf, DocumentId, Speaker, Story } from "../../model/index.ts";
import type { Made } from "./about-statements.ts";
import { noSuch, refOf, somebody, whoIs, wholeId } from "./lookup.ts";
import { Anchors, type ClaimRef, claimRef, positionsMeant, type StatementRef, storyRef } from "./refs.ts";
import type { RequestOf } from "./request.ts";

const first = (ref: ClaimRef) => ref.positions[0]?.anchor ?? null;

/** Claims that are one. */
export async function mergeClaims(
  ledger: Ledger,
  { claims }: RequestOf<"merge-claims">,
): Promise<Made<BodyOf<"merge-claims">>> {
  const refs: ClaimRef[] = [];
  for (const id of claims) refs.push((await claimRef(ledger, id)).ref);
  const [into] = refs;
  if (into === undefined || new Set(refs.map(({ claim }) => claim)).size < refs.length) throw sameTwice("claim");
  return {
    target: { kind: "claim", claim: into.claim },
    anchor: first(into),
    body: { kind: "merge-claims", claims: refs },
  };
}

/** Positions that are of another claim. */
export async function splitClaim(
  ledger: Ledger,
  { claim: id, statements, proposition }: RequestOf<"split-claim">,
): Promise<Made<BodyOf<"split-claim">>> {
  const { claim, ref } = await claimRef(ledger, id);
  const positions = await meant(ledger, claim, statements);
  if (positions.length >= claim.positions.length) throw nothingLeft();
  return {
    target: { kind: "claim", claim: claim.id },
    anchor: positions[0]?.anchor ?? null,
    body: { kind: "split-claim", claim: ref, positions, proposition: proposition ?? null },
  };
}

/** Positions that rest on one origin, or on one of their own. */
export async function setOrigins(
  ledger: Ledger,
  { kind, claim: id, statements, root }: RequestOf<"collapse-origins"> | RequestOf<"separate-origins">,
): Promise<Made<BodyOf<"collapse-origins"> | BodyOf<"separate-origins">>> {
  const { claim, ref } = await claimRef(ledger, id);
  const positions = await meant(ledger, claim, statements);
  if (kind === "collapse-origins" && positions.length < 2) throw sameTwice("statement");
  return {
    target: { kind: "claim", claim: claim.id },
    anchor: positions[0]?.anchor ?? null,
    body: { kind, claim: ref, positions, root: root ?? null },
  };
}

async function meant(
  ledger: Ledger,
  claim: Parameters<typeof positionsMeant>[0],
  statements: readonly string[],
): Promise<StatementRef[]> {
  const anchors = new Anchors(ledger);
  const found: StatementRef[] = [];
  for (const position of positionsMeant(claim, statements)) found.push(await anchors.position(position));
  return found;
}

async function storyWith(ledger: Ledger, id: string): Promise<Story> {
  const [story] = await storiesOf(ledger, { story: await wholeId(ledger, "story", id) });
  if (story === undefined) throw noSuch("story", id);
  return story;
}

/** Stories that are one. */
export async function mergeStories(
  ledger: Ledger,
  { stories }: RequestOf<"merge-stories">,
): Promise<Made<BodyOf<"merge-stories">>> {
  const refs = [];
  for (const id of stories) refs.push(storyRef(await storyWith(ledger, id)));
  const [into] = refs;
  if (into === undefined || new Set(refs.map(({ story }) => story)).size < refs.length) throw sameTwice("story");
  return { target: { kind: "story", story: into.story }, anchor: null, body: { kind: "merge-stories", stories: refs } };
}

/** Documents that are of another story. */
export async function splitStory(
  ledger: Ledger,
  { story: id, documents, title }: RequestOf<"split-story">,
): Promise<Made<BodyOf<"split-story">>> {
  const story = await storyWith(ledger, id);
  const meant = new Set<DocumentId>();
  for (const document of documents) {
    const whole = await wholeId(ledger, "document", document);
    if (!story.documents.includes(whole as DocumentId)) throw noSuch("document", document);
    meant.add(whole as DocumentId);
  }
  if (meant.size >= story.documents.length) throw nothingLeft();
  return {
    target: { kind: "story", story: story.id },
    anchor: null,
    body: { kind: "split-story", story: storyRef(story), documents: [...meant], title: title ?? null },
  };
}

/** Actors who are one. */
export async function mergeActors(
  ledger: Ledger,
  { actors }: RequestOf<"merge-actors">,
): Promise<Made<BodyOf<"merge-actors">>> {
  const refs: ActorRef[] = [];
  for (const id of actors) refs.push(refOf(await knownActor(ledger, id)));
  const [into] = refs;
  if (into === undefined || new Set(refs.map(({ id }) => id)).size < refs.length) throw sameTwice("actor");
  return { target: { kind: "actor", actor: into.id }, anchor: null, body: { kind: "merge-actors", actors: refs } };
}

/** Documents in which an actor is somebody else. */
export async function splitActor(
  ledger: Ledger,
  { actor: id, documents, as, asKind }: RequestOf<"split-actor">,
): Promise<Made<BodyOf<"split-actor">>> {
  const actor = await knownActor(ledger, id);
  const meant: string[] = [];
  for (const document of documents) meant.push(await wholeId(ledger, "document", document));
  const other = somebody(as, asKind ?? actor.kind);
  // A name that sounds the same would be taken for the same person again.
  const own: Speaker = { ...other, id: `actor:${other.id}` };
  return {
    target: { kind: "actor", actor: actor.id },
    anchor: null,
    body: { kind: "split-actor", actor: refOf(actor), documents: [...new Set(meant)].sort(), as: own },
  };
}

/** Names, kind, roles or party of an actor. */
export async function setActor(
  ledger: Ledger,
  { actor: id, changes }: RequestOf<"set-actor">,
): Promise<Made<BodyOf<"set-actor">>> {
  const actor = await knownActor(ledger, id);
  return {
    target: { kind: "actor", actor: actor.id },
    anchor: null,
    body: { kind: "set-actor", actor: refOf(actor), changes },
  };
}

/** An actor of the ledger by id or by a whole name. Throws `no-such-thing` where nobody is called so. */
export async function knownActor(ledger: Ledger, id: string): Promise<Speaker> {
  const { actorsNamed } = await import("../../ledger/decisions/index.ts");
  const known = await actorsNamed(ledger, id);
  const exact = known.find((one) => one.id === id);
  if (exact !== undefined) return { id: exact.id, name: exact.name, kind: exact.kind };
  const named = await whoIs(ledger, id, null);
  if (!known.some((one) => one.id === named.id)) throw noSuch("actor", id);
  return named;
}

function sameTwice(thing: string): SelonError {
  return new SelonError({
    code: "same-twice",
    what: `At least two of these are one and the same ${thing}.`,
    why: "Only different ones can be put together.",
    todo: "Give different ids.",
    details: { thing },
  });
}

function nothingLeft(): SelonError {
  return new SelonError({
    code: "nothing-left",
    what: "Nothing would be left of it.",
    why: "What is split off must be a part, not the whole.",
    todo: "Give fewer ids.",
  });
}
