import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { pageFound, pageSearch, suggest } from "../../operations/search.ts";
import { tables } from "../../report/rows.ts";
import { queryOf } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { replyJson } from "../reply.ts";
import { hit, searchPage, suggestions } from "../schemas/search.ts";
import { type Ask, pageOrWhole, replyWhole, wholeQuery } from "../whole-list.ts";
import { route } from "./route.ts";

const flag = z.enum(["true", "false"]).default("false");
const searchQuery = z.strictObject({
  q: z.string().min(1).max(2_000).openapi({
    description: 'words in any form, "phrases", and speaker: act: status: since: language: outlet:',
  }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: "how many at most" }),
  cursor: z.string().max(500).optional().openapi({ description: "`next` of the page before" }),
  typing: flag.openapi({ description: "the last word may be the beginning of one; nothing is counted" }),
  facets: flag.openapi({ description: "counts by which what was found can be narrowed, too" }),
  ...wholeQuery,
});
const suggestQuery = z.strictObject({
  q: z.string().min(1).max(200).openapi({ description: "what was typed so far" }),
  limit: z.coerce.number().int().min(1).max(20).default(5).openapi({ description: "how many of each kind at most" }),
});

/** Full text over sentences, and what begins as somebody types. */
export function addSearch(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/search", {
    get: [
      {
        summary: "Sentences by their words in any form, the newest documents first, marked where they were found.",
        request: { query: searchQuery },
        responses: pageOrWhole(searchPage, hit),
      },
      async (c) => {
        const { q, limit, cursor: after, typing, facets: counts, format } = queryOf(c, searchQuery);
        const ask = { limit, after, typing: typing === "true", facets: counts === "true" };
        await desk.fresh();
        if (format !== undefined) {
          const page = (part: Ask) => pageFound(desk.ledger, q, part);
          return await replyWhole({ name: "search", format, page, table: tables.search });
        }
        return replyJson(c, await pageSearch(desk.ledger, q, ask));
      },
    ],
  });
  route(app, "/api/suggest", {
    get: [
      {
        summary: "Actors, papers and stories of whose names a word begins as typed.",
        request: { query: suggestQuery },
        responses: { 200: { description: "Suggestions.", content: { "application/json": { schema: suggestions } } } },
      },
      async (c) => {
        const { q, limit } = queryOf(c, suggestQuery);
        await desk.fresh();
        return replyJson(c, { items: await suggest(desk.ledger, q, limit) });
      },
    ],
  });
}
