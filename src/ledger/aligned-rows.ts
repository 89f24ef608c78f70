import { type Alignment, bearing, type Position, type Reading } from "../model/index.ts";
import { differ } from "./differ.ts";
import { insertAll } from "./keep.ts";
import type { Work } from "./schema.ts";
import { foldName } from "./search.ts";

/** What each claim and story of an alignment is made of: `document proposition`, and episodes, by id. */
export type Members = {
  readonly claims: ReadonlyMap<string, readonly string[]>;
  readonly stories: ReadonlyMap<string, readonly string[]>;
};

/** Ids are looked up by the hundred: engines limit the parameters of one query. */
export function* chunks<T>(all: Iterable<T>, size = 500): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of all) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Takes stories with their figure groups, and claims, out of the tables; all of them when nothing is named. */
export async function removeAligned(
  work: Work,
  some?: { readonly stories: Iterable<string>; readonly claims: Iterable<string> },
): Promise<void> {
  if (some === undefined) {
    const parts = ["figure_actors", "figure_groups", "claim_actors", "claim_members", "positions", "claims"] as const;
    for (const table of parts) await work.deleteFrom(table).execute();
    for (const table of ["story_members", "story_documents", "stories"] as const)
      await work.deleteFrom(table).execute();
    return;
  }
  for (const ids of chunks(some.claims)) {
    for (const table of ["claim_actors", "claim_members", "positions"] as const)
      await work.deleteFrom(table).where("claim", "in", ids).execute();
    await work.deleteFrom("claims").where("id", "in", ids).execute();
  }
  for (const ids of chunks(some.stories)) {
    await work
      .deleteFrom("figure_actors")
      .where("figure_group", "in", (q) => q.selectFrom("figure_groups").select("id").where("story", "in", ids))
      .execute();
    await work.deleteFrom("figure_groups").where("story", "in", ids).execute();
    for (const table of ["story_members", "story_documents"] as const)
      await work.deleteFrom(table).where("story", "in", ids).execute();
    await work.deleteFrom("stories").where("id", "in", ids).execute();
  }
}

/** Puts an alignment into the tables. What most documents tell comes first; nothing depends on the order of adding. */
export async function insertAligned(
  work: Work,
  alignment: Alignment,
  members: Members,
  readings: readonly { readonly document: Pick<Reading["document"], "id" | "modified" | "published"> }[],
): Promise<void> {
  const dates = new Map(readings.map(({ document }) => [document.id as string, dateOf(document)]));
  const latest = (documents: readonly string[]): string => {
    let last = "";
    for (const id of documents) if ((dates.get(id) ?? "") > last) last = dates.get(id) ?? "";
    return last;
  };
  const { stories, claims, figures } = alignment;
  await insertAll(
    work,
    "stories",
    stories.map((story) => ({
      id: story.id,
      place: placeOf(story.documents.length, story.id),
      title: story.title,
      happened: story.when,
      latest: latest(story.documents),
      body: JSON.stringify(story),
    })),
  );
  await insertAll(
    work,
    "story_documents",
    stories.flatMap(({ id, documents }) => [...new Set(documents)].map((document) => ({ story: id, document }))),
  );
  await insertAll(
    work,
    "story_members",
    partsOf(members.stories).map(([story, episode, document]) => ({ story, episode, document })),
  );
  await insertAll(
    work,
    "claims",
    claims.map((claim) => ({
      id: claim.id,
      place: claimPlace(claim.positions, claim.id),
      story: claim.story,
      status: claim.status,
      latest: latest(claim.positions.map(({ document }) => document)),
      body: JSON.stringify(claim),
    })),
  );
  await insertAll(
    work,
    "claim_members",
    partsOf(members.claims).map(([claim, proposition, document]) => ({ claim, proposition, document })),
  );
  await insertAll(
    work,
    "positions",
    claims.flatMap(({ id, positions }) => positionRows(id, positions)),
  );
  await insertAll(
    work,
    "claim_actors",
    claims.flatMap((claim) =>
      peopleOf(claim.positions.flatMap(({ speaker, chain }) => [speaker, ...chain])).map((who) => ({
        claim: claim.id,
        ...who,
      })),
    ),
  );
  await insertAll(
    work,
    "figure_groups",
    figures.map((group) => ({
      id: group.id,
      place: placeOf(group.members.length, group.id),
      story: group.story,
      relation: group.relation,
      differs: differ(group) ? 1 : 0,
      latest: latest(group.members.map(({ document }) => document)),
      body: JSON.stringify(group),
    })),
  );
  await insertAll(
    work,
    "figure_actors",
    figures.flatMap((group) =>
      peopleOf(group.members.map(({ speaker }) => speaker)).map((who) => ({ figure_group: group.id, ...who })),
    ),
  );
}

/** When a document was last published, which lists are ordered by. */
export const dateOf = ({ modified, published }: Pick<Reading["document"], "modified" | "published">): string =>
  modified ?? published ?? "";

/** Rows of positions that a claim has, or takes in behind those it has. */
export const positionRows = (claim: string, positions: readonly Position[], from = 0) =>
  positions.map(({ document, statement, speaker, position }, at) => ({
    claim,
    place: from + at,
    document,
    statement,
    speaker: speaker.id,
    position,
  }));

/** Each part of each whole with its document: episodes and propositions are named by its id, a space, and what is theirs. */
export const partsOf = (
  members: ReadonlyMap<string, readonly string[]>,
): [whole: string, part: string, document: string][] =>
  [...members].flatMap(([whole, parts]) =>
    parts.map((part): [string, string, string] => [whole, part, part.slice(0, part.indexOf(" "))]),
  );

/** A place in a list that no other item decides: the more members the earlier, ties by id. Below 2³¹. */
export function placeOf(members: number, id: string): number {
  const tie = Number.parseInt(/[0-9a-f]{5}/.exec(id.slice(id.indexOf("-") + 1))?.[0] ?? "0", 16) % 100_000;
  return (most - Math.min(members, most)) * 100_000 + tie;
}

const most = 19_999;

/**
 * The same of a claim: the more is surely said of it the earlier. As a logarithm, so that claims of very many positions are
 * still told apart.
 */
export const claimPlace = (positions: readonly Position[], id: string): number =>
  placeOf(Math.round(1000 * Math.log1p(bearing(positions))), id);

export function peopleOf(
  all: readonly { readonly id: string; readonly name: string }[],
): { actor: string; folded: string }[] {
  const found = new Map<string, { actor: string; folded: string }>();
  for (const { id, name } of all) {
    const folded = foldName(name);
    found.set(`${id} ${folded}`, { actor: id, folded });
  }
  return [...found.values()];
}
