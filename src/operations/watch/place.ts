import { beginsLikeFeed, type Fetched, readFeed, readSitemap } from "../../capture/index.ts";

/** A page that a feed or a sitemap names. */
export type Entry = { readonly url: string; readonly published: string | null; readonly modified: string | null };

export type Found =
  | { readonly as: "page" }
  | { readonly as: "feed" | "sitemap"; readonly nested: boolean; readonly entries: readonly Entry[] };

/** What was fetched: a feed, a sitemap, an index of sitemaps, or else a page. */
export function placeOf({ bytes, url }: Pick<Fetched, "bytes" | "url">): Found {
  const sitemap = readSitemap(bytes, url);
  if (sitemap !== null) {
    const entries = sitemap.entries.map((entry) => ({ ...entry, published: null }));
    // The latest change first: of a site's whole past, that is what is new.
    entries.sort((a, b) => ((a.modified ?? "") < (b.modified ?? "") ? 1 : a.modified === b.modified ? 0 : -1));
    return { as: "sitemap", nested: sitemap.kind === "index", entries };
  }
  const feed = beginsLikeFeed(bytes) ? readFeed(bytes, url) : null;
  return feed === null ? { as: "page" } : { as: "feed", nested: false, entries: feed.entries };
}
