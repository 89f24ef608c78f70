import type { OpenAPIHono } from "@hono/zod-openapi";
import { listRevisions } from "../../operations/revisions.ts";
import { queryOf, revisionsQuery } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { pageOf } from "../page.ts";
import { replyJson } from "../reply.ts";
import { revisionPage } from "../schemas/revisions.ts";
import { route } from "./route.ts";

/** What pages changed from one version to the next. */
export function addRevisions(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/revisions", {
    get: [
      {
        summary: "Pages that stand in several versions, and what each version added, withdrew, hedged or hardened.",
        request: { query: revisionsQuery },
        responses: {
          200: { description: "A page of the list.", content: { "application/json": { schema: revisionPage } } },
        },
      },
      async (c) => {
        const { limit, cursor, ...asked } = queryOf(c, revisionsQuery);
        await desk.fresh();
        return replyJson(c, pageOf("revisions", await listRevisions(desk.ledger, asked), limit, cursor));
      },
    ],
  });
}
