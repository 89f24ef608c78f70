import type { OpenAPIHono } from "@hono/zod-openapi";
import { listRevisions } from "../../operations/revisions.ts";
import { plainTable } from "../../report/rows.ts";
import { queryOf, revisionsQuery } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { pageOf } from "../page.ts";
import { replyJson } from "../reply.ts";
import { revision, revisionPage } from "../schemas/revisions.ts";
import { allOf, pageOrWhole, replyWhole } from "../whole-list.ts";
import { route } from "./route.ts";

/** What pages changed from one version to the next. */
export function addRevisions(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/revisions", {
    get: [
      {
        summary: "Pages that stand in several versions, and what each version added, withdrew, hedged or hardened.",
        request: { query: revisionsQuery },
        responses: pageOrWhole(revisionPage, revision),
      },
      async (c) => {
        const { limit, cursor, format, ...asked } = queryOf(c, revisionsQuery);
        await desk.fresh();
        const items = await listRevisions(desk.ledger, asked);
        if (format === undefined) return replyJson(c, pageOf("revisions", items, limit, cursor));
        const table = plainTable(Object.keys(revision.shape));
        return await replyWhole({ name: "revisions", format, page: () => allOf(items), table });
      },
    ],
  });
}
