import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { whoOf } from "../access/who.ts";
import type { Item, Job } from "../adding/jobs.ts";
import { checked, itemsBody, queryOf, sentQuery } from "../ask.ts";
import { bodyOf, formOf, jsonOf, ofType } from "../body.ts";
import type { Desk } from "../desk.ts";
import { badRequest, HttpError } from "../error.ts";
import { languageOf } from "../language.ts";
import { addition } from "../schemas/adding.ts";
import { eventsTold, listenTo } from "./events.ts";
import { route } from "./route.ts";

/** Addresses and texts that may come in one set. */
const mostItems = 500;

const byId = { params: z.object({ id: z.string() }) };
const shape = { content: { "application/json": { schema: addition } } };
const about =
  "`kept`, `known`, `failed` for each item, `aligned` at the end, then `done`. Begins with what was told before; `Last-Event-ID` goes on where the listener left off.";

/** Adding many things at once, with progress. */
export function addAdditions(app: OpenAPIHono, desk: Desk): void {
  const form = z.object({
    file: z.array(z.string().openapi({ format: "binary" })).optional(),
    text: z.array(z.string()).optional(),
    url: z.array(z.string()).optional(),
  });
  route(app, "/api/additions", {
    post: [
      {
        summary: "Begins to add files, texts and addresses, and answers at once.",
        request: {
          query: sentQuery.omit({ uri: true }),
          body: {
            required: true,
            content: { "application/json": { schema: itemsBody }, "multipart/form-data": { schema: form } },
          },
        },
        responses: { 202: { description: "It has begun.", ...shape } },
      },
      async (c) => {
        const items = await itemsOf(c, desk);
        if (items.length === 0) throw badRequest("Nothing was added.", "There was nothing in it.");
        if (items.length > mostItems) throw badRequest("Nothing was added.", `It can hold ${mostItems} at most.`);
        const job = desk.jobs.begin(items, whoOf(c).name, languageOf(c));
        const location = `/api/additions/${job.id}`;
        return Response.json(told(job), { status: 202, headers: { location } });
      },
      "add",
    ],
  });
  route(app, "/api/additions/{id}", {
    get: [
      {
        summary: "How far an addition is.",
        request: byId,
        responses: { 200: { description: "What is done, and what came of it.", ...shape } },
      },
      (c) => Response.json(told(desk.jobs.find(c.req.param("id") ?? "")), { headers: { "cache-control": "no-store" } }),
    ],
  });
  route(app, "/api/additions/{id}/events", {
    get: [
      { ...eventsTold("Tells what becomes of an addition, as it happens.", about), request: byId },
      (c) => {
        const { hub } = desk.jobs.find(c.req.param("id") ?? "");
        return listenTo(c, desk, hub, "done", c.req.header("last-event-id") ?? "begin");
      },
    ],
  });
}

function told({ id, state, began, total, steps }: Job): object {
  const done = new Set(steps.flatMap(({ item }) => (item === null ? [] : [item]))).size;
  return { id, state, began, total, done, steps: steps.map(({ item, outcome }) => ({ item, ...outcome })) };
}

async function itemsOf(c: Context, desk: Desk): Promise<Item[]> {
  const about = queryOf(c, sentQuery.omit({ uri: true }));
  const given = ofType(c, ["multipart/form-data", "application/json"]);
  const bytes = await bodyOf(c, desk.maxUpload);
  if (!given.toLowerCase().startsWith("multipart")) {
    const { items } = checked(itemsBody, jsonOf(bytes), "body");
    return items.map((item) => {
      if (item.url !== undefined) return { kind: "url", url: addressOf(item.url), ...about };
      const origin = { ...about, uri: item.uri ?? "-", mediaType: item.type ?? "text/plain" };
      return { kind: "bytes", bytes: new TextEncoder().encode(item.text ?? ""), origin };
    });
  }
  const items: Item[] = [];
  for (const [name, value] of await formOf(bytes, given)) {
    if (typeof value !== "string") {
      const origin = { ...about, uri: value.name === "" ? "-" : value.name, mediaType: typeOf(value) };
      items.push({ kind: "bytes", bytes: await bounded(value, desk.maxBody), origin });
    } else if (value.trim() === "") continue;
    else if (name === "url") items.push({ kind: "url", url: addressOf(value.trim()), ...about });
    else if (name === "text") {
      const origin = { ...about, uri: "-", mediaType: "text/plain; charset=utf-8" };
      items.push({ kind: "bytes", bytes: new TextEncoder().encode(value), origin });
    } else throw badRequest("Nothing was added.", `“${name.slice(0, 50)}” is no field of it.`);
  }
  return items;
}

async function bounded(file: File, most: number): Promise<Uint8Array> {
  if (file.size > most) {
    const why = `${file.name.slice(0, 100)} is larger than ${most} bytes.`;
    throw new HttpError(413, ["too-large", "Nothing was added.", why, "Send a smaller one, or use selon add."]);
  }
  return new Uint8Array(await file.arrayBuffer());
}

/** What a browser can't name it calls a stream of bytes: then the bytes themselves tell. */
function typeOf({ type }: File): string | null {
  return type === "" || type === "application/octet-stream" ? null : type;
}

/** Only addresses: a path would have the server read its own files. */
export function addressOf(given: string): string {
  const address = URL.parse(given);
  if (address !== null && (address.protocol === "http:" || address.protocol === "https:")) return address.href;
  const todo = "Give the address of an article, or send the article itself.";
  throw new HttpError(400, ["bad-address", "Nothing was fetched.", "It is not an http or https address.", todo]);
}
