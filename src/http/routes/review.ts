import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { findQuestion, listQuestions } from "../../operations/hypotheses/index.ts";
import { listReview } from "../../operations/review.ts";
import { plainTable, tables } from "../../report/rows.ts";
import { queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { notFound } from "../error.ts";
import { replyJson } from "../reply.ts";
import { question, questionPage, reviewItem, reviewPage } from "../schemas/review.ts";
import { type Ask, allOf, pageOrWhole, replyWhole, wholeQuery } from "../whole-list.ts";
import { route } from "./route.ts";

const text = z.string().min(1).max(500);
const reviewQuery = z.strictObject({
  document: text.optional().openapi({ description: "only this document" }),
  story: text.optional().openapi({ description: "only this story" }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: "how many at most" }),
  cursor: z.coerce.number().int().min(0).optional().openapi({ description: "`next` of the page before" }),
  ...wholeQuery,
});
const questionsQuery = z.strictObject({
  story: text.optional().openapi({ description: "only those about this story" }),
  limit: z.coerce.number().int().min(1).max(500).default(100).openapi({ description: "how many at most" }),
  ...wholeQuery,
});

/** What waits for a person's eye, and what people weigh explanations of. */
export function addReview(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/review", {
    get: [
      {
        summary: "Statements that nobody has decided about, the least certain reading first.",
        request: { query: reviewQuery },
        responses: pageOrWhole(reviewPage, reviewItem),
      },
      async (c) => {
        const { cursor, limit, format, ...asked } = queryOf(c, reviewQuery);
        const page = async (from: number | undefined, most: number) => {
          const { next, ...found } = await listReview(desk.ledger, { ...asked, from, limit: most });
          return { ...found, next: next === null ? null : String(next) };
        };
        await desk.fresh();
        if (format === undefined) return replyJson(c, await page(cursor, limit));
        const part = ({ limit: most, after }: Ask) => page(after === undefined ? undefined : Number(after), most);
        return await replyWhole({ name: "review", format, page: part, table: tables.review });
      },
    ],
  });
  route(app, "/api/questions", {
    get: [
      {
        summary: "Questions with their competing explanations, evidence and ratings.",
        request: { query: questionsQuery },
        responses: pageOrWhole(questionPage, question),
      },
      async (c) => {
        const { story, limit, format } = queryOf(c, questionsQuery);
        await desk.fresh();
        const items = await listQuestions(desk.ledger, { story });
        const table = plainTable(Object.keys(question.shape));
        if (format !== undefined)
          return await replyWhole({ name: "questions", format, page: () => allOf(items), table });
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
