import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { readBytes } from "../../operations/add-bytes.ts";
import { findCapture, findDocument } from "../../operations/find.ts";
import type { AddEvent } from "../../operations/index.ts";
import { findStands } from "../../operations/story.ts";
import { addressBody, checked, queryOf, sentQuery } from "../ask.ts";
import { bodyOf, jsonOf, ofType } from "../body.ts";
import type { Desk } from "../desk.ts";
import { answerToFailure, type HttpError, notFound } from "../error.ts";
import { reply, replyJson } from "../reply.ts";
import { added, heldDocument } from "../schemas/kept.ts";
import { reading } from "../schemas/reading.ts";
import { addressOf } from "./additions.ts";
import { listRoute, lists } from "./lists.ts";
import { route } from "./route.ts";

const readable = ["text/plain", "text/html", "application/xhtml+xml", "text/markdown"];
const byId = { params: z.object({ id: z.string() }) };
const gone = (): HttpError => notFound("There is no such document.", "List the documents at /api/documents.");

export function addDocuments(app: OpenAPIHono, desk: Desk): void {
  const list = lists.documents;
  const body = z.string();
  route(app, "/api/documents", {
    ...(list === undefined ? {} : { get: listRoute("documents", list, desk) }),
    post: [
      {
        summary: "Adds one document: sent as it is, or by its address.",
        request: {
          query: sentQuery,
          body: {
            required: true,
            content: {
              "application/json": { schema: addressBody },
              ...Object.fromEntries(readable.map((type) => [type, { schema: body }])),
            },
          },
        },
        responses: {
          200: { description: "Known already.", content: { "application/json": { schema: added } } },
          201: { description: "Kept, and on the disk.", content: { "application/json": { schema: added } } },
        },
      },
      (c) => add(c, desk),
      "add",
    ],
  });
  const texts = Object.fromEntries(readable.map((type) => [type, { schema: body }]));
  route(app, "/api/read", {
    post: [
      {
        summary: "Reads one document sent as it is, and keeps nothing.",
        request: { query: sentQuery, body: { required: true, content: texts } },
        responses: { 200: { description: "The reading.", content: { "application/json": { schema: reading } } } },
      },
      async (c) => {
        const about = queryOf(c, sentQuery);
        const { bytes, mediaType } = await sentText(c, desk);
        const found = await readBytes(bytes, { ...about, uri: about.uri ?? "-", mediaType }, desk.reader);
        if ("failure" in found) throw answerToFailure(found.failure);
        return replyJson(c, found.reading);
      },
      "add",
    ],
  });
  route(app, "/api/documents/{id}", {
    get: [
      {
        summary: "One document with its text and reading.",
        request: byId,
        responses: { 200: { description: "The document.", content: { "application/json": { schema: heldDocument } } } },
      },
      async (c) => {
        await desk.fresh();
        const held = await findDocument(desk.ledger, c.req.param("id") ?? "");
        if (held === null) throw gone();
        const { reading, ...rest } = held;
        const { id, text } = reading.document;
        return replyJson(c, { id, ...rest, text, reading, stands: await findStands(desk.ledger, id) });
      },
    ],
  });
  route(app, "/api/documents/{id}/capture", {
    get: [
      {
        summary: "The bytes of a document exactly as captured, to be saved and never shown by a browser.",
        request: byId,
        responses: {
          200: {
            description: "The bytes.",
            content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
          },
        },
      },
      async (c) => {
        const id = c.req.param("id") ?? "";
        const bytes = await findCapture(desk.ledger, id);
        if (bytes === null) throw gone();
        const name = `${id.replace(/[^a-z0-9]+/g, "-")}.bin`;
        return reply(c, bytes, "application/octet-stream", { "content-disposition": `attachment; filename="${name}"` });
      },
    ],
  });
}

/** The body of a request as the text of a document, with its type. */
async function sentText(c: Context, desk: Desk): Promise<{ bytes: Uint8Array; mediaType: string }> {
  return { mediaType: ofType(c, readable), bytes: await bodyOf(c, desk.maxBody) };
}

async function add(c: Context, desk: Desk): Promise<Response> {
  const about = queryOf(c, sentQuery);
  const mediaType = ofType(c, [...readable, "application/json"]);
  const bytes = await bodyOf(c, desk.maxBody);
  if (!mediaType.toLowerCase().startsWith("application/json")) {
    const origin = { ...about, uri: about.uri ?? "-", mediaType };
    return answer(await desk.addOne({ kind: "bytes", bytes, origin }));
  }
  const { url, ...rest } = checked(addressBody, jsonOf(bytes), "body");
  return answer(await desk.addOne({ kind: "url", url: addressOf(url), ...rest }));
}

function answer(event: Exclude<AddEvent, { kind: "aligned" }>): Response {
  if (event.kind === "failed") throw answerToFailure(event.failure);
  const location = `/api/documents/${encodeURIComponent(event.id)}`;
  return Response.json(event, { status: event.kind === "kept" ? 201 : 200, headers: { location } });
}
