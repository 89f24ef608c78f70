import { open } from "node:fs/promises";
import { CaptureError } from "../failure.ts";
import { fileFailure, notAFile, tooLarge } from "./failures.ts";

/** The bytes of a file; throws `CaptureError` for one that can't be read, is no file, or is larger than allowed. */
export async function readFileBytes(path: string, most: number): Promise<Uint8Array> {
  try {
    await using handle = await open(path, "r");
    const entry = await handle.stat();
    if (!entry.isFile() && !entry.isFIFO()) throw new CaptureError(notAFile(path));
    if (entry.size > most) throw new CaptureError(tooLarge(path, most));
    return entry.isFile() && entry.size > 0
      ? await handle.readFile()
      : await readStream(handle.createReadStream({ autoClose: false }), path, most);
  } catch (error) {
    throw error instanceof CaptureError ? error : new CaptureError(fileFailure(path, error));
  }
}

/** Everything a stream gives, up to a limit. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  uri: string,
  most: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > most) throw new CaptureError(tooLarge(uri, most));
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}
