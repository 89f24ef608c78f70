import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { questionsAbout } from "../../operations/hypotheses/index.ts";
import { dossierData } from "../../operations/index.ts";
import { dossierOf, renderCsv, renderHtml, renderJson, renderJsonLd, renderMarkdown } from "../../report/index.ts";
import { queryOf, reportQuery } from "../ask.ts";
import type { Desk } from "../desk.ts";
import { reply } from "../reply.ts";
import { dossierPolicy } from "../security.ts";
import { route } from "./route.ts";

const types = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  jsonld: "application/ld+json; charset=utf-8",
} as const;

export function addReport(app: OpenAPIHono, desk: Desk): void {
  const schema = z.string();
  route(app, "/api/report", {
    get: [
      {
        summary: "The dossier of one story, or of everything.",
        request: { query: reportQuery },
        responses: {
          200: {
            description: "The dossier.",
            content: Object.fromEntries(Object.values(types).map((type) => [type.split(";")[0] ?? type, { schema }])),
          },
        },
      },
      async (c) => {
        const { format, story, title, language } = queryOf(c, reportQuery);
        await desk.fresh();
        const { alignment, readings, story: whole, captured } = await dossierData(desk.ledger, story);
        const dossier = dossierOf(alignment, readings, {
          story: whole,
          captured,
          questions: await questionsAbout(desk.ledger, { story: whole, claims: alignment.claims }),
          generated: new Date().toISOString(),
          ...(title === undefined ? {} : { title }),
        });
        const render = {
          html: () => renderHtml(dossier, { language }),
          md: () => renderMarkdown(dossier, { language }),
          csv: () => renderCsv(dossier),
          json: () => renderJson(dossier),
          jsonld: () => renderJsonLd(dossier),
        };
        return reply(c, render[format](), types[format], {
          ...(format === "html" ? { "content-security-policy": dossierPolicy } : {}),
          ...(format === "html" ? {} : { "content-disposition": `attachment; filename="dossier.${format}"` }),
        });
      },
    ],
  });
}
