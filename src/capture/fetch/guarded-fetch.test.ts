import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaptureError } from "../failure.ts";
import { captureInputs } from "../inputs/capture-inputs.ts";
import { isPublic } from "./addresses.ts";
import { type FetchOptions, guardedFetch, userAgent } from "./guarded-fetch.ts";

const article = `<html lang="fr"><title>Le pont</title><p>${"Le maire de Kaltenau dément avoir vendu le pont. ".repeat(10)}</p></html>`;
const seen: Record<string, string | string[] | undefined>[] = [];
const pages: Readonly<Record<string, RequestListener>> = {
  "/article": (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(article),
  "/gzip": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(article)),
  "/deflate": (_, response) => response.setHeader("content-encoding", "deflate").end(deflateSync(article)),
  "/br": (_, response) => response.setHeader("content-encoding", "br").end(brotliCompressSync(article)),
  "/bomb": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(30_000_000))),
  "/brbomb": (_, response) =>
    response.setHeader("content-encoding", "br").end(brotliCompressSync(Buffer.alloc(30_000_000))),
  "/twice": (_, response) => response.setHeader("content-encoding", "gzip, gzip").end(gzipSync(gzipSync(article))),
  "/damaged": (_, response) => response.setHeader("content-encoding", "gzip").end(Buffer.from("not gzip at all")),
  "/large": (_, response) => response.end(Buffer.alloc(300_000, "a")),
  "/missing": (_, response) => response.writeHead(404).end("no"),
  "/moved": (_, response) => response.writeHead(302, { location: "/article" }).end(),
  "/loop": (_, response) => response.writeHead(301, { location: "/loop" }).end(),
  "/inside": (request, response) =>
    response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/article` }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
  "/robots.txt": (_, response) => response.end("User-agent: *\nDisallow: /secret\n"),
  "/feed": (_, response) =>
    response
      .setHeader("content-type", "application/rss+xml")
      .end(
        `<rss version="2.0"><channel><title>G</title>${["/article", "/secret", "/missing"]
          .map((path) => `<item><link>${path}</link><pubDate>Sun, 04 May 2031 10:30:00 GMT</pubDate></item>`)
          .join("")}</channel></rss>`,
      ),
  "/silent": () => {},
  "/drip": (_, response) => {
    const timer = setInterval(() => response.write("a"), 40);
    response.on("close", () => clearInterval(timer));
  },
  "/etag": (request, response) =>
    request.headers["if-none-match"] === '"1"'
      ? response.writeHead(304, { etag: '"1"' }).end()
      : response.setHeader("etag", '"1"').end(article),
};

let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.headers);
    const page = pages[request.url ?? ""];
    if (page === undefined) response.writeHead(404).end();
    else page(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const allowed = (path: string, options: FetchOptions = {}) =>
  guardedFetch(base + path, { allowPrivate: true, ...options });
async function code(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "fetched",
    (error: unknown) => (error instanceof CaptureError ? error.failure.code : String(error)),
  );
}

describe("isPublic", () => {
  test.each([
    "127.0.0.1",
    "10.0.0.1",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "",
    "kaltenau",
  ])("%s is not", (address) => expect(isPublic(address)).toBe(false));
  test.each(["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])("%s is", (address) =>
    expect(isPublic(address)).toBe(true),
  );
});

describe("guardedFetch", () => {
  test.each(["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1", "2130706433", "0x7f.1"])(
    "refuses %s, however written, without asking it",
    async (host) => {
      const before = seen.length;
      expect(await code(guardedFetch(`http://${host}:${new URL(base).port}/article`))).toBe("private-address");
      expect(seen.length).toBe(before);
    },
  );
  test.each([
    "ftp://example.org/a",
    "file:///etc/hostname",
    "http://user:secret@example.org/",
    "http://",
    "gopher://x",
  ])("refuses %s", async (uri) => {
    expect(await code(guardedFetch(uri))).toBe("bad-address");
  });
  test("fetches where private addresses are allowed, saying who asks", async () => {
    const { bytes, mediaType, status } = await allowed("/article");
    expect(new TextDecoder().decode(bytes)).toBe(article);
    expect([mediaType, status]).toEqual(["text/html; charset=utf-8", 200]);
    expect(seen.at(-1)?.["user-agent"]).toBe(userAgent);
    expect(userAgent).toMatch(/^Selon\/\d+\.\d+\.\d+ \(\+https:/);
  });
  test.each(["/gzip", "/deflate", "/br"])("unpacks %s", async (path) => {
    expect(new TextDecoder().decode((await allowed(path)).bytes)).toBe(article);
  });
  test.each([
    ["/bomb", "decompression"],
    ["/brbomb", "decompression"],
    ["/twice", "decompression"],
    ["/damaged", "decompression"],
    ["/missing", "http-status"],
    ["/loop", "too-many-redirects"],
    ["/file", "bad-address"],
  ])("%s is %s", async (path, expected) => expect(await code(allowed(path))).toBe(expected));
  test("stops at the limits of size and time", async () => {
    expect(await code(allowed("/large", { limits: { maxBytes: 1_000 } }))).toBe("too-large");
    expect(await code(allowed("/gzip", { limits: { maxBytes: 100 } }))).toBe("too-large");
    expect(await code(allowed("/silent", { limits: { idleTime: 100 } }))).toBe("timed-out");
    expect(await code(allowed("/drip", { limits: { totalTime: 300, idleTime: 200 } }))).toBe("timed-out");
  });
  test("follows redirects, and ends when the caller says so", async () => {
    expect((await allowed("/moved")).url).toBe(`${base}/article`);
    expect(await code(allowed("/silent", { signal: AbortSignal.timeout(50) }))).toContain("TimeoutError");
  });
  test("checks the address again after a redirect", async () => {
    const before = seen.length;
    expect(await code(allowed("/inside", { allowPrivate: ["127.0.0.1"] }))).toBe("private-address");
    expect(seen.length).toBe(before + 1);
    expect(await code(allowed("/inside", { allowPrivate: ["127.0.0.1", "localhost"] }))).toBe("fetched");
  });
  test("asks whether a page has changed", async () => {
    const { etag } = await allowed("/etag");
    expect(await allowed("/etag", { etag })).toMatchObject({ notModified: true, status: 304, bytes: new Uint8Array() });
  });
  test("says when nobody answers", async () => {
    expect(await code(guardedFetch("http://127.0.0.1:1/", { allowPrivate: true }))).toBe("unreachable");
  });
});

test("captureInputs fetches addresses through it, and goes on after those it refuses", async () => {
  const codes: string[] = [];
  for await (const item of captureInputs([`${base}/moved`, `${base}/missing`], { allowPrivate: true }))
    codes.push(item.ok ? `${item.capture.document.title}` : item.failure.code);
  for await (const item of captureInputs([`${base}/article`])) codes.push(item.ok ? "fetched" : item.failure.code);
  expect(codes).toEqual(["Le pont", "http-status", "private-address"]);
});

test("a feed stands for the pages it names, as robots.txt permits", async () => {
  const found: string[] = [];
  for await (const one of captureInputs([`${base}/feed`], { allowPrivate: true, pace: 0 }))
    found.push(
      one.ok
        ? `${one.capture.document.uri} ${one.capture.document.published}`
        : `${one.failure.uri} ${one.failure.code}`,
    );
  expect(found).toEqual([
    `${base}/article 2031-05-04T10:30:00Z`,
    `${base}/secret robots`,
    `${base}/missing http-status`,
  ]);
});
