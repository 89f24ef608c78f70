import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { decisionSchema } from "../../model/decision-schema.ts";
import { decisionKinds } from "../../model/index.ts";
import {
  decide,
  decisionRequest,
  findDecision,
  listDecisions,
  previewDecision,
} from "../../operations/decisions/index.ts";
import { plainTable } from "../../report/rows.ts";
import { whoOf } from "../access/who.ts";
import { jsonBody, queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { replyJson } from "../reply.ts";
import { claim, story } from "../schemas/aligned.ts";
import { errorShape as conflict } from "../schemas/parts.ts";
import { type Ask, pageOrWhole, replyWhole, wholeQuery } from "../whole-list.ts";
import { route } from "./route.ts";

const id = z.string().min(1).max(500);
const decisionsQuery = z.strictObject({
  about: id.optional().openapi({ description: "id of what they are about (statement, claim, actor …)" }),
  document: id.optional().openapi({ description: "id of a document that they name: about it or what is said in it" }),
  author: id.optional(),
  kind: z.enum(decisionKinds).optional(),
  orphans: z.enum(["true", "false"]).optional().openapi({ description: "only those that lost what they were about" }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .openapi({ description: "`next` of the page before" }),
  ...wholeQuery,
});
const asked = z
  .strictObject({
    decision: decisionRequest,
    reason: z.string().max(20_000).nullable().optional(),
    expected: id.nullable().optional().openapi({
      description: "id of the last decision about the same thing that you saw, null for none; else 409 conflict",
    }),
  })
  .openapi("Deciding");
// Made anew: what was made before the OpenAPI library came has none of its methods.
const decision = z.strictObject(decisionSchema.shape).openapi("Decision");
export const listed = z
  .object({
    ...decisionSchema.shape,
    state: z.enum(["stands", "undone"]),
    undoneBy: z.string().nullable(),
    against: z.array(z.string()),
    orphan: z.string().nullable(),
  })
  .openapi("ListedDecision");
const toPreview = z.strictObject({ decision: decisionRequest }).openapi("ToPreview");
const beforeAndAfter = (thing: z.ZodType) => z.object({ before: z.array(thing), after: z.array(thing) });
const preview = z.object({ claims: beforeAndAfter(claim), stories: beforeAndAfter(story) }).openapi("Preview");
const page = z.object({ items: z.array(listed), total: z.number().int(), next: z.string().nullable() });
const answers = (schema: z.ZodType, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const undone = z.strictObject({ reason: z.string().max(20_000).nullable().optional() });

/** What people decide: the log, and further lines of it. */
export function addDecisions(app: OpenAPIHono, desk: Desk): void {
  const { ledger } = desk;
  const append: (...parts: Parameters<typeof decide>) => Promise<Response> = async (...parts) => {
    const line = await desk.inTurn(() => decide(...parts));
    const { id: made, author, body, target } = line;
    desk.hub.publish("decided", { id: made, author, kind: body.kind, target });
    const headers = { location: `/api/decisions/${made}`, "cache-control": "no-store" };
    return Response.json(line, { status: 201, headers });
  };
  route(app, "/api/decisions", {
    get: [
      {
        summary: "The history of decisions, the newest first, with what became of each.",
        request: { query: decisionsQuery },
        responses: pageOrWhole(page, listed),
      },
      async (c) => {
        const { limit, cursor, orphans, format, ...rest } = queryOf(c, decisionsQuery);
        await desk.fresh();
        const part = async ({ limit: most, after }: Ask) => {
          const before = after === undefined ? undefined : Number(after);
          const filter = { ...rest, orphans: orphans === "true", before, limit: most + 1 };
          const items = (await listDecisions(ledger, filter)).reverse();
          const some = items.slice(0, most);
          const last = some.at(-1);
          const next = items.length > most && last !== undefined ? String(last.seq) : null;
          return { items: some, total: some.length, next };
        };
        if (format === undefined) return replyJson(c, await part({ limit, after: cursor }));
        return await replyWhole({
          name: "decisions",
          format,
          page: part,
          table: plainTable(Object.keys(listed.shape)),
        });
      },
    ],
    post: [
      {
        summary: "Decides something: one more line of the log, in your name.",
        request: { body: { required: true, content: { "application/json": { schema: asked } } } },
        responses: {
          201: answers(decision, "The line, on the disk."),
          409: answers(conflict, "Somebody else decided."),
        },
      },
      async (c) => {
        const given = await jsonBody(c, asked);
        const { reason = null, expected } = given;
        await desk.fresh();
        return await append(ledger, given.decision, { author: whoOf(c).name, reason, expected });
      },
      "decide",
    ],
  });
  route(app, "/api/decisions/preview", {
    post: [
      {
        summary: "What claims and stories would be if this were decided: merges, splits, origins. Nothing is kept.",
        description: "Each as it is and as it would be; the ids of what would come are not yet those it will have.",
        request: {
          body: { required: true, content: { "application/json": { schema: toPreview } } },
        },
        responses: { 200: answers(preview, "What would be another.") },
      },
      async (c) => {
        const { decision: request } = await jsonBody(c, toPreview);
        await desk.fresh();
        return replyJson(c, await previewDecision(ledger, request, { author: whoOf(c).name }));
      },
      "read",
    ],
  });
  const byId = { params: z.object({ id: z.string() }) };
  route(app, "/api/decisions/{id}", {
    get: [
      { summary: "One decision.", request: byId, responses: { 200: answers(listed, "The line.") } },
      async (c) => {
        await desk.fresh();
        return replyJson(c, await findDecision(ledger, c.req.param("id") ?? ""));
      },
    ],
  });
  route(app, "/api/decisions/{id}/undo", {
    post: [
      {
        summary: "Undoes a decision, which is a further decision.",
        request: { ...byId, body: { required: true, content: { "application/json": { schema: undone } } } },
        responses: { 201: answers(decision, "The line, on the disk.") },
      },
      async (c) => {
        const { reason = null } = await jsonBody(c, undone);
        const request = { kind: "undo", decision: c.req.param("id") ?? "" } as const;
        return await append(ledger, request, { author: whoOf(c).name, reason });
      },
      "decide",
    ],
  });
}
