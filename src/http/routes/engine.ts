import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { evaluate } from "../../operations/evaluate/index.ts";
import { queryOf, sentQuery } from "../ask.ts";
import { bodyOf, formOf, ofType } from "../body.ts";
import type { Desk } from "../desk.ts";
import { answerToFailure, badRequest } from "../error.ts";
import { reply, replyJson } from "../reply.ts";
import { route } from "./route.ts";

const parseQuery = sentQuery.pick({ language: true, published: true }).extend({
  input: z.enum(["text", "conllu"]).default("text").openapi({
    description: "`conllu`: words and sentences stay, tags, features, heads and relations are told afresh",
  }),
});
/** What is analysed at once: a long article many times over. */
const mostParsed = 1024 * 1024;
const mostFiles = 500;
const files = z.array(z.string().openapi({ format: "binary" }));

/** What the engine makes of what is sent, of which nothing is kept: its analysis, and how well it reads. */
export function addEngine(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/parse", {
    post: [
      {
        summary: "The analysis of a text as CoNLL-U.",
        request: { query: parseQuery, body: { required: true, content: { "text/plain": { schema: z.string() } } } },
        responses: { 200: { description: "CoNLL-U.", content: { "text/plain": { schema: z.string() } } } },
      },
      async (c) => {
        const { input, ...about } = queryOf(c, parseQuery);
        const mediaType = ofType(c, ["text/plain"]);
        const bytes = await bodyOf(c, Math.min(mostParsed, desk.maxBody));
        const parsed = await desk.reader.parse(bytes, { ...about, uri: "-", mediaType }, input);
        if (!parsed.ok) throw answerToFailure(parsed.failure);
        return reply(c, parsed.conllu, "text/plain; charset=utf-8");
      },
      "add",
    ],
  });
  route(app, "/api/evaluations", {
    post: [
      {
        summary: "Measures readings against gold: precision, recall and F of what is sent.",
        description: "Gold files (.json, .ann) and the documents they were made for, each under the name they share.",
        request: {
          query: sentQuery.pick({ language: true, published: true }),
          body: {
            required: true,
            content: { "multipart/form-data": { schema: z.object({ gold: files, document: files }) } },
          },
        },
        responses: {
          200: { description: "What was measured.", content: { "application/json": { schema: z.looseObject({}) } } },
        },
      },
      async (c) => {
        const about = queryOf(c, sentQuery.pick({ language: true, published: true }));
        const type = ofType(c, ["multipart/form-data"]);
        const form = await formOf(await bodyOf(c, desk.maxUpload), type);
        const folder = await mkdtemp(join(tmpdir(), "selon-evaluation-"));
        try {
          const parts = [join(folder, "gold"), join(folder, "documents")] as const;
          for (const part of parts) await mkdir(part);
          let sent = 0;
          for (const [name, value] of form) {
            const at = name === "gold" ? parts[0] : name === "document" ? parts[1] : null;
            if (at === null || typeof value === "string")
              throw badRequest("Nothing was measured.", "It takes files as gold and document.");
            sent += 1;
            if (sent > mostFiles) throw badRequest("Nothing was measured.", `It takes ${mostFiles} files at most.`);
            await writeFile(join(at, plainName(value.name)), new Uint8Array(await value.arrayBuffer()));
          }
          const { judged: _, ...told } = await evaluate(parts[0], [parts[1]], { ...about, reader: desk.reader });
          return replyJson(c, JSON.parse(JSON.stringify(told).replaceAll(`${folder}/`, "")));
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      },
      "add",
    ],
  });
}

/** A name that stays in its folder, whatever was sent. */
function plainName(given: string): string {
  const name = given.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^\.+/, "");
  if (name === "" || Buffer.byteLength(name) > 200)
    throw badRequest("Nothing was measured.", "A file has no name, or one too long.");
  return name;
}
