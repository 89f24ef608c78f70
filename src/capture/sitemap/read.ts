import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { isoDate } from "../dates.ts";
import { declaredEncoding } from "../encoding/declared.ts";
import { decode } from "../encoding/decode.ts";

/** What a sitemap says of one page, or of one further sitemap. */
export type SitemapEntry = { readonly url: string; readonly modified: string | null };

/** Pages, or the sitemaps of an index (https://www.sitemaps.org/protocol.html), in their own order, each address once. */
export type Sitemap = { readonly kind: "pages" | "index"; readonly entries: readonly SitemapEntry[] };

/** As the protocol bounds them. */
const [mostEntries, mostBytes] = [50_000, 64 * 1024 * 1024];

/** A sitemap, also one packed by gzip; null when the bytes are none. Never throws for them. */
export function readSitemap(bytes: Uint8Array, location: string): Sitemap | null {
  const plain = unpacked(bytes);
  if (plain === null || !looksLikeOne(plain)) return null;
  const entries = new Map<string, SitemapEntry>();
  let kind: Sitemap["kind"] | null = null;
  let [depth, leaf] = [0, ""];
  let [address, modified] = ["", ""];
  const parser = new Parser(
    {
      onopentag(tag) {
        const name = tag.replace(/^[^:]*:/, "").toLowerCase();
        if (kind === null) kind = name === "urlset" ? "pages" : name === "sitemapindex" ? "index" : null;
        depth += 1;
        leaf = name;
        if (depth === 2) [address, modified] = ["", ""];
      },
      ontext(text) {
        if (depth !== 3) return;
        if (leaf === "loc" && address.length < 8_000) address += text;
        if (leaf === "lastmod" && modified.length < 100) modified += text;
      },
      onclosetag() {
        if (depth === 2 && entries.size < mostEntries) {
          const url = URL.parse(address.trim(), location);
          const web = url !== null && address.trim() !== "" && /^https?:$/.test(url.protocol);
          if (web && !entries.has(url.href))
            entries.set(url.href, { url: url.href, modified: isoDate(modified.trim()) });
        }
        [depth, leaf] = [depth - 1, ""];
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decode(plain, declaredEncoding(plain)).text);
  return kind === null ? null : { kind, entries: [...entries.values()] };
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}

function looksLikeOne(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096)).replaceAll("\0", "");
  return /<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)[\s>]/i.test(head);
}
