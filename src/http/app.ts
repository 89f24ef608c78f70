import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { gate } from "./access/gate.ts";
import { compressed } from "./compressed.ts";
import type { Desk, Log } from "./desk.ts";
import { answerTo, errorBody, type HttpError, notFound } from "./error.ts";
import { languageOf } from "./language.ts";
import { addAbout } from "./routes/about.ts";
import { addAdditions } from "./routes/additions.ts";
import { addCarry } from "./routes/carry.ts";
import { addDecisions } from "./routes/decisions.ts";
import { addDocuments } from "./routes/documents.ts";
import { addEngine } from "./routes/engine.ts";
import { addEvents } from "./routes/events.ts";
import { addLists } from "./routes/lists.ts";
import { addMcp } from "./routes/mcp.ts";
import { addOnes } from "./routes/one.ts";
import { addReport } from "./routes/report.ts";
import { addReview } from "./routes/review.ts";
import { addRevisions } from "./routes/revisions.ts";
import { addSearch } from "./routes/search.ts";
import { addSession } from "./routes/session.ts";
import { addUsers } from "./routes/users.ts";
import { addWatches } from "./routes/watches.ts";
import { addWhole } from "./routes/whole.ts";
import { securityHeaders } from "./security.ts";
import { addWeb, webFolder } from "./web.ts";

/** Everything the server answers, over one ledger. */
export function appOf(desk: Desk, log: Log): OpenAPIHono {
  const app = new OpenAPIHono();
  const https = desk.options.publicUrl?.protocol === "https:";
  app.use(async (c, next) => {
    await next();
    if (https) c.res.headers.set("strict-transport-security", "max-age=31536000");
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  app.use("/api/*", compressed(desk.options));
  app.use(gate(desk));
  addSession(app, desk);
  addUsers(app, desk);
  addLists(app, desk);
  addOnes(app, desk);
  addDocuments(app, desk);
  addAdditions(app, desk);
  addDecisions(app, desk);
  addEvents(app, desk);
  addReport(app, desk);
  addSearch(app, desk);
  addReview(app, desk);
  addRevisions(app, desk);
  addWhole(app, desk);
  addCarry(app, desk);
  addEngine(app, desk);
  addWatches(app, desk);
  addMcp(app, desk);
  addAbout(app);
  addWeb(app, desk.options.web ?? webFolder);
  app.notFound((c) => answerWith(c, notFound("There is nothing at this address.", "See /api/docs for what there is.")));
  app.onError((error, c) => {
    const answer = answerTo(error);
    if (answer.code === "internal") log(error);
    return answerWith(c, answer);
  });
  return app;
}

function answerWith(c: Context, error: HttpError): Response {
  const language = languageOf(c);
  const told = { "cache-control": "no-store", "content-language": language, vary: "accept-language" };
  return Response.json(errorBody(error, language), {
    status: error.status,
    headers: { ...securityHeaders, ...told, ...error.headers },
  });
}
