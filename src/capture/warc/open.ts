import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { CaptureError } from "../failure.ts";
import { fileFailure } from "../inputs/failures.ts";

/** Whether a path names a web archive: `.warc`, `.warc.gz` or `.wacz`. */
export function isArchive(path: string): boolean {
  return /\.(?:warc(?:\.gz)?|wacz)$/i.test(path);
}

/** One file of records within what was given; `name` is its place within a WACZ, else null. */
export type WarcFile = { readonly name: string | null; readonly stream: AsyncIterable<Uint8Array> };

/** The WARC files that a path holds, unpacked, one after the other. Throws `CaptureError` for one that can't be opened. */
export async function* openArchive(path: string): AsyncGenerator<WarcFile> {
  const head = await headOf(path);
  if (head.subarray(0, 2).toString("latin1") === "PK") yield* openWacz(path);
  else yield { name: null, stream: unzipped(createReadStream(path), isGzip(head)) };
}

async function headOf(path: string): Promise<Buffer> {
  try {
    await using handle = await open(path, "r");
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new CaptureError(fileFailure(path, error));
  }
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Records are packed one by one; Node unpacks such a row as one stream. */
function unzipped(stream: NodeJS.ReadableStream, packed: boolean): AsyncIterable<Uint8Array> {
  if (!packed) return stream as unknown as AsyncIterable<Uint8Array>;
  const decoder = createGunzip();
  stream.once("error", (error) => decoder.destroy(error));
  return stream.pipe(decoder);
}

/** Files of records in a WACZ (https://specs.webrecorder.net/wacz/1.1.1/), in the order of its directory. */
async function* openWacz(path: string): AsyncGenerator<WarcFile> {
  const { default: yauzl } = await import("yauzl");
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) => {
      if (error !== null && error !== undefined) reject(badArchive(path, error));
      else resolve(opened);
    });
  });
  try {
    for (let entry = await nextEntry(zip, path); entry !== null; entry = await nextEntry(zip, path)) {
      if (!/^archive\/[^/]+\.warc(?:\.gz)?$/i.test(entry.fileName)) continue;
      const stream = await streamOf(zip, entry, path);
      yield { name: entry.fileName, stream: unzipped(stream, /\.gz$/i.test(entry.fileName)) };
    }
  } finally {
    zip.close();
  }
}

async function nextEntry(zip: ZipFile, path: string): Promise<Entry | null> {
  return await new Promise((resolve, reject) => {
    const done = (work: () => void): void => {
      zip.off("entry", found).off("end", ended).off("error", failed);
      work();
    };
    const found = (entry: Entry): void => done(() => resolve(entry));
    const ended = (): void => done(() => resolve(null));
    const failed = (error: Error): void => done(() => reject(badArchive(path, error)));
    zip.once("entry", found).once("end", ended).once("error", failed);
    zip.readEntry();
  });
}

async function streamOf(zip: ZipFile, entry: Entry, path: string): Promise<NodeJS.ReadableStream> {
  return await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null && error !== undefined) reject(badArchive(path, error));
      else resolve(stream);
    });
  });
}

function badArchive(uri: string, error: Error): CaptureError {
  return new CaptureError({
    code: "bad-archive",
    uri,
    what: `${uri} could not be opened as a web archive.`,
    why: `Its directory is damaged (${error.message.slice(0, 200)}).`,
    todo: "Check whether it was copied whole.",
  });
}
