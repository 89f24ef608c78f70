import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "hono";
import type { Desk } from "./desk.ts";
import { answerTo, errorBody } from "./error.ts";
import { languageOf } from "./language.ts";

type Chunk = Uint8Array<ArrayBuffer>;

/** Lines as the reader takes them: nothing is gathered here. */
export function streamed(lines: AsyncIterable<string | Uint8Array>, name: string, type = ndjson): Response {
  const from = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Chunk>({
    pull: async (controller) => {
      const { done, value } = await from.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : new Uint8Array(value));
    },
    cancel: async () => {
      await from.return?.();
    },
  });
  const headers = { "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" };
  return new Response(body, { headers: { "content-type": type, ...headers } });
}

const ndjson = "application/x-ndjson; charset=utf-8";
/** How often somebody who waits is told something, so that no connection is taken for dead, in milliseconds. */
const [often, seldom] = [500, 15_000];

/**
 * Long work, told line by line as it goes on: what `work` tells (the last of what came at once), `working` where it is
 * silent, and `done` with what it gave. What fails within the first moment is answered as any error is; what fails later
 * is the last line, `{"kind": "failed", "error": …}`. The work goes on when whoever listens is gone.
 */
export async function followed(
  c: Context,
  desk: Desk,
  work: (tell: (progress: object) => void) => Promise<object>,
): Promise<Response> {
  let news: object | null = null;
  let end: object | null = null;
  const running = work((progress) => {
    news = { ...progress, kind: "progress" };
  }).then((done) => {
    end = { ...done, kind: "done" };
  });
  await Promise.race([running, sleep(often)]);
  running.catch((error: unknown) => {
    const answer = answerTo(error);
    if (answer.code === "internal") desk.log(error);
    end = { kind: "failed", ...errorBody(answer, languageOf(c)) };
  });
  const encoder = new TextEncoder();
  let told = Date.now();
  const body = new ReadableStream<Chunk>({
    pull: async (controller) => {
      for (;;) {
        const line = end ?? news ?? (Date.now() - told > seldom ? { kind: "working" } : null);
        const last = end !== null;
        if (line === null) {
          await Promise.race([running.catch(() => {}), sleep(often)]);
          continue;
        }
        news = null;
        told = Date.now();
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        if (last) controller.close();
        else await Promise.race([running.catch(() => {}), sleep(often)]);
        return;
      }
    },
  });
  return new Response(body, { headers: { "content-type": ndjson, "cache-control": "no-store" } });
}

/** How the OpenAPI document tells of it. */
export const followedTold =
  "JSON Lines while it goes on: `progress`, `working`, and at the end `done`, or `failed` with an `error` in the one shape.";
