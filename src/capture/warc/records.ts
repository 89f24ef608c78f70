import { ByteReader } from "./bytes.ts";

/** A record of an archive; of one that is larger than allowed, `block` is null. Names of fields are in lower case. */
export type WarcRecord = {
  readonly kind: "record";
  readonly type: string;
  /** `WARC-Target-URI`. */
  readonly uri: string | null;
  /** `WARC-Date`, ISO 8601; null where it is none. */
  readonly date: string | null;
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Uint8Array | null;
  /** Where it begins in the unpacked file. */
  readonly offset: number;
};

/** Where a file stops being an archive, and why. Nothing comes after it. */
export type WarcFault = { readonly kind: "fault"; readonly offset: number; readonly why: string };

const [longestLine, mostFields] = [65_536, 200];
/** Records whose block is read; all others are passed over. */
const wanted = new Set(["response", "resource"]);

/**
 * Records of an unpacked WARC file (ISO 28500; 1.0 and 1.1), one at a time: memory holds one block of at most `most`
 * bytes. What is truncated or damaged ends with a fault; never throws for bytes.
 */
export async function* warcRecords(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<WarcRecord | WarcFault> {
  const reader = new ByteReader(stream);
  let begin = 0;
  const fault = (why: string): WarcFault => ({ kind: "fault", offset: begin, why });
  try {
    for (;;) {
      begin = reader.offset;
      const first = await reader.line(longestLine);
      if (first === null) {
        if (reader.offset > begin) yield fault("A line is longer than any of an archive.");
        return;
      }
      if (first === "") continue;
      if (!/^WARC\/\d\.\d\s*$/.test(first)) return yield fault("No record begins here.");
      const fields = await fieldsOf(reader);
      if (fields === null) return yield fault("The head of a record is damaged or cut off.");
      const length = /^\d{1,15}$/.test(fields.get("content-length") ?? "")
        ? Number(fields.get("content-length"))
        : null;
      if (length === null) return yield fault("A record does not tell its length.");
      const type = (fields.get("warc-type") ?? "").toLowerCase();
      const kept = wanted.has(type) && length <= most;
      const block = kept ? await reader.bytes(length) : null;
      const passed = block === null ? await reader.skip(length) : block.length;
      if (passed < length) return yield fault(`A record is cut off after ${passed} of its ${length} bytes.`);
      const uri = fields.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1") ?? null;
      yield { kind: "record", type, uri, date: dateOf(fields.get("warc-date")), fields, block, offset: begin };
    }
  } catch (error) {
    // What unpacks the stream, or the disk, gives up.
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error).slice(0, 200);
    yield fault(
      /^Z_/.test(code) ? `Its compression is damaged or cut off (${code}).` : `It could not be read (${code}).`,
    );
  } finally {
    await reader.close();
  }
}

/** Fields up to the empty line; null where they end before it. A line that begins with white space continues the last. */
async function fieldsOf(reader: ByteReader): Promise<Map<string, string> | null> {
  const fields = new Map<string, string>();
  let last = "";
  for (let count = 0; count <= mostFields; count += 1) {
    const raw = await reader.line(longestLine);
    if (raw === null) return null;
    if (raw === "") return fields;
    const line = Buffer.from(raw, "latin1").toString("utf8");
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last !== "") fields.set(last, `${fields.get(last) ?? ""} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return null;
}

function dateOf(given: string | undefined): string | null {
  if (given === undefined || !/^\d{4}-\d{2}-\d{2}T/.test(given)) return null;
  const time = Date.parse(given);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
