import { z } from "@hono/zod-openapi";
import { consistencies, credibilities, reliabilities } from "../model/index.ts";
import { nullable, span } from "./schemas.ts";

// What waits for a person's eye, and the questions people weigh explanations of.

const count = z.number().int();
const page = { total: count, next: nullable };

const reviewItem = z
  .object({
    document: z.string(),
    uri: z.string(),
    title: nullable,
    outlet: nullable,
    language: z.string(),
    published: nullable,
    statement: z.looseObject({ id: z.string(), confidence: z.number() }),
    context: span,
  })
  .openapi("ReviewItem");
export const reviewPage = z.object({ items: z.array(reviewItem), ...page }).openapi("ReviewPage");

const put = z.object({ id: z.string(), text: z.string(), claim: nullable, by: z.string(), at: z.string() });
const cell = z.object({ evidence: z.string(), hypothesis: z.string() });
export const question = z
  .object({
    id: z.string(),
    text: z.string(),
    story: nullable,
    by: z.string(),
    at: z.string(),
    hypotheses: z.array(put),
    evidence: z.array(put.extend({ roots: z.array(z.string()), sources: z.array(z.string()), weight: z.number() })),
    ratings: z.array(cell.extend({ by: z.string(), rating: z.enum(consistencies) })),
    scores: z.array(z.object({ hypothesis: z.string(), against: z.number(), inFavour: z.number() })),
    disagreements: z.array(cell),
    sources: z.array(
      z.object({
        source: z.string(),
        reliability: z.enum(reliabilities).nullable(),
        credibility: z.literal(credibilities).nullable(),
      }),
    ),
  })
  .openapi("Question");
export const questionPage = z.object({ items: z.array(question), ...page }).openapi("QuestionPage");
