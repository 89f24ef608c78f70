import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { article } from "../ledger/testing.ts";
import { addInputs, openToAdd } from "../operations/index.ts";
import { type Serving, serveLedger } from "./index.ts";
import { lists } from "./routes/lists.ts";
import { claim } from "./schemas/aligned.ts";
import { heldDocument } from "./schemas/kept.ts";
import { errorShape } from "./schemas/parts.ts";

// A real server over a real ledger.
const folder = mkdtempSync(join(tmpdir(), "selon-http-"));
let ledger: Awaited<ReturnType<typeof openToAdd>>;
let serving: Serving;
beforeAll(async () => {
  ledger = await openToAdd(join(folder, "ledger"));
  const examples = join(import.meta.dirname, "../../examples/port-aubry");
  for await (const event of addInputs(ledger, [examples])) expect(event.kind).not.toBe("failed");
  const limits = { maxBody: 50_000, headersTimeout: 2_000, requestTimeout: 4_000, allowPrivate: ["127.0.0.1"] };
  serving = await serveLedger(ledger, { host: "127.0.0.1", port: 0, web: join(folder, "none"), ...limits });
  for (let n = 0; n < 4; n += 1)
    expect((await send(article(n), `?uri=a${n}.txt&published=2031-05-04`)).status).toBe(201);
}, 300_000);
afterAll(async () => {
  await serving.close();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, serving.url), { headers, redirect: "manual" });
const send = (
  body: string | Uint8Array<ArrayBuffer>,
  query = "",
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(new URL(`/api/documents${query}`, serving.url), {
    method: "POST",
    body,
    headers: { "content-type": "text/plain", ...headers },
  });

/** The one shape of errors: strictly these four texts. */
async function refused(response: Response, status: number, code: string): Promise<string> {
  expect(response.status).toBe(status);
  const { error } = errorShape.parse(await response.json());
  expect(error.code).toBe(code);
  expect(error.what).not.toBe("");
  return error.why;
}

/** What the server answers to bytes that no well-behaved client sends. */
async function raw(text: string): Promise<string> {
  const socket = connect(serving.port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    answer += chunk;
  });
  socket.on("error", () => {});
  socket.write(text);
  await once(socket, "close");
  return answer;
}

describe("what is asked", () => {
  test.each(Object.keys(lists))("%s answers pages of what the document promises", async (name) => {
    const all = (await (await get(`/api/${name}?limit=500`)).json()) as {
      items: unknown[];
      total: number;
      next: string | null;
    };
    expect(all.items.length).toBe(all.total);
    expect(all.total).toBeGreaterThan(0);
    // A schema drops what it doesn't tell of: nothing may be missing.
    for (const item of all.items) expect(lists[name]?.item.parse(item)).toEqual(item);
    const paged: unknown[] = [];
    let cursor = "";
    for (;;) {
      const page = (await (await get(`/api/${name}?limit=30${cursor}`)).json()) as typeof all;
      paged.push(...page.items);
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(paged).toEqual(all.items);
  });

  test("one claim, one document, its bytes", async () => {
    const { items } = (await (await get("/api/claims?limit=1")).json()) as { items: { id: string }[] };
    const id = items[0]?.id ?? "";
    expect(claim.parse(await (await get(`/api/claims/${encodeURIComponent(id)}`)).json()).id).toBe(id);
    const documents = (await (await get("/api/documents")).json()) as { items: { id: string; uri: string }[] };
    const document = documents.items.find(({ uri }) => uri === "a2.txt")?.id ?? "";
    const held = heldDocument.parse(await (await get(`/api/documents/${document}`)).json());
    expect(held.text).toBe(article(2));
    const capture = await get(`/api/documents/${document}/capture`);
    expect(capture.headers.get("content-type")).toBe("application/octet-stream");
    expect(capture.headers.get("content-disposition")).toMatch(/^attachment; filename="sha256-[0-9a-f]{64}\.bin"$/);
    expect(await capture.text()).toBe(article(2));
  });

  test("what is known already is not sent again", async () => {
    const etag = (await get("/api/stories")).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect((await get("/api/stories", { "if-none-match": etag })).status).toBe(304);
    expect((await send(article(0))).status, "added again: known").toBe(200);
  });

  test.each(["html", "md", "csv", "jsonld"])("the dossier as %s", async (format) => {
    const response = await get(`/api/report?format=${format}&language=fr`);
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(300);
  });

  test("the OpenAPI document is valid, and the page for people loads nothing", async () => {
    const document = (await (await get("/api/openapi.json")).json()) as { openapi: string; paths: object };
    expect(document.openapi).toMatch(/^3\.1\./);
    const { valid, errors } = await new Validator().validate(document);
    expect(valid, JSON.stringify(errors)).toBe(true);
    expect(Object.keys(document.paths)).toContain("/api/documents/{id}/capture");
    const page = await get("/api/docs");
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'.*style-src 'sha256-/);
    expect(await page.text()).not.toMatch(/<script|src=/);
  });
});

