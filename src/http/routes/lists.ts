import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  listActors,
  listClaims,
  listDocuments,
  listFigures,
  listOrigins,
  listStories,
  listTimeline,
} from "../../operations/index.ts";
import { listSources } from "../../operations/sources.ts";
import { type CountedStory, countStories, newestFirst } from "../../operations/story.ts";
import { listQuery, queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { pageOf } from "../page.ts";
import { replyJson } from "../reply.ts";
import { claim, claimOrigins, figureGroup, keptActor, keptDocument, moment } from "../schemas.ts";
import { countedStory, source } from "../schemas-whole.ts";
import { type Handler, route, type Told } from "./route.ts";

type Asked = Parameters<typeof listClaims>[1];
type List = {
  readonly ask: (ledger: Desk["ledger"], filter: Asked) => Promise<readonly unknown[]>;
  readonly item: z.ZodType;
  readonly about: string;
};

/** Stories, those with the newest article first. */
async function storiesByChange(ledger: Desk["ledger"], filter: Asked): Promise<CountedStory[]> {
  return newestFirst(await countStories(ledger, await listStories(ledger, filter)));
}

export const lists: Readonly<Record<string, List>> = {
  stories: {
    ask: storiesByChange,
    item: countedStory,
    about: "What happened, with how much of what stands in it; the newest change first.",
  },
  claims: { ask: listClaims, item: claim, about: "Claims with everybody's positions and what they finally rest on." },
  figures: { ask: listFigures, item: figureGroup, about: "Figures of the same thing, or why they can't be compared." },
  timeline: { ask: listTimeline, item: moment, about: "What happened, was said and was published, by date." },
  origins: {
    ask: listOrigins,
    item: claimOrigins,
    about: "On how many independent origins each side of a claim rests.",
  },
  actors: { ask: listActors, item: keptActor, about: "Who speaks or is spoken of." },
  documents: { ask: listDocuments, item: keptDocument, about: "What has been added, by date of publication." },
  sources: { ask: listSources, item: source, about: "Where articles are from: how often root, carrier or copy." },
};

/** What the list `name` does, for a path that may do more. */
export function listRoute(name: string, { ask, item, about }: List, desk: Desk): [Told, Handler] {
  const page = z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });
  const told: Told = {
    summary: about,
    request: { query: listQuery },
    responses: { 200: { description: "A page of the list.", content: { "application/json": { schema: page } } } },
  };
  return [
    told,
    async (c) => {
      const { limit, cursor, contested, ...filter } = queryOf(c, listQuery);
      await desk.fresh();
      const items = await ask(desk.ledger, { ...filter, contested: contested === "true" });
      return replyJson(c, pageOf(name, items, limit, cursor));
    },
  ];
}

export function addLists(app: OpenAPIHono, desk: Desk): void {
  for (const [name, list] of Object.entries(lists)) {
    if (name !== "documents") route(app, `/api/${name}`, { get: listRoute(name, list, desk) });
  }
}
