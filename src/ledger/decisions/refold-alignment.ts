import type { Claim, Decision, FigureGroup, Reading, Story } from "../../model/index.ts";
import { withOrigins } from "../../origins/index.ts";
import { chunks, insertAligned, removeAligned } from "../aligned-rows.ts";
import { readings } from "../readings.ts";
import type { Work } from "../schema.ts";
import { type FoldedParts, foldAlignment } from "./fold-alignment.ts";
import { decisionsIn } from "./log.ts";
import type { ClaimRef, Parts, PositionRef, StoryRef } from "./parts.ts";
import { standing } from "./standing.ts";

/**
 * Folds what was decided about claims, stories and origins over the rows that were just made for these documents, in the
 * transaction that made them. What was folded is aligned again as a whole, since its members stand together.
 */
export async function foldAligned(work: Work, documents: readonly string[]): Promise<void> {
  const some = await work.selectFrom("decisions").select("seq").where("layer", "=", "alignment").limit(1).execute();
  if (some.length === 0) return;
  const lines = new Map<number, Decision>();
  for (const ids of chunks(documents)) {
    for (const line of await decisionsIn(work, { layer: "alignment", documents: ids })) lines.set(line.seq, line);
  }
  const decisions = [...lines.values()].sort((a, b) => a.seq - b.seq);
  if (decisions.length === 0) return;
  const parts = await load(work, standing(decisions).active);
  const folded = foldAlignment(parts, decisions);
  await noteOrphans(work, decisions, folded);
  await write(work, parts, folded);
}

function refsOf(decisions: readonly Decision[]): { claims: ClaimRef[]; positions: PositionRef[]; stories: StoryRef[] } {
  const found = { claims: [] as ClaimRef[], positions: [] as PositionRef[], stories: [] as StoryRef[] };
  for (const { body } of decisions) {
    if (body.kind === "merge-claims") found.claims.push(...body.claims);
    if (body.kind === "split-claim" || body.kind === "collapse-origins" || body.kind === "separate-origins") {
      found.claims.push(body.claim);
      found.positions.push(...body.positions);
    }
    if (body.kind === "merge-stories") found.stories.push(...body.stories);
    if (body.kind === "split-story") found.stories.push(body.story);
  }
  found.positions.push(...found.claims.flatMap(({ positions }) => positions));
  return found;
}

/** The claims and stories that decisions could mean, and what hangs on those stories. */
export async function load(work: Work, active: readonly Decision[]): Promise<Parts> {
  const refs = refsOf(active);
  const claims = new Set<string>();
  const stories = new Set<string>();
  for (const ids of chunks(new Set(refs.claims.map(({ claim }) => claim)))) {
    for (const { id } of await work.selectFrom("claims").select("id").where("id", "in", ids).execute()) claims.add(id);
  }
  const byDocument = Map.groupBy(refs.positions, ({ anchor }) => anchor.source);
  for (const [document, own] of byDocument) {
    const rows = await work
      .selectFrom("positions")
      .select(["claim", "statement"])
      .where("document", "=", document)
      .execute();
    const there = new Set(rows.map(({ statement }) => statement));
    const meant = new Set(own.map(({ statement }) => statement));
    // A statement that is there no more is looked for among all claims of its document, by its characters.
    const anyOf = own.some(({ statement }) => !there.has(statement));
    for (const { claim, statement } of rows) if (anyOf || meant.has(statement)) claims.add(claim);
  }
  for (const ids of chunks(new Set(refs.stories.map(({ story }) => story)))) {
    for (const { id } of await work.selectFrom("stories").select("id").where("id", "in", ids).execute())
      stories.add(id);
  }
  for (const ids of chunks(new Set(refs.stories.flatMap(({ documents }) => documents)))) {
    const rows = await work
      .selectFrom("story_documents")
      .select("story")
      .distinct()
      .where("document", "in", ids)
      .execute();
    for (const { story } of rows) stories.add(story);
  }
  for (const ids of chunks(stories)) {
    for (const { id } of await work.selectFrom("claims").select("id").where("story", "in", ids).execute())
      claims.add(id);
  }
  // Bodies are our own rows, written from the same types.
  const found = {
    claims: new Map<string, Claim>(),
    stories: new Map<string, Story>(),
    figures: new Map<string, FigureGroup>(),
  };
  for (const ids of chunks(claims)) {
    for (const { id, body } of await work
      .selectFrom("claims")
      .select(["id", "body"])
      .where("id", "in", ids)
      .execute()) {
      found.claims.set(id, JSON.parse(body) as Claim);
    }
  }
  for (const { story } of found.claims.values()) if (story !== null) stories.add(story);
  for (const ids of chunks(stories)) {
    for (const { id, body } of await work
      .selectFrom("stories")
      .select(["id", "body"])
      .where("id", "in", ids)
      .execute()) {
      found.stories.set(id, JSON.parse(body) as Story);
    }
    const groups = await work.selectFrom("figure_groups").select(["id", "body"]).where("story", "in", ids).execute();
    for (const { id, body } of groups) found.figures.set(id, JSON.parse(body) as FigureGroup);
  }
  return { ...found, members: await membersOf(work, found) };
}

