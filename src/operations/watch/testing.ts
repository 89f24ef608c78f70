import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site of our own making: what it has can be changed while it is served. */
export type TestSite = {
  readonly base: string;
  /** By path; a number is a status. What is text has an ETag of its own. */
  readonly pages: Map<string, string | number>;
  /** Requests since it was last emptied, `304` behind those that were answered so. */
  readonly asked: string[];
  close(): Promise<void>;
};

export async function testSite(): Promise<TestSite> {
  const pages = new Map<string, string | number>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const page = pages.get(path);
    const etag = `"${typeof page === "string" ? createHash("sha256").update(page).digest("hex") : ""}"`;
    const same = typeof page === "string" && request.headers["if-none-match"] === etag;
    asked.push(same ? `${path} 304` : path);
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === "number") response.writeHead(page, { "retry-after": "1" }).end();
    else if (same) response.writeHead(304, { etag }).end();
    else {
      const type = page.startsWith("<html") ? "text/html" : page.startsWith("<") ? "application/xml" : "text/plain";
      response.writeHead(200, { etag, "content-type": `${type}; charset=utf-8` }).end(page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page with an article. */
export function pageOf(title: string, sentence: string, furniture = ""): string {
  const text = `${sentence} `.repeat(6);
  return `<html lang="fr"><head><title>${title}</title></head><body><!-- ${furniture} --><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
}

/** An RSS feed of some paths. */
export function feedOf(base: string, paths: readonly string[]): string {
  const items = paths.map((path) => `<item><title>${path}</title><link>${base}${path}</link></item>`).join("");
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>${items}</channel></rss>`;
}
