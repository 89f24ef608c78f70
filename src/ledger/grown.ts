import { apartness, comparison, type GrownClaim, type GrownStory } from "../alignment/index.ts";
import type { Claim, ClaimStatus, FigureGroup, Position, Reading, Story } from "../model/index.ts";
import { grownBounds, statusOf } from "../origins/index.ts";
import { chunks, claimPlace, dateOf, insertAligned, partsOf, peopleOf, placeOf, positionRows } from "./aligned-rows.ts";
import { differ } from "./differ.ts";
import { insertAll } from "./keep.ts";
import type { Work } from "./schema.ts";

/** What came to a claim that stays, and what the claim is among the readings at hand without and with what is new. */
export type WeighedClaim = GrownClaim & { readonly without: Weighed; readonly withNew: Weighed };
type Weighed = Pick<Claim, "origins" | "status">;
export type GrownParts = {
  readonly stories: readonly GrownStory[];
  readonly claims: readonly WeighedClaim[];
  readonly figures: readonly FigureGroup[];
};

// Bodies are our own rows, written by `aligned-rows.ts` from the same types.

/** Adds what came to stories and claims that stay. `gone`: ids of claims that were taken out to be made anew. */
export async function insertGrown(
  work: Work,
  grown: GrownParts,
  readings: readonly Reading[],
  gone: ReadonlySet<string>,
): Promise<void> {
  const latest = new Map(readings.map(({ document }) => [document.id as string, dateOf(document)]));
  const last = (documents: readonly string[], before: string): string =>
    documents.reduce((newest, id) => ((latest.get(id) ?? "") > newest ? (latest.get(id) ?? "") : newest), before);
  for (const claim of grown.claims) await growClaim(work, claim, last);
  for (const story of grown.stories) await growStory(work, story, last, gone);
  await growFigures(work, grown.figures, readings);
}

type Last = (documents: readonly string[], before: string) => string;

async function growClaim(work: Work, came: WeighedClaim, last: Last): Promise<void> {
  const row = await work.selectFrom("claims").select(["body", "latest"]).where("id", "=", came.id).executeTakeFirst();
  if (row === undefined) return;
  const before = JSON.parse(row.body) as Claim;
  const known = new Set(before.positions.map(nameOf));
  const more = came.positions.filter((position) => !known.has(nameOf(position)));
  const positions = [...before.positions, ...more];
  const origins = {
    affirm: grownBounds(before.origins.affirm, came.without.origins.affirm, came.withNew.origins.affirm),
    deny: grownBounds(before.origins.deny, came.without.origins.deny, came.withNew.origins.deny),
  };
  const status = grownStatus(before, came.withNew, statusOf(positions, origins));
  const rivals = [...new Set([...before.rivals, ...came.rivals])].sort();
  const body: Claim = { ...before, positions, origins, status, rivals };
  await work
    .updateTable("claims")
    .set({
      place: claimPlace(positions, came.id),
      status,
      latest: last(
        more.map(({ document }) => document),
        row.latest,
      ),
      body: JSON.stringify(body),
    })
    .where("id", "=", came.id)
    .execute();
  await insertAll(work, "positions", positionRows(came.id, more, before.positions.length));
  await insertAll(
    work,
    "claim_members",
    partsOf(new Map([[came.id, came.members]])).map(([claim, proposition, document]) => ({
      claim,
      proposition,
      document,
    })),
  );
  const people = peopleOf(more.flatMap(({ speaker, chain }) => [speaker, ...chain]));
  for (const { actor, folded } of people) {
    await work
      .insertInto("claim_actors")
      .values({ claim: came.id, actor, folded })
      .onConflict((c) => c.columns(["claim", "actor", "folded"]).doNothing())
      .execute();
  }
}

/** Two documents corroborate a claim only where they are no copies of one text, which the readings at hand tell. */
const grownStatus = (before: Weighed, withNew: Weighed, found: ClaimStatus): ClaimStatus =>
  found === "corroborated" && withNew.status !== found && before.status !== "contested" ? before.status : found;

const nameOf = ({ document, statement, evidence, position }: Position): string =>
  `${document} ${statement} ${evidence.start} ${position}`;

async function growStory(work: Work, came: GrownStory, last: Last, gone: ReadonlySet<string>): Promise<void> {
  const row = await work.selectFrom("stories").select(["body", "latest"]).where("id", "=", came.id).executeTakeFirst();
  if (row === undefined) return;
  const before = JSON.parse(row.body) as Story;
  const known = new Set<string>(before.documents);
  const more = came.documents.filter((id) => !known.has(id));
  const documents = [...before.documents, ...more];
  const claims = [...new Set([...before.claims.filter((id) => !gone.has(id)), ...came.claims])];
  const body: Story = { ...before, documents, claims };
  await work
    .updateTable("stories")
    .set({ place: placeOf(documents.length, came.id), latest: last(more, row.latest), body: JSON.stringify(body) })
    .where("id", "=", came.id)
    .execute();
  await insertAll(
    work,
    "story_documents",
    more.map((document) => ({ story: came.id, document })),
  );
  await insertAll(
    work,
    "story_members",
    partsOf(new Map([[came.id, came.members]])).map(([story, episode, document]) => ({ story, episode, document })),
  );
}

