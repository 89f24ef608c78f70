import type { Context } from "hono";
import { badRequest, HttpError } from "./error.ts";

/** The body of a request, refused as soon as it is known to be larger than allowed. */
export async function bodyOf(c: Context, most: number): Promise<Uint8Array> {
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge(most);
  const stream = c.req.raw.body;
  if (stream === null) return new Uint8Array();
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.length;
    if (size > most) throw tooLarge(most);
    chunks.push(value);
  }
}

/** Bytes as JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw badRequest("The body can't be understood.", "It is not JSON.");
  }
}

function tooLarge(most: number): HttpError {
  return new HttpError(
    413,
    [
      "too-large",
      "The document was not taken.",
      `It is larger than ${most} bytes.`,
      "Send a smaller one, or use selon add.",
    ],
    { connection: "close" },
  );
}
