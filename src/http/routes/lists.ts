import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { pageOrigins } from "../../operations/origins.ts";
import {
  type ClaimsAsked,
  pageActors,
  pageClaims,
  pageDocuments,
  pageFigures,
  pageStories,
} from "../../operations/pages.ts";
import { pagePositions } from "../../operations/positions-page.ts";
import { listSources } from "../../operations/sources.ts";
import { countStories } from "../../operations/story.ts";
import { recentTimeline } from "../../operations/timeline.ts";
import { type Table, tables } from "../../report/rows.ts";
import { claimsQuery, listQuery, queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { type Page, pageOf } from "../page.ts";
import { remembered } from "../remember.ts";
import { replyJson } from "../reply.ts";
import { claim, claimOrigins, figureGroup } from "../schemas/aligned.ts";
import { keptActor, keptDocument } from "../schemas/kept.ts";
import { countedStory, moment, source, timedPosition } from "../schemas/whole.ts";
import { type Ask, allOf, pageOrWhole, replyWhole } from "../whole-list.ts";
import { type Handler, route, type Told } from "./route.ts";

type List = {
  readonly page: (
    ledger: Desk["ledger"],
    filter: Omit<ClaimsAsked, "saying"> & { readonly q?: string | undefined },
    ask: Ask,
  ) => Promise<Page<object>>;
  /** All of it at once, where it is made whole and cut into pages. */
  readonly all?: Whole;
  readonly item: z.ZodType;
  /** What it is as a table. */
  readonly table: Table<never>;
  /** What may be asked beside what may be asked of every list. */
  readonly query?: typeof claimsQuery | typeof listQuery;
  readonly about: string;
};

/** Stories, those with the newest article first, with counts of those that are shown. */
const stories: List["page"] = async (ledger, filter, ask) => {
  const page = await pageStories(ledger, filter, { ...ask, order: "newest" });
  return { ...page, items: await countStories(ledger, page.items) };
};

type Whole = (ledger: Desk["ledger"], filter: ClaimsAsked) => Promise<readonly object[]>;

/** A list that is made whole, and cut into pages here. */
const cut = (name: string, all: Whole): Pick<List, "page" | "all"> => ({
  page: async (ledger, filter, { limit, after }) => pageOf(name, await all(ledger, filter), limit, after),
  all,
});

export const lists: Readonly<Record<string, List>> = {
  stories: {
    page: stories,
    table: tables.stories,
    item: countedStory,
    about: "What happened, with how much of what stands in it; the newest first.",
  },
  claims: {
    page: (ledger, { q, ...filter }, ask) => pageClaims(ledger, { ...filter, saying: q }, ask),
    table: tables.claims,
    item: claim,
    query: claimsQuery,
    about: "Claims with everybody's positions and what they finally rest on.",
  },
  figures: {
    page: pageFigures,
    table: tables.figures,
    item: figureGroup,
    about: "Figures of the same thing, or why they can't be compared.",
  },
  timeline: {
    ...cut("timeline", recentTimeline),
    table: tables.timeline,
    item: moment,
    about: "What happened, was said and was published, by date: of a story, or of the newest 200 articles left.",
  },
  origins: {
    page: pageOrigins,
    table: tables.origins,
    item: claimOrigins,
    about: "On how many independent origins each side of a claim rests.",
  },
  positions: {
    page: pagePositions,
    table: tables.positions,
    item: timedPosition,
    about: "Who takes which position when, and who turns, by speaker.",
  },
  actors: { page: pageActors, table: tables.actors, item: keptActor, about: "Who speaks or is spoken of." },
  documents: {
    page: pageDocuments,
    table: tables.documents,
    item: keptDocument,
    about: "What has been added, by date of publication.",
  },
  sources: {
    ...cut("sources", (ledger, filter) =>
      remembered(ledger, `sources ${JSON.stringify(filter)}`, () => listSources(ledger, filter)),
    ),
    table: tables.sources,
    item: source,
    about: "Where articles are from: how often root, carrier or copy.",
  },
};

/** What the list `name` does, for a path that may do more. */
export function listRoute(
  name: string,
  { page: ask, all, item, table, about, query = listQuery }: List,
  desk: Desk,
): [Told, Handler] {
  const page = z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });
  const told: Told = {
    summary: about,
    request: { query },
    responses: pageOrWhole(page, item),
  };
  return [
    told,
    async (c) => {
      const { limit, cursor, contested, format, ...rest } = queryOf(c, query);
      const filter = { ...rest, contested: contested === "true" };
      await desk.fresh();
      if (format === undefined) return replyJson(c, await ask(desk.ledger, filter, { limit, after: cursor }));
      const made = await all?.(desk.ledger, filter);
      const page = (part: Ask) => (made === undefined ? ask(desk.ledger, filter, part) : allOf(made));
      return await replyWhole({ name, format, table, page });
    },
  ];
}

export function addLists(app: OpenAPIHono, desk: Desk): void {
  for (const [name, list] of Object.entries(lists)) {
    if (name !== "documents") route(app, `/api/${name}`, { get: listRoute(name, list, desk) });
  }
}