describe("what is refused", () => {
  test("unknown ids, addresses and methods", async () => {
    await refused(await get("/api/claims/nothing"), 404, "not-found");
    await refused(await get("/api/documents/nothing/capture"), 404, "not-found");
    await refused(await get("/api/stories?story=nothing"), 404, "no-such-story");
    await refused(await get("/nowhere"), 404, "not-found");
    const wrong = await fetch(new URL("/api/claims", serving.url), { method: "DELETE" });
    expect(wrong.headers.get("allow")).toBe("GET, HEAD");
    await refused(wrong, 405, "method-not-allowed");
  });

  test("paths that climb", async () => {
    for (const path of ["/api/documents/..%2f..%2fetc%2fpasswd", "/api/documents/..%2f..%2fetc%2fpasswd/capture"])
      await refused(await get(path), 404, "not-found");
    const host = `Host: 127.0.0.1:${serving.port}\r\nConnection: close\r\n\r\n`;
    expect(await raw(`GET /../../../etc/passwd HTTP/1.1\r\n${host}`)).toMatch(/^HTTP\/1\.1 404[\s\S]*"not-found"/);
    await refused(await send('{"url":"/etc/passwd"}', "", { "content-type": "application/json" }), 400, "bad-address");
    await refused(
      await send('{"url":"file:///etc/passwd"}', "", { "content-type": "application/json" }),
      400,
      "bad-address",
    );
  });

  test("SQL in parameters is text", async () => {
    const before = await (await get("/api/claims")).text();
    const sql = encodeURIComponent("x' or 1=1; drop table claims; --");
    expect(((await (await get(`/api/claims?actor=${sql}`)).json()) as { total: number }).total).toBe(0);
    await refused(await get(`/api/claims?story=${sql}`), 404, "no-such-story");
    await refused(await get(`/api/claims?since=${sql}`), 400, "bad-request");
    await refused(await get(`/api/claims/${sql}`), 404, "not-found");
    expect(await (await get("/api/claims")).text()).toBe(before);
  });

  test("parameters that are wrong, twice or unknown, and cursors of another list", async () => {
    for (const query of ["limit=0", "limit=x", "limit=1&limit=2", "contested=maybe", "colour=red"])
      await refused(await get(`/api/claims?${query}`), 400, "bad-request");
    const { next } = (await (await get("/api/documents?limit=1")).json()) as { next: string };
    await refused(await get(`/api/claims?cursor=${next}`), 400, "bad-cursor");
    await refused(await get("/api/claims?cursor=%00"), 400, "bad-cursor");
  });

  test("bodies that are too large, of no kind, or no text", async () => {
    await refused(await send("a".repeat(60_000)), 413, "too-large");
    const chunks = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 60; n += 1) controller.enqueue(new Uint8Array(1_000).fill(97));
        controller.close();
      },
    });
    const streamed = {
      method: "POST",
      body: chunks,
      duplex: "half",
      headers: { "content-type": "text/plain" },
    } as const;
    await refused(await fetch(new URL("/api/documents", serving.url), streamed as RequestInit), 413, "too-large");
    await refused(await send("x", "", { "content-type": "image/png" }), 415, "unsupported-type");
    await refused(await send("%PDF-1.7\n\0\0\u0001\u0002"), 415, "binary");
    await refused(await send(" \n"), 422, "empty");
    await refused(await send("{", "", { "content-type": "application/json" }), 400, "bad-request");
  });

  test("headers without end, and clients that dawdle", async () => {
    const host = `Host: 127.0.0.1:${serving.port}\r\n`;
    expect(await raw(`GET /api/claims HTTP/1.1\r\n${host}X: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(
      / 431 [\s\S]*"headers-too-large"/,
    );
    expect(await raw(`GET /api/claims HTTP/1.1\r\n${host}`)).toMatch(/ 408 [\s\S]*"too-slow"/);
    const slow = `POST /api/documents HTTP/1.1\r\n${host}Content-Type: text/plain\r\nContent-Length: 100\r\n\r\nabc`;
    expect(await raw(slow)).not.toContain("HTTP/1.1 2");
    expect((await get("/api/claims")).status, "it still answers others").toBe(200);
  });

  test("names that were bent to lead here, and pages of other sites", async () => {
    for (const host of [
      "evil.example",
      `evil.example:${serving.port}`,
      "127.0.0.1:1",
      `127.0.0.1.evil.example:${serving.port}`,
    ]) {
      const asked = request({ host: "127.0.0.1", port: serving.port, path: "/api/claims", headers: { host } });
      asked.end();
      const [answer] = await once(asked, "response");
      expect(answer.statusCode, host).toBe(421);
      answer.resume();
    }
    await refused(await send("text", "", { origin: "http://evil.example" }), 403, "foreign-origin");
    const open = await get("/api/claims", { origin: "http://evil.example" });
    expect(open.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("addresses that lead or redirect to a private network", async () => {
    const json = { "content-type": "application/json" };
    const elsewhere = createServer((asked, answer) => {
      if (asked.url === "/page") answer.setHeader("content-type", "text/plain").end(article(77));
      else answer.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end();
    });
    elsewhere.listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    const { port } = elsewhere.address() as AddressInfo;
    try {
      expect((await send(JSON.stringify({ url: `http://127.0.0.1:${port}/page` }), "", json)).status).toBe(201);
      const why = await refused(
        await send(JSON.stringify({ url: `http://127.0.0.1:${port}/go` }), "", json),
        403,
        "private-address",
      );
      expect(why).toContain("redirects");
      await refused(await send('{"url":"http://[::1]:1/"}', "", json), 403, "private-address");
    } finally {
      elsewhere.close();
    }
  });

  test("a script in a title stays text", async () => {
    const html = `<html lang="fr"><title>&lt;script&gt;alert(1)&lt;/script&gt;</title><article><h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1><p>${article(90)}</p></article></html>`;
    const response = await send(html, "?uri=%3Cscript%3Ealert(2)%3C/script%3E", { "content-type": "text/html" });
    expect(response.status).toBe(201);
    const report = await get("/api/report?title=%3Cscript%3Ealert(3)%3C/script%3E");
    expect(report.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(await report.text()).not.toMatch(/<script>alert/);
    const list = await get("/api/documents");
    expect(list.headers.get("content-type")).toMatch(/^application\/json/);
    expect(list.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("listening where others can reach it", async () => {
    for (const host of ["0.0.0.0", "::", "192.0.2.1", "example.org", "127.0.0.1.example.org"])
      await expect(serveLedger(ledger, { host, port: 0 }), host).rejects.toMatchObject({ code: "not-loopback" });
    await expect(serveLedger(ledger, { host: "127.0.0.1", port: serving.port })).rejects.toMatchObject({
      code: "cannot-listen",
    });
  });
});
