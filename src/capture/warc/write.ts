import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { userAgent } from "../fetch/guarded-fetch.ts";

/** What a record keeps of a capture. */
export type Kept = {
  /** `sha256:` and the hash of the bytes. */
  readonly id: string;
  readonly uri: string;
  readonly mediaType: string;
  /** ISO 8601 instant. */
  readonly captured: string;
  readonly bytes: Uint8Array;
};

/** The first record of an archive: who wrote it. */
export function archiveHead(): Uint8Array {
  const text = `software: ${userAgent}\r\nformat: WARC File Format 1.1\r\n`;
  const fields = ["WARC-Type: warcinfo", "WARC-Date: 1970-01-01T00:00:00Z", "Content-Type: application/warc-fields"];
  return packed([...fields, recordId(text)], Buffer.from(text));
}

/**
 * A capture as a `resource` record (ISO 28500, 6.4), packed by itself: what the server said around the bytes is not known any
 * more. The same capture gives the same bytes. What has no address of the web is named by its hash, and `Selon-URI` tells
 * its own name.
 */
export function archiveRecord({ id, uri, mediaType, captured, bytes }: Kept): Uint8Array {
  const url = /^https?:\/\//i.test(uri) ? URL.parse(uri)?.href : undefined;
  const own = url === uri ? [] : [`Selon-URI: ${encodeURIComponent(uri.toWellFormed())}`];
  const type = mediaType.replaceAll(/[^\x20-\x7e]/g, "");
  const fields = [
    "WARC-Type: resource",
    `WARC-Target-URI: ${url ?? `urn:${id}`}`,
    `WARC-Date: ${captured}`,
    `WARC-Payload-Digest: ${id}`,
    `WARC-Block-Digest: ${id}`,
    `Content-Type: ${type}`,
  ];
  return packed([...fields, ...own, recordId(id, uri)], bytes);
}

function recordId(...of: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(of)).digest("hex");
  // A UUID of version 8: ours to make (RFC 9562, 5.8).
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `WARC-Record-ID: <urn:uuid:${[...parts, hash.slice(20, 32)].join("-")}>`;
}

function packed(fields: readonly string[], block: Uint8Array): Uint8Array {
  const head = ["WARC/1.1", ...fields, `Content-Length: ${block.length}`, "", ""].join("\r\n");
  return gzipSync(Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")]));
}
