import { z } from "@hono/zod-openapi";
import { actorKinds, claimStatuses, positionKinds } from "../../model/index.ts";

// The answers, as the OpenAPI document tells them: each schema is the type of the model it is named after, no less and no
// more (`same.test.ts`). What many of them are made of is here.

export const nullable = z.string().nullable();
export const strings = z.array(z.string());
export const count = z.number().int();
export const status = z.enum(claimStatuses);
export const positionKind = z.enum(positionKinds);
export const actorKind = z.enum(actorKinds);

export const actor = z.object({ id: z.string(), name: z.string() }).openapi("ActorRef");
export const span = z.object({ start: count, end: count, text: z.string() }).openapi("Span");
const message = z.object({ code: z.string(), values: z.array(z.string()) });
export const because = z
  .object({ rule: z.string(), spans: z.array(span), reason: z.string(), messages: z.array(message).optional() })
  .openapi("Because");

export const mark = z.object({ by: z.string(), at: z.string(), decision: z.string() }).openapi("Mark");
export const decided = mark
  .extend({
    fields: z.record(z.string(), mark).optional(),
    was: z.record(z.string(), z.unknown()).optional(),
    against: strings.optional(),
  })
  .openapi("Decided");

/** What every page of a list tells besides its items. */
export const paged = { total: count, next: nullable };

export const errorShape = z
  .strictObject({
    error: z.strictObject({ code: z.string(), what: z.string(), why: z.string(), todo: z.string() }),
  })
  .openapi("Error");