async function membersOf(
  work: Work,
  { claims, stories }: Pick<Parts, "claims" | "stories">,
): Promise<Parts["members"]> {
  const found = { claims: new Map<string, string[]>(), stories: new Map<string, string[]>() };
  const add = (map: Map<string, string[]>, id: string, member: string): void => {
    const known = map.get(id);
    if (known === undefined) map.set(id, [member]);
    else known.push(member);
  };
  for (const ids of chunks(claims.keys())) {
    const rows = await work
      .selectFrom("claim_members")
      .selectAll()
      .where("claim", "in", ids)
      .orderBy("proposition")
      .execute();
    for (const { claim, proposition } of rows) add(found.claims, claim, proposition);
  }
  for (const ids of chunks(stories.keys())) {
    const rows = await work
      .selectFrom("story_members")
      .selectAll()
      .where("story", "in", ids)
      .orderBy("episode")
      .execute();
    for (const { story, episode } of rows) add(found.stories, story, episode);
  }
  return found;
}

async function noteOrphans(work: Work, decisions: readonly Decision[], { orphans }: FoldedParts): Promise<void> {
  for (const ids of chunks(decisions.map(({ id }) => id))) {
    await work.deleteFrom("orphans").where("decision", "in", ids).execute();
  }
  for (const { decision, why } of orphans) await work.insertInto("orphans").values({ decision, why }).execute();
}

/** Puts what changed in the place of what was there. */
async function write(work: Work, before: Parts, folded: FoldedParts): Promise<void> {
  const { parts: after, reweigh, origins } = folded;
  const stories = [...after.stories.values()].filter((story) => before.stories.get(story.id) !== story);
  const moved = [...after.figures.values()].filter((group) => before.figures.get(group.id) !== group);
  const changed = new Set(stories.map(({ id }) => id));
  const figures = [...after.figures.values()].filter(({ story }) => story !== null && changed.has(story));
  let claims = [...after.claims.values()].filter(
    (claim) => before.claims.get(claim.id) !== claim || reweigh.has(claim.id),
  );
  claims = await Promise.all(
    claims.map(async (claim) => (reweigh.has(claim.id) ? await weighed(work, claim, origins) : claim)),
  );
  const gone = <T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): string[] =>
    [...old.keys()].filter((id) => !now.has(id));
  // Figure groups go with their stories: those that moved are in stories that changed, both before and after.
  await removeAligned(work, {
    claims: [...claims.map(({ id }) => id), ...gone(before.claims, after.claims)],
    stories: [
      ...changed,
      ...gone(before.stories, after.stories),
      ...moved.flatMap(({ id }) => before.figures.get(id)?.story ?? []),
    ],
  });
  const dates = new Set(
    [...claims.flatMap(({ positions }) => positions), ...figures.flatMap(({ members }) => members)].map(
      ({ document }) => document,
    ),
  );
  for (const { documents } of stories) for (const id of documents) dates.add(id);
  const members = {
    claims: pick(after.members.claims, claims),
    stories: pick(after.members.stories, stories),
  };
  await insertAligned(work, { stories, claims, figures }, members, await datesOf(work, dates));
}

function pick(
  members: ReadonlyMap<string, readonly string[]>,
  of: readonly { readonly id: string }[],
): Map<string, readonly string[]> {
  return new Map(of.map(({ id }) => [id, members.get(id) ?? []]));
}

/** A claim with its origins and status worked out anew. */
export async function weighed(work: Work, claim: Claim, origins: FoldedParts["origins"]): Promise<Claim> {
  const documents = [...new Set(claim.positions.map(({ document }) => document))];
  const own: Reading[] = [];
  for (const ids of chunks(documents)) own.push(...(await readings(work, ids)));
  const [found] = withOrigins({ stories: [], claims: [claim], figures: [] }, own, origins).claims;
  return found ?? claim;
}

type Dated = { readonly document: Pick<Reading["document"], "id" | "modified" | "published"> };

async function datesOf(work: Work, documents: Iterable<string>): Promise<Dated[]> {
  const found: Dated[] = [];
  for (const ids of chunks(documents)) {
    const rows = await work
      .selectFrom("documents")
      .select(["id", "modified", "published"])
      .where("id", "in", ids)
      .execute();
    for (const { id, modified, published } of rows) {
      found.push({ document: { id: id as Reading["document"]["id"], modified, published } });
    }
  }
  return found;
}
