import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { CaptureError } from "../failure.ts";
import { rulesOf } from "./robots.ts";
import { Visitor } from "./visitor.ts";

let robots: { status: number; text: string };
const asked: { url: string; at: number }[] = [];
const server: Server = createServer((request, response) => {
  asked.push({ url: request.url ?? "", at: performance.now() });
  if (request.url === "/robots.txt") response.writeHead(robots.status).end(robots.text);
  else response.end("Le maire dément.");
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());
beforeEach(() => asked.splice(0));

const code = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => "fetched",
    (error: unknown) => (error instanceof CaptureError ? error.failure.code : String(error)),
  );

test("what robots.txt forbids is not fetched, and it is asked once", async () => {
  robots = {
    status: 200,
    text: "User-agent: *\nDisallow: /\n\nUser-agent: selon\nDisallow: /private\nAllow: /private/open\n",
  };
  const visitor = new Visitor({ allowPrivate: true, pace: 0 });
  expect(await code(visitor.fetch(`${base}/a`))).toBe("fetched");
  expect(await code(visitor.fetch(`${base}/private/a`))).toBe("robots");
  expect(await code(visitor.fetch(`${base}/private/open/a`))).toBe("fetched");
  expect(asked.map(({ url }) => url)).toEqual(["/robots.txt", "/a", "/private/open/a"]);
});

test.each([
  [404, "fetched"],
  [403, "fetched"],
  [503, "robots"],
  [429, "robots"],
])("a robots.txt that gives status %d: a page is %s", async (status, expected) => {
  robots = { status, text: "" };
  expect(await code(new Visitor({ allowPrivate: true, pace: 0 }).fetch(`${base}/a`))).toBe(expected);
});

test("requests to a site keep the delay it asks for", async () => {
  robots = { status: 200, text: "User-agent: *\nCrawl-delay: 0.3\n" };
  const visitor = new Visitor({ allowPrivate: true, pace: 0 });
  for (const path of ["/a", "/b", "/c"]) await visitor.fetch(base + path);
  const [, first, second, third] = asked;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(250);
  expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThan(250);
});

test("private addresses stay closed unless allowed", async () => {
  robots = { status: 200, text: "" };
  expect(await code(new Visitor().fetch(`${base}/a`))).not.toBe("fetched");
  expect(asked).toEqual([]);
});

test("nothing a robots.txt says makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.webUrl(), (text, url) => {
      expect(typeof rulesOf("https://vellac.example/robots.txt", `User-agent: *\n${text}`).allows(url)).toBe("boolean");
    }),
  );
});
