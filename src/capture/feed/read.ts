import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { isoDate } from "../dates.ts";
import { declaredEncoding } from "../encoding/declared.ts";
import { decode } from "../encoding/decode.ts";
import { record, text } from "../values.ts";

/** What a feed says of one article. */
export type FeedEntry = {
  readonly url: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly modified: string | null;
};

export type Feed = { readonly title: string | null; readonly entries: readonly FeedEntry[] };

type Fields = Readonly<Record<string, unknown>>;
const mostEntries = 5_000;

/**
 * A feed (RSS, RDF, Atom or JSON Feed) as its entries in its own order, each address once; relative addresses are
 * resolved against `location`. Null when the bytes are no feed; never throws for them.
 */
export function readFeed(bytes: Uint8Array, location: string): Feed | null {
  const source = decode(bytes, declaredEncoding(bytes)).text;
  const parsed = parse(source);
  if (parsed === null) return null;
  const entries = new Map<string, FeedEntry>();
  for (const item of listOf(parsed.items ?? parsed.entries).slice(0, mostEntries)) {
    const entry = entryOf(item, location);
    if (entry !== null && !entries.has(entry.url)) entries.set(entry.url, entry);
  }
  return { title: plain(parsed.title), entries: [...entries.values()] };
}

/** Whether a look at the beginning of bytes is worth reading them as a feed. */
export function beginsLikeFeed(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096)).replaceAll("\0", "");
  return /<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)[\s>]/i.test(head) || /^\W{0,8}\{/.test(head);
}

function parse(source: string): Fields | null {
  const file = fileURLToPath(import.meta.resolve("feedsmith"));
  const { parseFeed } = createRequire(import.meta.url)(file) as typeof import("feedsmith");
  try {
    return record(parseFeed(source, { maxItems: mostEntries }).feed);
  } catch {
    return null;
  }
}

function entryOf(item: Fields, location: string): FeedEntry | null {
  const url = addressOf(item, location);
  if (url === null) return null;
  const date = (...keys: string[]): string | null =>
    keys.map((key) => isoDate(text(item[key]) ?? "")).find((value) => value !== null) ?? null;
  return {
    url,
    title: plain(item.title),
    published: date("published", "pubDate", "date_published"),
    modified: date("updated", "date_modified"),
  };
}

/** The entry's page: its link, its alternate link, or a guid that is an address. */
function addressOf(item: Fields, location: string): string | null {
  const links = listOf(item.links);
  const alternate = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? links[0];
  for (const candidate of [item.link, item.url, alternate?.href, record(item.guid)?.value]) {
    const given = text(candidate);
    const url = given === null ? null : URL.parse(given, location);
    if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  }
  return null;
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(record).filter((item) => item !== null) : [];
}

function plain(value: unknown): string | null {
  return text(record(value)?.value ?? value);
}
