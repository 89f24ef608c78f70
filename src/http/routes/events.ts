import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Desk } from "../desk.ts";
import { HttpError } from "../error.ts";
import type { Hub } from "../events/hub.ts";
import { eventStream } from "../events/stream.ts";
import { route, type Told } from "./route.ts";

/** How many may listen at once. */
const most = 200;

const about = `Server-sent events. \`changed\`: \`{"what": ["documents" | "alignment" | …]}\`, whoever changed it. \`reset\`: too much was missed, ask everything anew. \`Last-Event-ID\` goes on where the listener left off.`;

export const eventsTold = (summary: string, description: string): Told => ({
  summary,
  description,
  responses: { 200: { description: "Events.", content: { "text/event-stream": { schema: z.string() } } } },
});

/** What a hub tells, until the listener leaves or the server closes. `end` is the event after which nothing comes. */
export function listenTo(c: Context, desk: Desk, hub: Hub, end: string | null, last: string | null): Response {
  if (desk.hub.listeners >= most || hub.listeners >= most) {
    const why = `${most} listen already.`;
    throw new HttpError(503, ["busy", "Nothing is told.", why, "Try again in a minute."], { "retry-after": "60" });
  }
  return eventStream(c, (sink) => {
    const leave = hub.listen(last, (sent) => {
      sink.send(sent);
      if (sent.event === end) sink.end();
    });
    const close = (): void => sink.end();
    desk.closing.addEventListener("abort", close, { once: true });
    return () => {
      desk.closing.removeEventListener("abort", close);
      leave();
    };
  });
}

export function addEvents(app: OpenAPIHono, desk: Desk): void {
  route(app, "/api/events", {
    get: [
      eventsTold("Tells what changes in the ledger, as it changes.", about),
      (c) => listenTo(c, desk, desk.hub, null, c.req.header("last-event-id") ?? null),
    ],
  });
}
