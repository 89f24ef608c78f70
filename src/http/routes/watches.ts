import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { jobsOf } from "../../operations/queue.ts";
import { whoOf } from "../access/who.ts";
import { addressBody, jsonBody } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { count, nullable } from "../schemas/parts.ts";
import { addressOf } from "./additions.ts";
import { eventsTold, listenTo } from "./events.ts";
import { route } from "./route.ts";

const watching = z
  .object({
    id: z.string(),
    address: z.string(),
    every: count,
    by: z.string(),
    begun: z.string(),
    kept: count,
    failed: count,
    last: nullable,
  })
  .openapi("Watching");
const month = 30 * 24 * 3_600;
const watchBody = addressBody
  .omit({ published: true })
  .extend({
    every: z.number().int().min(60).max(month).default(900).openapi({ description: "seconds between two visits" }),
  })
  .openapi("ToWatch");
const worker = z.object({ id: z.string(), host: z.string(), begun: z.string(), seen: z.string(), documents: count });
const jobs = z.object({ waiting: count, reading: count, failed: count, workers: z.array(worker) }).openapi("Jobs");
const byId = { params: z.object({ id: z.string() }) };
const fresh = { "cache-control": "no-store" };

/** What goes on by itself: addresses that are watched, and the queue that workers read from. */
export function addWatches(app: OpenAPIHono, desk: Desk): void {
  const { watches, ledger } = desk;
  const shown = { "application/json": { schema: watching } };
  route(app, "/api/watches", {
    get: [
      {
        summary: "Feeds, sitemaps and pages that this server visits again and again.",
        responses: {
          200: {
            description: "What is watched.",
            content: { "application/json": { schema: z.object({ items: z.array(watching) }) } },
          },
        },
      },
      () => Response.json({ items: watches.list() }, { headers: fresh }),
    ],
    post: [
      {
        summary: "Begins to watch a feed, a sitemap or a page, until it is stopped or the server ends.",
        request: { body: { required: true, content: { "application/json": { schema: watchBody } } } },
        responses: { 201: { description: "It has begun.", content: shown } },
      },
      async (c) => {
        const { url, every, language } = await jsonBody(c, watchBody);
        const one = watches.begin({ address: addressOf(url), every, language, by: whoOf(c).name });
        return Response.json(one, { status: 201, headers: { location: `/api/watches/${one.id}` } });
      },
      "add",
    ],
  });
  route(app, "/api/watches/{id}", {
    get: [
      {
        summary: "What came of an address that is watched.",
        request: byId,
        responses: { 200: { description: "It.", content: shown } },
      },
      (c) => Response.json(watches.find(c.req.param("id") ?? "").watching, { headers: fresh }),
    ],
    delete: [
      {
        summary: "Stops watching, after the page it is at.",
        request: byId,
        responses: { 204: { description: "It is watched no more." } },
      },
      (c) => {
        watches.stop(c.req.param("id") ?? "");
        return new Response(null, { status: 204 });
      },
      "add",
    ],
  });
  route(app, "/api/watches/{id}/events", {
    get: [
      {
        ...eventsTold(
          "Tells what watching finds, as it is found.",
          "`checked`, `kept`, `known`, `unchanged`, `failed`.",
        ),
        request: byId,
      },
      (c) => {
        const { hub } = watches.find(c.req.param("id") ?? "");
        return listenTo(c, desk, hub, "done", c.req.header("last-event-id") ?? "begin");
      },
    ],
  });
  const told = { 200: { description: "Counts.", content: { "application/json": { schema: jobs } } } };
  route(app, "/api/jobs", {
    get: [
      { summary: "How much waits for workers, and who is at work (PostgreSQL).", responses: told },
      async () => Response.json(await jobsOf(ledger), { headers: fresh }),
    ],
  });
  route(app, "/api/jobs/retry", {
    post: [
      { summary: "Gives out again what was left aside after many tries.", responses: told },
      async () => Response.json(await jobsOf(ledger, true), { headers: fresh }),
      "admin",
    ],
  });
}