/** Figures come to the group that has one of those they were put beside; a group in which all are new is one of its own. */
async function growFigures(work: Work, came: readonly FigureGroup[], readings: readonly Reading[]): Promise<void> {
  const stories = new Set(came.flatMap(({ story }) => story ?? []));
  const held = new Map<string, string>();
  const byMember = new Map<string, FigureGroup>();
  for (const ids of chunks(stories)) {
    const rows = await work
      .selectFrom("figure_groups")
      .select(["id", "latest", "body"])
      .where("story", "in", ids)
      .where("relation", "!=", "part-of")
      .execute();
    for (const { id, latest, body } of rows) {
      held.set(id, latest);
      const group = JSON.parse(body) as FigureGroup;
      for (const member of group.members) byMember.set(memberOf(group, member), group);
    }
  }
  const fresh: FigureGroup[] = [];
  const grown = new Map<string, FigureGroup>();
  for (const group of came) {
    const beside =
      group.relation === "part-of"
        ? undefined
        : group.members.map((member) => byMember.get(memberOf(group, member))).find((one) => one !== undefined);
    if (beside === undefined) fresh.push(group);
    else grown.set(beside.id, merged(grown.get(beside.id) ?? beside, group));
  }
  const taken = await idsThere(
    work,
    fresh.map(({ id }) => id),
  );
  const own = fresh.filter(({ id }) => !taken.has(id));
  await insertAligned(
    work,
    { stories: [], claims: [], figures: own },
    { claims: new Map(), stories: new Map() },
    readings,
  );
  for (const group of grown.values()) await writeGroup(work, group, held.get(group.id) ?? "", readings);
}

async function idsThere(work: Work, ids: readonly string[]): Promise<Set<string>> {
  const there = new Set<string>();
  for (const some of chunks(ids)) {
    const rows = await work.selectFrom("figure_groups").select("id").where("id", "in", some).execute();
    for (const { id } of rows) there.add(id);
  }
  return there;
}

const memberOf = ({ relation }: FigureGroup, { document, start }: FigureGroup["members"][number]): string =>
  `${relation} ${document} ${start}`;

/** Scopes that are shown beside one another at most. */
const mostBeside = 50;

function merged(group: FigureGroup, came: FigureGroup): FigureGroup {
  const at = new Map(group.members.map((member, index) => [memberOf(group, member), index]));
  const members = [...group.members];
  const most = group.relation === "same" ? Number.POSITIVE_INFINITY : mostBeside;
  for (const member of came.members) {
    const name = memberOf(group, member);
    if (at.has(name) || members.length >= most) continue;
    at.set(name, members.length);
    members.push(member);
  }
  if (group.relation !== "same") return { ...group, members };
  const flagged = new Set((group.flags ?? []).map(({ speaker }) => speaker.id));
  const more = (came.flags ?? []).filter(({ speaker }) => !flagged.has(speaker.id));
  const flags = [
    ...(group.flags ?? []),
    ...more.map((flag) => ({
      ...flag,
      members: flag.members.flatMap((index) => {
        const member = came.members[index];
        return member === undefined ? [] : (at.get(memberOf(group, member)) ?? []);
      }),
    })),
  ];
  const scope = {
    place: group.scope?.place === came.scope?.place ? (group.scope?.place ?? null) : null,
    time: group.scope?.time === came.scope?.time ? (group.scope?.time ?? null) : null,
  };
  return {
    ...group,
    members,
    because: comparison(members, flags),
    scope,
    apart: apartness(members),
    ...(flags.length === 0 ? {} : { flags }),
  };
}

async function writeGroup(work: Work, group: FigureGroup, before: string, readings: readonly Reading[]): Promise<void> {
  const dates = new Map(readings.map(({ document }) => [document.id as string, dateOf(document)]));
  const latest = group.members.reduce((newest, { document }) => {
    const date = dates.get(document) ?? "";
    return date > newest ? date : newest;
  }, before);
  await work
    .updateTable("figure_groups")
    .set({
      place: placeOf(group.members.length, group.id),
      differs: differ(group) ? 1 : 0,
      latest,
      body: JSON.stringify(group),
    })
    .where("id", "=", group.id)
    .execute();
  for (const { actor, folded } of peopleOf(group.members.slice(-100).map(({ speaker }) => speaker))) {
    await work
      .insertInto("figure_actors")
      .values({ figure_group: group.id, actor, folded })
      .onConflict((c) => c.columns(["figure_group", "actor", "folded"]).doNothing())
      .execute();
  }
}
