import { sql } from "kysely";
import type { Alignment, Claim, ClaimStatus, FigureGroup, Story } from "../model/index.ts";
import type { Ledger } from "./ledger.ts";
import { containing, foldName } from "./search.ts";
import { keyed } from "./storable.ts";

/** What a list is narrowed to. */
export type Filter = {
  /** Id of a story. */
  readonly story?: string | undefined;
  /** Id of an actor, or part of a name. */
  readonly actor?: string | undefined;
  /** ISO 8601 date: only what rests on a document published or changed since. */
  readonly since?: string | undefined;
  readonly contested?: boolean | undefined;
};

const contested: ClaimStatus = "contested";

// The bodies are our own rows, written by `aligned.ts` from the same types.

export async function claimsOf(ledger: Ledger, filter: Filter = {}): Promise<Claim[]> {
  let query = ledger.db.selectFrom("claims").select("body").orderBy("place");
  if (filter.story !== undefined) query = query.where("story", "=", filter.story);
  if (filter.since !== undefined) query = query.where("latest", ">=", filter.since);
  if (filter.contested === true) query = query.where("status", "=", contested);
  const { actor } = filter;
  if (actor !== undefined) {
    query = query.where("id", "in", (q) =>
      q
        .selectFrom("claim_actors")
        .select("claim")
        .where((e) => e.or([e("actor", "=", keyed(actor)), sql<boolean>`folded like ${pattern(actor)} escape '\\'`])),
    );
  }
  return (await query.execute()).map(({ body }) => JSON.parse(body) as Claim);
}

export async function storiesOf(ledger: Ledger, filter: Filter = {}): Promise<Story[]> {
  let query = ledger.db.selectFrom("stories").select("body").orderBy("place");
  if (filter.story !== undefined) query = query.where("id", "=", filter.story);
  if (filter.since !== undefined) query = query.where("latest", ">=", filter.since);
  if (filter.contested === true) {
    query = query.where("id", "in", (q) =>
      q
        .selectFrom("claims")
        .select(sql<string>`story`.as("id"))
        .where("status", "=", contested)
        .where("story", "is not", null),
    );
  }
  const { actor } = filter;
  if (actor !== undefined) {
    query = query.where("id", "in", (q) =>
      q
        .selectFrom("claims")
        .innerJoin("claim_actors", "claim_actors.claim", "claims.id")
        .select(sql<string>`claims.story`.as("id"))
        .where("claims.story", "is not", null)
        .where((e) => e.or([e("actor", "=", keyed(actor)), sql<boolean>`folded like ${pattern(actor)} escape '\\'`])),
    );
  }
  return (await query.execute()).map(({ body }) => JSON.parse(body) as Story);
}

export async function figureGroupsOf(ledger: Ledger, filter: Filter = {}): Promise<FigureGroup[]> {
  let query = ledger.db.selectFrom("figure_groups").select("body").orderBy("place");
  if (filter.story !== undefined) query = query.where("story", "=", filter.story);
  if (filter.since !== undefined) query = query.where("latest", ">=", filter.since);
  const { actor } = filter;
  if (actor !== undefined) {
    query = query.where("id", "in", (q) =>
      q
        .selectFrom("figure_actors")
        .select("figure_group")
        .where((e) => e.or([e("actor", "=", keyed(actor)), sql<boolean>`folded like ${pattern(actor)} escape '\\'`])),
    );
  }
  return (await query.execute()).map(({ body }) => JSON.parse(body) as FigureGroup);
}

export async function alignmentOf(ledger: Ledger): Promise<Alignment> {
  return { stories: await storiesOf(ledger), claims: await claimsOf(ledger), figures: await figureGroupsOf(ledger) };
}

/** Ids of the stories that begin with what was given, which may be a whole id. */
export async function storyIds(ledger: Ledger, beginning: string): Promise<string[]> {
  const rows = await ledger.db.selectFrom("stories").select("id").orderBy("place").execute();
  const exact = rows.filter(({ id }) => id === beginning);
  return (exact.length > 0 ? exact : rows.filter(({ id }) => id.startsWith(beginning))).map(({ id }) => id);
}

/** Nothing folds to nothing but signs, which then must not match everything. */
function pattern(actor: string): string {
  const folded = foldName(actor);
  return folded === "" ? "\\%" : containing(folded);
}
