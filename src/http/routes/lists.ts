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
import { claimsQuery, listQuery, queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { type Page, pageOf } from "../page.ts";
import { remembered } from "../remember.ts";
import { replyJson } from "../reply.ts";
import { claim, claimOrigins, figureGroup } from "../schemas/aligned.ts";
import { keptActor, keptDocument } from "../schemas/kept.ts";
import { countedStory, moment, source, timedPosition } from "../schemas/whole.ts";
import { type Handler, route, type Told } from "./route.ts";

type Ask = { readonly limit: number; readonly after?: string | undefined };
type List = {
  readonly page: (
    ledger: Desk["ledger"],
    filter: Omit<ClaimsAsked, "saying"> & { readonly q?: string | undefined },
    ask: Ask,
  ) => Promise<Page<unknown>>;
  readonly item: z.ZodType;
  /** What may be asked beside what may be asked of every list. */
  readonly query?: typeof claimsQuery | typeof listQuery;
  readonly about: string;
};

/** Stories, those with the newest article first, with counts of those that are shown. */
const stories: List["page"] = async (ledger, filter, ask) => {
  const page = await pageStories(ledger, filter, { ...ask, order: "newest" });
  return { ...page, items: await countStories(ledger, page.items) };
};

/** A list that is made whole, and cut into pages here. */
const cut =
  (name: string, list: (ledger: Desk["ledger"], filter: ClaimsAsked) => Promise<readonly unknown[]>): List["page"] =>
  async (ledger, filter, { limit, after }) =>
    pageOf(name, await list(ledger, filter), limit, after);

export const lists: Readonly<Record<string, List>> = {
  stories: {
    page: stories,
    item: countedStory,
    about: "What happened, with how much of what stands in it; the newest first.",
  },
  claims: {
    page: (ledger, { q, ...filter }, ask) => pageClaims(ledger, { ...filter, saying: q }, ask),
    item: claim,
    query: claimsQuery,
    about: "Claims with everybody's positions and what they finally rest on.",
  },
  figures: { page: pageFigures, item: figureGroup, about: "Figures of the same thing, or why they can't be compared." },
  timeline: {
    page: cut("timeline", recentTimeline),
    item: moment,
    about: "What happened, was said and was published, by date: of a story, or of the newest 200 articles left.",
  },
  origins: {
    page: pageOrigins,
    item: claimOrigins,
    about: "On how many independent origins each side of a claim rests.",
  },
  positions: {
    page: pagePositions,
    item: timedPosition,
    about: "Who takes which position when, and who turns, by speaker.",
  },
  actors: { page: pageActors, item: keptActor, about: "Who speaks or is spoken of." },
  documents: { page: pageDocuments, item: keptDocument, about: "What has been added, by date of publication." },
  sources: {
    page: cut("sources", (ledger, filter) =>
      remembered(ledger, `sources ${JSON.stringify(filter)}`, () => listSources(ledger, filter)),
    ),
    item: source,
    about: "Where articles are from: how often root, carrier or copy.",
  },
};

/** What the list `name` does, for a path that may do more. */
export function listRoute({ page: ask, item, about, query = listQuery }: List, desk: Desk): [Told, Handler] {
  const page = z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });
  const told: Told = {
    summary: about,
    request: { query },
    responses: { 200: { description: "A page of the list.", content: { "application/json": { schema: page } } } },
  };
  return [
    told,
    async (c) => {
      const { limit, cursor, contested, ...filter } = queryOf(c, query);
      await desk.fresh();
      const found = await ask(desk.ledger, { ...filter, contested: contested === "true" }, { limit, after: cursor });
      return replyJson(c, found);
    },
  ];
}

export function addLists(app: OpenAPIHono, desk: Desk): void {
  for (const [name, list] of Object.entries(lists)) {
    if (name !== "documents") route(app, `/api/${name}`, { get: listRoute(list, desk) });
  }
}
