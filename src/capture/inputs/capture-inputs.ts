import type { Capture } from "../../model/index.ts";
import { captureBytes } from "../capture.ts";
import { CaptureError, type Failure } from "../failure.ts";
import { beginsLikeFeed, readFeed } from "../feed/read.ts";
import { guardedFetch } from "../fetch/guarded-fetch.ts";
import { isArchive } from "../warc/open.ts";
import { expandInputs, type Source } from "./expand.ts";
import { binaryFile, emptyFile } from "./failures.ts";
import { type CaptureOptions, defaultMaxBytes } from "./options.ts";
import { readFileBytes, readStream } from "./read.ts";

/** One input, captured or not. */
export type Captured =
  | { readonly ok: true; readonly capture: Capture }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Captures files, folders, globs, `-` and addresses, one after the other, in a fixed order. What can't be captured is
 * a failure that says what, why and what to do; the others go on. Throws only when `signal` aborts.
 */
export async function* captureInputs(inputs: Iterable<string>, options: CaptureOptions = {}): AsyncGenerator<Captured> {
  for await (const found of expandInputs(inputs)) {
    options.signal?.throwIfAborted();
    if (!found.ok) yield found;
    else yield* captureSource(found.source, options);
  }
}

async function* captureSource(source: Source, options: CaptureOptions): AsyncGenerator<Captured> {
  try {
    if (source.kind === "url") yield* captureAddress(source.uri, options);
    else if (source.kind === "file" && isArchive(source.uri)) yield* captureArchive(source.uri, options);
    else yield { ok: true, capture: await captureOne(source, options) };
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    yield { ok: false, failure: error.failure };
  }
}

/** Every page of a web archive, under the address and with the date it was archived with. */
async function* captureArchive(path: string, options: CaptureOptions): AsyncGenerator<Captured> {
  const { published, language } = options;
  const { readArchive } = await import("../warc/read.ts");
  for await (const found of readArchive(path, options.maxBytes ?? defaultMaxBytes)) {
    options.signal?.throwIfAborted();
    if (!found.ok) yield found;
    else yield capturedOf(() => accepted(captureBytes(found.bytes, { ...found.origin, published, language })));
  }
}

function capturedOf(work: () => Capture): Captured {
  try {
    return { ok: true, capture: work() };
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    return { ok: false, failure: error.failure };
  }
}

/** The page at an address, or every page that a feed at it names, as robots.txt permits; dated by the feed where it has no date. */
async function* captureAddress(uri: string, options: CaptureOptions): AsyncGenerator<Captured> {
  const { allowPrivate, signal, published, language, timeout } = options;
  const limits = {
    maxBytes: options.maxBytes ?? defaultMaxBytes,
    ...(timeout === undefined ? {} : { totalTime: timeout }),
  };
  const { bytes, mediaType, url } = await guardedFetch(uri, { limits, allowPrivate, signal });
  const feed = beginsLikeFeed(bytes) ? readFeed(bytes, url) : null;
  if (feed === null) {
    const given = { uri, mediaType, location: url, published, language };
    return yield { ok: true, capture: accepted(captureBytes(bytes, given)) };
  }
  const { Visitor } = await import("../robots/visitor.ts");
  const visitor = new Visitor({ limits, allowPrivate, signal, pace: options.pace });
  for (const entry of feed.entries) {
    try {
      const page = await visitor.fetch(entry.url);
      const given = { uri: entry.url, mediaType: page.mediaType, location: page.url, published, language };
      const capture = accepted(captureBytes(page.bytes, given));
      const dated = capture.document.published === null && entry.published !== null;
      yield {
        ok: true,
        capture: dated ? captureBytes(page.bytes, { ...given, published: entry.published }) : capture,
      };
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      yield { ok: false, failure: error.failure };
    }
  }
}

async function captureOne(source: Source, options: CaptureOptions): Promise<Capture> {
  const given = { uri: source.uri, published: options.published, language: options.language };
  const most = options.maxBytes ?? defaultMaxBytes;
  const bytes =
    source.kind === "stdin"
      ? await readStream(options.stdin ?? process.stdin, "-", most)
      : await readFileBytes(source.uri, most);
  return accepted(captureBytes(bytes, given));
}

/** Files without text, or that are not text, are failures here. */
function accepted(capture: Capture): Capture {
  const { uri } = capture.document;
  for (const { code, message } of capture.diagnostics) {
    if (code === "binary") throw new CaptureError(binaryFile(uri, message));
    if (code === "empty") throw new CaptureError(emptyFile(uri));
  }
  return capture;
}
