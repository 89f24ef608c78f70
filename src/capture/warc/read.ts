import { essence } from "../kind.ts";
import type { Origin } from "../origin.ts";
import { type Failure, failureOfArchive, tooLargeInArchive } from "./failures.ts";
import { httpAnswer } from "./http.ts";
import { openArchive } from "./open.ts";
import { type WarcRecord, warcRecords } from "./records.ts";

/** A page of an archive, as bytes with their origin, or what is wrong with the archive. */
export type Archived =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly origin: Origin }
  | { readonly ok: false; readonly failure: Failure };

const textual = new Set(["text/html", "application/xhtml+xml", "text/plain", "text/markdown"]);

/**
 * Pages of a web archive (WARC, each record packed or none, or WACZ): answers of status 2xx that are HTML or text, as they
 * come. Pictures, scripts, redirects and what is empty are passed over. Memory holds one record of at most `most` bytes.
 */
export async function* readArchive(path: string, most: number): AsyncGenerator<Archived> {
  let pages = 0;
  let faults = 0;
  for await (const { name, stream } of openArchive(path)) {
    for await (const record of warcRecords(stream, most)) {
      const found = record.kind === "fault" ? failureOfArchive(path, name, record) : pageOf(record, path, most);
      if (found === null) continue;
      if (found.ok) pages += 1;
      else faults += 1;
      yield found;
    }
  }
  if (pages + faults > 0) return;
  yield {
    ok: false,
    failure: {
      code: "nothing-here",
      uri: path,
      what: `${path} holds nothing to read.`,
      why: "None of its records is a page or a text that a server gave.",
      todo: "Check that it is a web archive of pages (WARC or WACZ).",
    },
  };
}

/** A name that is no address of the web, as `archiveRecord` writes it. */
function ownName(given: string | undefined): string | null {
  try {
    return given === undefined ? null : decodeURIComponent(given);
  } catch {
    return null;
  }
}

function pageOf(
  { type, uri: target, date, fields, block, offset }: WarcRecord,
  path: string,
  most: number,
): Archived | null {
  if ((type !== "response" && type !== "resource") || target === null) return null;
  const name = ownName(fields.get("selon-uri"));
  if (name === null && !/^https?:\/\//i.test(target)) return null;
  const uri = name ?? target;
  const own = type === "resource" ? (fields.get("content-type") ?? null) : null;
  if (block === null) return tooLargeInArchive(uri, path, offset, most);
  const answer = type === "resource" ? { status: 200, mediaType: own, body: block } : httpAnswer(block, most);
  if (answer === null || answer.status < 200 || answer.status > 299) return null;
  const { mediaType, body } = answer;
  if (!textual.has(essence(mediaType) ?? "")) return null;
  if (body === null) return tooLargeInArchive(uri, path, offset, most);
  if (body.length === 0 || /^https?:\/\/[^/]+\/robots\.txt$/i.test(uri)) return null;
  return { ok: true, bytes: body, origin: { uri, mediaType, ...(date === null ? {} : { captured: date }) } };
}
