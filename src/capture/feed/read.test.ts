import fc from "fast-check";
import { expect, test } from "vitest";
import { readFeed } from "./read.ts";

const read = (source: string) => readFeed(new TextEncoder().encode(source), "https://gazette.example/feed");
const entry = {
  url: "https://gazette.example/pont",
  title: "Le pont & la ville",
  published: "2024-11-12T10:20:00+01:00",
  modified: null,
};

test("reads RSS, each address once", () => {
  const item =
    "<item><title>Le pont &amp; la ville</title><link>https://gazette.example/pont</link><pubDate>Tue, 12 Nov 2024 10:20:00 +0100</pubDate></item>";
  expect(
    read(`<?xml version="1.0"?><rss version="2.0"><channel><title>La Gazette</title>${item}${item}</channel></rss>`),
  ).toEqual({ title: "La Gazette", entries: [entry] });
});
test("reads Atom with relative addresses", () => {
  const source = `<feed xmlns="http://www.w3.org/2005/Atom"><title>La Gazette</title><entry><title>Le pont &amp; la ville</title><id>1</id><link rel="alternate" href="/pont"/><published>2024-11-12T10:20:00+01:00</published><updated>2024-11-13</updated></entry></feed>`;
  expect(read(source)?.entries).toEqual([{ ...entry, modified: "2024-11-13" }]);
});
test("reads JSON Feed, and leaves out entries without a web address", () => {
  const items = [
    { id: "1", url: entry.url, title: entry.title, date_published: entry.published },
    { id: "2", url: "javascript:alert(1)" },
  ];
  expect(read(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "G", items }))?.entries).toEqual([
    entry,
  ]);
});
test("what is no feed is null, and nothing throws", () => {
  expect(read("<html><p>Le maire dément.</p></html>")).toBeNull();
  fc.assert(
    fc.property(fc.string(), (source) => {
      expect(read(`<rss version="2.0"><channel>${source}`)?.entries ?? []).toEqual([]);
    }),
  );
});
