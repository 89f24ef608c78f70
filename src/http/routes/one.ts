import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { canonicalIn } from "../../ledger/documents.ts";
import { findActor } from "../../operations/actor.ts";
import { storyAlignment } from "../../operations/dossier.ts";
import { findFigures } from "../../operations/find.ts";
import { type CountedStory, findStory, findWholeClaim, type KeptDocument } from "../../operations/story.ts";
import { listWithout } from "../../operations/without.ts";
import { briefOf, type Summary, summaryOf } from "../../report/index.ts";
import { queryOf, withoutQuery, wordsQuery } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { notFound } from "../error.ts";
import { replyJson } from "../reply.ts";
import { figureGroup } from "../schemas/aligned.ts";
import { fallen, wholeActor, wholeClaim, wholeStory } from "../schemas/whole.ts";
import { route } from "./route.ts";

type One = {
  readonly list: string;
  readonly about: string;
  readonly schema: z.ZodType;
  readonly query?: typeof wordsQuery;
  readonly find: (ledger: Desk["ledger"], id: string, c: Context) => Promise<unknown>;
};

const ones: readonly One[] = [
  {
    list: "/api/stories",
    about: "One story: what stands in it in plain sentences, and its articles.",
    schema: wholeStory,
    query: wordsQuery,
    find: async (ledger, id, c) => {
      const { language } = queryOf(c, wordsQuery);
      const found = await findStory(ledger, id);
      return found === null ? null : { ...found, summary: await summaryOfStory(ledger, found, language) };
    },
  },
  {
    list: "/api/claims",
    about: "One claim, with its articles and the claims that exclude it.",
    schema: wholeClaim,
    find: findWholeClaim,
  },
  {
    list: "/api/actors",
    about: "One actor: names, positions over time, and turns.",
    schema: wholeActor,
    find: findActor,
  },
  {
    list: "/api/figures",
    about: "One group of figures.",
    schema: figureGroup,
    find: findFigures,
  },
];

/** One thing with all that belongs to it, by its id. */
export function addOnes(app: OpenAPIHono, desk: Desk): void {
  for (const { list, about, schema, query, find } of ones) {
    route(app, `${list}/{id}`, {
      get: [
        {
          summary: about,
          request: { params: z.object({ id: z.string() }), ...(query === undefined ? {} : { query }) },
          responses: { 200: { description: "All that belongs to it.", content: { "application/json": { schema } } } },
        },
        async (c) => {
          await desk.fresh();
          const found = await find(desk.ledger, c.req.param("id") ?? "", c);
          if (found === null) throw notFound("There is nothing of that id.", `List what there is at ${list}.`);
          return replyJson(c, found);
        },
      ],
    });
  }
  const items = z.object({ items: z.array(fallen) });
  route(app, "/api/without", {
    get: [
      {
        summary: "Which claims lose an origin if an actor falls as a source.",
        request: { query: withoutQuery },
        responses: { 200: { description: "Those claims.", content: { "application/json": { schema: items } } } },
      },
      async (c) => {
        const { actor, ...within } = queryOf(c, withoutQuery);
        await desk.fresh();
        return replyJson(c, { items: await listWithout(desk.ledger, actor, within) });
      },
    ],
  });
}

/** Made from what the alignment holds; no reading is looked into. */
async function summaryOfStory(
  ledger: Desk["ledger"],
  { story, documents }: { readonly story: CountedStory; readonly documents: readonly KeptDocument[] },
  language: string,
): Promise<Summary> {
  const canonical = await canonicalIn(ledger, story.id);
  const articles = documents.map((one) => ({ ...one, canonical: canonical.get(one.id) ?? null }));
  return summaryOf(briefOf(await storyAlignment(ledger, story.id), story, articles), language);
}
