import type { Diagnostic } from "../../model/index.ts";
import { isoDate } from "../dates.ts";
import { text } from "../values.ts";
import { authorNames } from "./authors.ts";
import type { Facts } from "./facts.ts";
import { structuredArticle } from "./json-ld.ts";

export type Metadata = {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly canonical: string | null;
  readonly diagnostics: readonly Diagnostic[];
};

/** Chooses among what a page says of itself: JSON-LD first, then Open Graph, then Dublin Core and the rest. */
export function metadataOf(facts: Facts, uri: string): Metadata {
  const { article, malformed } = structuredArticle(facts.jsonLd);
  const first = (...names: string[]): string | null =>
    names
      .flatMap((name) => facts.meta.get(name) ?? [])
      .map(text)
      .find((value) => value !== null) ?? null;
  const date = (given: readonly (string | null | undefined)[]): string | null =>
    given.map((value) => (value ? isoDate(value) : null)).find((value) => value !== null) ?? null;
  const timed = (role: string): readonly string[] =>
    facts.times.filter((time) => time.role === role).map(({ value }) => value);
  const all = (...names: string[]): readonly string[] => names.flatMap((name) => facts.meta.get(name) ?? []);
  const outlet =
    article?.outlet ?? first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher");
  const title =
    article?.title ?? first("og:title", "twitter:title", "dc.title", "dcterms.title") ?? text(facts.documentTitle);
  return {
    title: title === null ? null : withoutOutlet(title, outlet),
    outlet,
    authors: authorNames(
      article?.authors.length
        ? article.authors
        : (["author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"]
            .map((name) => all(name))
            .find((names) => authorNames(names).length > 0) ?? []),
    ),
    published: date([
      article?.published,
      ...all(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "date",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
        "dcterms.created",
      ),
      ...timed("published"),
    ]),
    modified: date([
      article?.modified,
      ...all("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"),
      ...timed("modified"),
    ]),
    language:
      text(facts.language) ??
      article?.language ??
      first("og:locale", "content-language", "dc.language", "dcterms.language"),
    canonical: address([facts.canonical, first("og:url"), article?.url], facts.base, uri),
    diagnostics:
      malformed === 0
        ? []
        : [
            {
              code: "json-ld-malformed",
              message: "The page's JSON-LD could not be read; its other metadata was used.",
            },
          ],
  };
}

/** A title without the outlet's name that pages append: `Le maire dément | La Gazette`. */
export function withoutOutlet(title: string, outlet: string | null): string {
  if (outlet === null) return title;
  for (const mark of [" | ", " - ", " – ", " — ", " · ", " : "]) {
    const at = title.lastIndexOf(mark);
    if (at > 0 && same(title.slice(at + mark.length), outlet)) return title.slice(0, at).trim();
  }
  return title;
}

function same(a: string, b: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return plain(a) === plain(b);
}

/** The first that is an http address, resolved against the page's own. */
function address(candidates: readonly (string | null | undefined)[], base: string | null, uri: string): string | null {
  const page = /^https?:/i.test(uri) ? uri : undefined;
  for (const candidate of candidates) {
    if (!candidate || candidate.length > 2_000) continue;
    const url = URL.parse(candidate.trim(), (base === null ? null : URL.parse(base, page))?.href ?? page);
    if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  }
  return null;
}
