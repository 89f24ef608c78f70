import { z } from "@hono/zod-openapi";
import { consistencies, credibilities, reliabilities } from "../../model/index.ts";
import { nullable, paged, span, strings } from "./parts.ts";
import { statement } from "./reading.ts";

// What waits for a person's eye, and the questions people weigh explanations of.

export const reviewItem = z
  .object({
    document: z.string(),
    uri: z.string(),
    title: nullable,
    outlet: nullable,
    language: z.string(),
    published: nullable,
    statement: statement,
    context: span,
  })
  .openapi("ReviewItem");
export const reviewPage = z.object({ items: z.array(reviewItem), ...paged }).openapi("ReviewPage");

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
    evidence: z.array(put.extend({ roots: strings, sources: strings, weight: z.number() })),
    ratings: z.array(cell.extend({ by: z.string(), rating: z.enum(consistencies) })),
    scores: z.array(z.object({ hypothesis: z.string(), against: z.number(), inFavour: z.number() })),
    disagreements: z.array(cell),
    sources: z.array(
      z.object({
        source: z.string(),
        name: z.string(),
        reliability: z.enum(reliabilities).nullable(),
        credibility: z.literal(credibilities).nullable(),
      }),
    ),
  })
  .openapi("Question");
export const questionPage = z.object({ items: z.array(question), ...paged }).openapi("QuestionPage");
