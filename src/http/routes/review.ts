import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { findQuestion, listQuestions } from "../../operations/hypotheses/index.ts";
import { listReview } from "../../operations/review.ts";
import { queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { notFound } from "../error.ts";
import { replyJson } from "../reply.ts";
import { question, questionPage, reviewPage } from "../schemas/review.ts";
import { route } from "./route.ts";

const text = z.string().min(1).max(500);
const reviewQuery = z.strictObject({
  document: text.optional().openapi({ description: "only this document" }),
  story: text.optional().openapi({ description: "only this story" }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: "how many at most" }),
  cursor: z.coerce.number().int().min(0).optional().openapi({ description: "`next` of the page before" }),
});
const questionsQuery = z.strictObject({
  story: text.optional().openapi({ description: "only those about this story" }),
  limit: z.coerce.number().int().min(1).max(500).default(100).openapi({ description: "how many at most" }),
});

/** What waits for a person's eye, and what people weigh explanations of. */
export function addReview(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/review", {
    get: [
      {
        summary: "Statements that nobody has decided about, the least certain reading first.",
        request: { query: reviewQuery },
        responses: { 200: { description: "A page.", content: { "application/json": { schema: reviewPage } } } },
      },
      async (c) => {
        const { cursor: from, ...asked } = queryOf(c, reviewQuery);
        await desk.fresh();
        const { items, total, next } = await listReview(desk.ledger, { ...asked, from });
        return replyJson(c, { items, total, next: next === null ? null : String(next) });
      },
    ],
  });
  route(app, "/api/questions", {
    get: [
      {
        summary: "Questions with their competing explanations, evidence and ratings.",
        request: { query: questionsQuery },
        responses: { 200: { description: "All of them.", content: { "application/json": { schema: questionPage } } } },
      },
      async (c) => {
        const { story, limit } = queryOf(c, questionsQuery);
        await desk.fresh();
        const items = await listQuestions(desk.ledger, { story });
        return replyJson(c, { items: items.slice(0, limit), total: items.length, next: null });
      },
    ],
  });
  route(app, "/api/questions/{id}", {
    get: [
      {
        summary: "One question: the matrix of explanations and evidence, with what speaks against each.",
        request: { params: z.object({ id: z.string() }) },
        responses: { 200: { description: "The question.", content: { "application/json": { schema: question } } } },
      },
      async (c) => {
        await desk.fresh();
        const found = await findQuestion(desk.ledger, c.req.param("id") ?? "");
        if (found === null) throw notFound("There is no such question.", "List the questions at /api/questions.");
        return replyJson(c, found);
      },
    ],
  });
}
