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

/** The body's type, where it is one of those that are taken. Throws `unsupported-type`. */
export function ofType(c: Context, taken: readonly string[]): string {
  const given = c.req.header("content-type") ?? "";
  const type = given.split(";")[0]?.trim().toLowerCase() ?? "";
  if (taken.includes(type)) return given.slice(0, 200);
  const why = `It takes ${taken.join(", ")}.`;
  throw new HttpError(415, ["unsupported-type", "This kind of body is not taken.", why, "Send Content-Type."]);
}

export async function formOf(bytes: Uint8Array, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  } catch {
    throw badRequest("The body can't be understood.", "It is not a form.");
  }
}

export function tooLarge(most: number): HttpError {
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
