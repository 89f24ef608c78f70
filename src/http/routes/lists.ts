import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { findClaim } from "../../operations/find.ts";
import {
  listActors,
  listClaims,
  listDocuments,
  listFigures,
  listOrigins,
  listStories,
  listTimeline,
} from "../../operations/index.ts";
import { listQuery, queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { notFound } from "../error.ts";
import { pageOf } from "../page.ts";
import { replyJson } from "../reply.ts";
import { claim, claimOrigins, figureGroup, keptActor, keptDocument, moment, story } from "../schemas.ts";
import { type Handler, route, type Told } from "./route.ts";

type Asked = Parameters<typeof listClaims>[1];
type List = {
  readonly ask: (ledger: Desk["ledger"], filter: Asked) => Promise<readonly unknown[]>;
  readonly item: z.ZodType;
  readonly about: string;
};

export const lists: Readonly<Record<string, List>> = {
  stories: { ask: listStories, item: story, about: "What happened, and which documents and claims are about it." },
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
  route(app, "/api/claims/{id}", {
    get: [
      {
        summary: "One claim.",
        request: { params: z.object({ id: z.string() }) },
        responses: { 200: { description: "The claim.", content: { "application/json": { schema: claim } } } },
      },
      async (c) => {
        await desk.fresh();
        const found = await findClaim(desk.ledger, c.req.param("id") ?? "");
        if (found === null) throw notFound("There is no such claim.", "List the claims at /api/claims.");
        return replyJson(c, found);
      },
    ],
  });
}
