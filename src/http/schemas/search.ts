import { z } from "@hono/zod-openapi";
import { acts } from "../../model/index.ts";
import { actor, count, nullable, paged, span } from "./parts.ts";

// Sentences that were looked for, and what begins as somebody types.

export const hit = span
  .extend({
    document: z.string(),
    uri: z.string(),
    title: nullable,
    outlet: nullable,
    published: nullable,
    language: z.string(),
    marks: z.array(span),
    snippet: z.string(),
    statements: z.array(z.object({ id: z.string(), speaker: actor, act: z.enum(acts) })),
  })
  .openapi("Hit");

const facet = z.array(z.object({ value: z.string(), name: z.string(), count }));
const facets = z
  .object({
    counted: count.openapi({ description: "of how many sentences, the newest, the counts are" }),
    ...{ language: facet, outlet: facet, speaker: facet, act: facet, status: facet },
  })
  .openapi("Facets");

export const searchPage = z.object({ items: z.array(hit), ...paged, facets: z.union([facets, z.null()]) });

const suggestion = z
  .object({ kind: z.enum(["actor", "outlet", "story"]), id: z.string(), name: z.string(), query: nullable })
  .openapi("Suggestion");
export const suggestions = z.object({ items: z.array(suggestion) });
