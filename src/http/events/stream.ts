import type { Context } from "hono";
import type { Sent } from "./hub.ts";

export type Sink = { send(sent: Sent): void; end(): void };

/** Events that may wait for a slow reader; then it is let go, and comes back with the last id it saw. */
const most = 500;
const beat = 15_000;

/**
 * Server-sent events (HTML, section 9.2). `start` is given where to send, and gives how to stop. A comment now and then
 * keeps what is between from taking silence for an end.
 */
export function eventStream(c: Context, start: (sink: Sink) => () => void): Response {
  const encoder = new TextEncoder();
  let stop = (): void => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true;
        const end = (): void => {
          if (!open) return;
          open = false;
          clearInterval(pulse);
          stop();
          controller.close();
        };
        const write = (text: string): void => {
          if (!open) return;
          if ((controller.desiredSize ?? 0) < -most) end();
          else controller.enqueue(encoder.encode(text));
        };
        const pulse = setInterval(() => write(": still here\n\n"), beat);
        pulse.unref();
        write("retry: 2000\n\n");
        const send = ({ id, event, data }: Sent): void =>
          write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
        const started = start({ send, end });
        stop = started;
        if (!open) started();
        c.req.raw.signal.addEventListener("abort", end, { once: true });
      },
      cancel() {
        stop();
      },
    },
    { highWaterMark: 16 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      // Proxies that gather answers before they pass them on are asked not to.
      "x-accel-buffering": "no",
    },
  });
}
