import type { IncomingMessage } from "node:http";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { CaptureError } from "../failure.ts";
import { tooLarge } from "../inputs/failures.ts";
import { fetchFailure, notFetched } from "./failures.ts";
import type { FetchLimits } from "./limits.ts";

/** The whole body, decompressed, within the limits. Reads no further than they allow. */
export async function bodyOf(response: IncomingMessage, uri: string, limits: FetchLimits): Promise<Uint8Array> {
  const encodings = (response.headers["content-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (encodings.length > 1) throw bomb(uri, "It is compressed more than once.");
  if (encodings.length === 0 && Number(response.headers["content-length"]) > limits.maxBytes)
    throw new CaptureError(tooLarge(uri, limits.maxBytes));
  const decoder = decoderOf(encodings[0], uri);
  let arrived = 0;
  response.on("data", (chunk: Buffer) => {
    arrived += chunk.length;
  });
  const stream = decoder === null ? response : response.pipe(decoder);
  if (decoder !== null)
    response
      .once("error", (error) => decoder.destroy(error))
      .once("aborted", () => decoder.destroy(new Error("aborted")));
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limits.maxBytes) throw new CaptureError(tooLarge(uri, limits.maxBytes));
      if (decoder !== null && size > 65_536 && size > Math.max(arrived, 1) * limits.maxRatio)
        throw bomb(uri, `It unpacks to more than ${limits.maxRatio} times its size.`);
      chunks.push(chunk);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw /^Z_|^ERR_BROTLI|^ERR__ERROR_FORMAT|^ERR_PADDING|ZSTD/.test(code)
      ? bomb(uri, `Its compression is damaged (${code}).`)
      : error;
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks, size);
}

function decoderOf(encoding: string | undefined, uri: string) {
  switch (encoding) {
    case undefined:
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    case "zstd":
      return createZstdDecompress();
    default:
      throw bomb(uri, `Its compression (${encoding.slice(0, 40)}) is not known.`);
  }
}

function bomb(uri: string, why: string): CaptureError {
  return fetchFailure(uri, [
    "decompression",
    notFetched,
    why,
    "Save the page from a browser and give the file, if it is to be trusted.",
  ]);
}
