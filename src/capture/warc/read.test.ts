import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type Captured, captureInputs } from "../inputs/capture-inputs.ts";

const root = mkdtempSync(join(tmpdir(), "selon-warc-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = `<html lang="fr"><title>Le pont</title><p>${"La maire de Vellac dément avoir vendu le pont. ".repeat(8)}</p></html>`;

function record(type: string, uri: string, block: Uint8Array | string, date = "2031-05-04T10:30:00Z"): Buffer {
  const body = Buffer.from(block as Uint8Array);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: ${date}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from("\r\n\r\n")]);
}
function answer(body: Uint8Array | string, fields: readonly string[] = [], status = "200 OK"): Buffer {
  const head = [`HTTP/1.1 ${status}`, "Content-Type: text/html; charset=utf-8", ...fields, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head), Buffer.from(body as Uint8Array)]);
}
const info = record("warcinfo", "", "software: ours");
const records = [
  info,
  record("request", "https://vellac.example/a", "GET /a HTTP/1.1\r\n\r\n"),
  record("response", "https://vellac.example/a", answer(page)),
  record("response", "https://vellac.example/b", answer(gzipSync(`${page}b`), ["Content-Encoding: gzip"])),
  record("response", "https://vellac.example/gone", answer("no", [], "404 Not Found")),
  record(
    "response",
    "<https://vellac.example/c>",
    answer("3\r\n<p>\r\n5;x=y\r\nNon !\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"]),
  ),
  record(
    "response",
    "https://vellac.example/d",
    answer(`${page}d`, ["Transfer-Encoding: chunked", "Content-Encoding: br"]),
  ),
  record("response", "https://vellac.example/i.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
];

async function read(name: string, bytes: Uint8Array, maxBytes?: number): Promise<Captured[]> {
  const path = join(root, name);
  writeFileSync(path, bytes);
  const found: Captured[] = [];
  for await (const each of captureInputs([path], maxBytes === undefined ? {} : { maxBytes })) found.push(each);
  return found;
}
const told = (found: readonly Captured[]): string[] =>
  found.map((one) => (one.ok ? one.capture.document.uri : one.failure.code));
const all = ["a", "b", "c", "d"].map((name) => `https://vellac.example/${name}`);

test("pages of an archive keep their address, their date and their bytes", async () => {
  const found = await read("plain.warc", Buffer.concat(records));
  expect(told(found)).toEqual(all);
  const [first, second, third] = found;
  if (first?.ok !== true || second?.ok !== true || third?.ok !== true) throw new Error("expected captures");
  expect(first.capture.captured).toBe("2031-05-04T10:30:00.000Z");
  expect(Buffer.from(first.capture.bytes).toString()).toBe(page);
  expect(first.capture.document).toMatchObject({ title: "Le pont", language: "fr", mediaType: "text/html" });
  expect(Buffer.from(second.capture.bytes).toString()).toBe(`${page}b`);
  expect(Buffer.from(third.capture.bytes).toString()).toBe("<p>Non !");
});

test("each record may be packed by itself", async () => {
  expect(told(await read("packed.warc.gz", Buffer.concat(records.map((one) => gzipSync(one)))))).toEqual(all);
});

test("a WACZ gives the records of its archives", async () => {
  const packed = Buffer.concat(records.map((one) => gzipSync(one)));
  const zip = zipOf({
    "datapackage.json": Buffer.from("{}"),
    "archive/data.warc.gz": packed,
    "archive/b.warc": records[2] ?? packed,
  });
  expect(told(await read("one.wacz", zip))).toEqual([...all, all[0]]);
  expect(told(await read("cut.wacz", zip.subarray(0, zip.length - 30)))).toEqual(["bad-archive"]);
});

test("an archive that is cut off gives what came before, and says where it ends", async () => {
  const whole = Buffer.concat(records.slice(0, 4));
  const found = await read("cut.warc", whole.subarray(0, whole.length - 40));
  expect(told(found)).toEqual([all[0], "bad-archive"]);
  const last = found.at(-1);
  expect(last?.ok === false && last.failure.what).toContain(`up to byte ${whole.length - (records[3]?.length ?? 0)} `);
  const packed = Buffer.concat(records.map((one) => gzipSync(one)));
  expect(told(await read("cut.warc.gz", packed.subarray(0, packed.length - 60))).at(-1)).toBe("bad-archive");
});

test("what is no archive, or holds no page, is a failure", async () => {
  expect(told(await read("text.warc", Buffer.from("La maire dément.\n")))).toEqual(["bad-archive"]);
  expect(told(await read("long.warc", Buffer.alloc(300_000, "a")))).toEqual(["bad-archive"]);
  expect(told(await read("empty.warc", Buffer.alloc(0)))).toEqual(["nothing-here"]);
  expect(told(await read("info.warc", info))).toEqual(["nothing-here"]);
});

test("a record larger than allowed, or that unpacks to more, is left out and the others are taken", async () => {
  const bomb = record(
    "response",
    "https://vellac.example/x",
    answer(gzipSync(Buffer.alloc(3_000_000)), ["Content-Encoding: gzip"]),
  );
  const large = record("response", "https://vellac.example/y", answer("a".repeat(200_000)));
  const found = await read("large.warc", Buffer.concat([bomb, large, records[2] ?? bomb]), 100_000);
  expect(told(found)).toEqual(["too-large", "too-large", all[0]]);
});

test("no bytes make it throw", async () => {
  const whole = Buffer.concat(records);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.uint8Array({ maxLength: 40 }),
      fc.boolean(),
      async (at, noise, packed) => {
        const bytes = Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at + noise.length)]);
        for (const one of await read("noise.warc", packed ? gzipSync(bytes) : bytes))
          if (!one.ok) expect(one.failure.why).not.toBe("");
        await read("noise.warc.gz", Buffer.concat([gzipSync(whole).subarray(0, at), noise]));
      },
    ),
    { numRuns: 60 },
  );
});

/** A ZIP file, made by hand: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zipOf(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, rest, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\u0005\u0006"), end]);
}
