import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSitemap } from "./read.ts";

const read = (source: string) => readSitemap(Buffer.from(source), "https://gazette.example/sitemap.xml");
const one = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://gazette.example/a?x=1&amp;y=2 </loc><lastmod>2031-05-04</lastmod><image:image><image:loc>https://gazette.example/a.png</image:loc></image:image></url>
<url><loc>/b</loc></url><url><loc>/b</loc></url><url><loc>javascript:alert(1)</loc></url><url><lastmod>2031</lastmod></url>
</urlset>`;

test("pages with their dates, each once; pictures and what is no address of the web are left out", () => {
  const entries = [
    { url: "https://gazette.example/a?x=1&y=2", modified: "2031-05-04" },
    { url: "https://gazette.example/b", modified: null },
  ];
  expect(read(one)).toEqual({ kind: "pages", entries });
  expect(readSitemap(gzipSync(one), "https://gazette.example/sitemap.xml.gz")).toEqual({ kind: "pages", entries });
});
test("an index names further sitemaps", () => {
  const source = `<sitemapindex><sitemap><loc>https://gazette.example/1.xml.gz</loc></sitemap></sitemapindex>`;
  expect(read(source)).toEqual({
    kind: "index",
    entries: [{ url: "https://gazette.example/1.xml.gz", modified: null }],
  });
});
test("what is no sitemap is null, and nothing throws", () => {
  expect(read("<html><p>Le maire dément.</p></html>")).toBeNull();
  expect(readSitemap(gzipSync(one).subarray(0, 60), "https://gazette.example/")).toBeNull();
  fc.assert(
    fc.property(fc.string(), (noise) => {
      expect(read(`<urlset>${noise}`)?.kind).toBe("pages");
    }),
  );
});
