import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { changeKinds } from "../../alignment/revisions.ts";
import { listRevisions } from "../../operations/revisions.ts";
import { queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { pageOf } from "../page.ts";
import { replyJson } from "../reply.ts";
import { actor, nullable, span } from "../schemas.ts";
import { route } from "./route.ts";

const text = z.string().min(1).max(2_000);
const query = z.strictObject({
  page: text.optional().openapi({ description: "an address or part of it, or the id of one of its documents" }),
  story: text.optional().openapi({ description: "only this story" }),
  limit: z.coerce.number().int().min(1).max(500).default(100).openapi({ description: "how many at most" }),
  cursor: z.string().max(500).optional().openapi({ description: "`next` of the page before" }),
});

const told = z
  .looseObject({ document: z.string(), statement: z.string(), speaker: actor, spans: z.array(span) })
  .nullable();
const version = z.looseObject({ document: z.string(), uri: z.string(), captured: z.string() });
const revision = z
  .object({
    page: z.string(),
    title: nullable,
    outlet: nullable,
    from: version,
    to: version,
    at: z.string(),
    version: z.number().int(),
    versions: z.number().int(),
    changes: z.array(z.object({ kind: z.enum(changeKinds), before: told, after: told, because: z.string() })),
  })
  .openapi("Revision");
const page = z.object({ items: z.array(revision), total: z.number().int(), next: nullable });

/** What pages changed from one version to the next. */
export function addRevisions(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/revisions", {
    get: [
      {
        summary: "Pages that stand in several versions, and what each version added, withdrew, hedged or hardened.",
        request: { query },
        responses: { 200: { description: "A page of the list.", content: { "application/json": { schema: page } } } },
      },
      async (c) => {
        const { limit, cursor, ...asked } = queryOf(c, query);
        await desk.fresh();
        return replyJson(c, pageOf("revisions", await listRevisions(desk.ledger, asked), limit, cursor));
      },
    ],
  });
}
