import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";

/** An answer as it was archived: head and body. */
export type HttpAnswer = {
  readonly status: number;
  readonly mediaType: string | null;
  /** Without transfer and content encoding; null where it unpacks to more than allowed. */
  readonly body: Uint8Array | null;
};

const longestHead = 262_144;

/** Reads the block of an archived answer; null where it is none. Archives differ in whether encodings are undone already. */
export function httpAnswer(block: Uint8Array, most: number): HttpAnswer | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const end = endOfHead(bytes);
  const [first = "", ...lines] = bytes.subarray(0, end.head).toString("latin1").split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(first)?.[1];
  if (status === undefined) return null;
  const header = (name: string): string | null => {
    const line = lines.find((each) => each.toLowerCase().startsWith(`${name}:`));
    return line === undefined ? null : line.slice(name.length + 1).trim();
  };
  const raw = bytes.subarray(end.body);
  const whole = /\bchunked\b/i.test(header("transfer-encoding") ?? "") ? unchunked(raw) : raw;
  const body = unpacked(whole, (header("content-encoding") ?? "").toLowerCase(), most);
  return { status: Number(status), mediaType: header("content-type"), body };
}

function endOfHead(bytes: Buffer): { head: number; body: number } {
  const within = bytes.subarray(0, longestHead);
  for (let at = within.indexOf(0x0a); at !== -1; at = within.indexOf(0x0a, at + 1)) {
    if (within[at + 1] === 0x0a) return { head: at, body: at + 2 };
    if (within[at + 1] === 0x0d && within[at + 2] === 0x0a) return { head: at, body: at + 3 };
  }
  return { head: within.length, body: bytes.length };
}

/** The chunks put together; the bytes as they are where they are not in chunks. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;[^\n]*)?$/i.exec(
      bytes.subarray(at, Math.min(end, at + 1_000)).toString("latin1"),
    );
    if (end === -1 || size === null) return parts.length === 0 ? bytes : Buffer.concat(parts);
    const length = Number.parseInt(size[1] ?? "0", 16);
    if (length === 0) break;
    parts.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
  return Buffer.concat(parts);
}

function unpacked(bytes: Buffer, encoding: string, most: number): Buffer | null {
  const options = { maxOutputLength: most };
  try {
    if (encoding === "gzip" || encoding === "x-gzip") return gunzipSync(bytes, options);
    if (encoding === "deflate") return inflateSync(bytes, options);
    if (encoding === "br") return brotliDecompressSync(bytes, options);
    if (encoding === "zstd") return zstdDecompressSync(bytes, options);
    return bytes;
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    // The head often tells of an encoding that was undone before archiving.
    return tooLarge ? null : bytes;
  }
}
