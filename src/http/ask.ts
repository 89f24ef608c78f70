import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { claimStatuses } from "../model/index.ts";
import { bodyOf, jsonOf, ofType } from "./body.ts";
import { badRequest, notAsWanted } from "./error.ts";
import { wholeQuery } from "./whole-list.ts";

const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}(T[0-9:.]{4,12}(Z|[+-]\d{2}:?\d{2})?)?)?)?$/, "is not an ISO 8601 date");
const text = z.string().min(1).max(500);
const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, "is not a language tag");

/** What narrows a list. */
export const filterQuery = z.strictObject({
  story: text.optional().openapi({ description: "only this story (the beginning of its id is enough)" }),
  actor: text.optional().openapi({ description: "only what this actor takes part in (an id, or part of a name)" }),
  since: date.optional().openapi({ description: "only what rests on a document of this date or later (ISO 8601)" }),
  contested: z.enum(["true", "false"]).optional().openapi({ description: "only what is contested" }),
});

/** What narrows and pages a list. */
export const listQuery = filterQuery.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100).openapi({ description: "how many at most" }),
  cursor: z.string().max(500).optional().openapi({ description: "`next` of the page before" }),
  ...wholeQuery,
});

/** The same for claims, which can be looked for by what is said, and by who says it in which language. */
export const claimsQuery = listQuery.extend({
  status: z.enum(claimStatuses).optional().openapi({ description: "only claims that stand so" }),
  side: text.optional().openapi({ description: "only claims on which somebody of this side takes a position" }),
  language: language.optional().openapi({ description: "only claims that an article in this language speaks of" }),
  q: z.string().min(1).max(2_000).optional().openapi({
    description: "only claims said in a sentence that this finds; as for /api/search, of the newest 800 sentences",
  }),
});

const ui = z.enum(["en", "fr"]).default("en").openapi({ description: "language of Selon's own words" });

export const reportQuery = z.strictObject({
  format: z.enum(["html", "md", "csv", "json", "jsonld"]).default("html"),
  story: text.optional().openapi({ description: "only this story (the beginning of its id is enough)" }),
  title: text.optional(),
  language: ui,
});

/** In which language Selon's own words are. */
export const wordsQuery = z.strictObject({ language: ui });

/** What narrows and pages the revisions. */
export const revisionsQuery = listQuery.omit({ actor: true, contested: true }).extend({
  page: z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .openapi({ description: "an address or part of it, or the id of one of its documents" }),
});

export const withoutQuery = z.strictObject({
  actor: text.openapi({ description: "whole id of the actor that falls as a source" }),
  story: text.optional().openapi({ description: "only this story" }),
  claim: text.optional().openapi({ description: "only this claim (its whole id)" }),
});

/** What is known of a document sent as it is. */
export const sentQuery = z.strictObject({
  uri: z.string().min(1).max(2_000).optional().openapi({ description: "where the document is from" }),
  published: date.optional(),
  language: language.optional(),
});

export const addressBody = z
  .strictObject({ url: z.string().min(1).max(8_000), published: date.optional(), language: language.optional() })
  .openapi("Address");

/** Texts and addresses to add. */
export const itemsBody = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            url: z.string().min(1).max(8_000).optional(),
            text: z.string().min(1).optional(),
            uri: z.string().min(1).max(2_000).optional(),
            type: z.enum(["text/plain", "text/html", "text/markdown"]).optional(),
          })
          .refine(({ url, text }) => (url === undefined) !== (text === undefined), "has either url or text"),
      )
      .min(1)
      .max(500),
  })
  .openapi("Items");

/** The query of a request, checked. A parameter given twice is an error, not a guess. */
export function queryOf<T extends z.ZodType>(c: Context, schema: T): z.output<T> {
  const given: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (values.length > 1) throw badRequest(`${name} is given ${values.length} times.`, "It can have one value.");
    given[name] = values[0] ?? "";
  }
  return checked(schema, given, "parameters");
}

/** A body of JSON, checked. No form of another site's page can be sent as this type. */
export async function jsonBody<T extends z.ZodType>(c: Context, schema: T, most = 1_000_000): Promise<z.output<T>> {
  return checked(schema, await anyJson(c, most), "body");
}

/** A body of JSON, of whatever shape. */
export async function anyJson(c: Context, most: number): Promise<unknown> {
  ofType(c, ["application/json"]);
  return jsonOf(await bodyOf(c, most));
}

const unlike = {
  parameters: "The parameters can't be understood.",
  body: "The body can't be understood.",
} as const;

/** A value from outside, checked. */
export function checked<T extends z.ZodType>(schema: T, value: unknown, what: keyof typeof unlike): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw notAsWanted(unlike[what], result.error.issues);
}
