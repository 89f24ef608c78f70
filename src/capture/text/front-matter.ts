import { createRequire } from "node:module";
import { isoDate } from "../dates.ts";
import { strings, text } from "../values.ts";

export type FrontMatter = {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly canonical: string | null;
};

const longest = 20_000;

/**
 * The YAML front matter of a Markdown text: a block between two lines of three hyphens at its very beginning.
 * Null when there is none or it is not a YAML map. Keys are the ones that site generators use.
 */
export function frontMatter(source: string): FrontMatter | null {
  const block = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source.slice(0, longest));
  if (block === null) return null;
  const data = parseYaml(block[1] ?? "");
  if (data === null) return null;
  const one = (...keys: string[]): string | null =>
    keys.map((key) => text(data[key])).find((value) => value !== null) ?? null;
  const date = (...keys: string[]): string | null =>
    keys.map((key) => dateOf(data[key])).find((value) => value !== null) ?? null;
  return {
    title: one("title", "titre", "headline"),
    outlet: one("outlet", "publisher", "source", "site", "média", "media", "journal"),
    authors:
      ["authors", "author", "auteurs", "auteur", "byline"]
        .map((key) => strings(data[key]))
        .find((names) => names.length > 0) ?? [],
    published: date("published", "date", "datePublished", "publishDate", "pubDate"),
    modified: date("modified", "updated", "lastmod", "dateModified"),
    language: one("language", "lang", "langue", "locale"),
    canonical: one("canonical", "canonicalUrl", "canonical_url", "url", "permalink"),
  };
}

function dateOf(value: unknown): string | null {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().replace(/T00:00:00\.000Z$/, "");
  if (typeof value === "number") return isoDate(String(value));
  return typeof value === "string" ? isoDate(value) : null;
}

function parseYaml(source: string): Record<string, unknown> | null {
  const { parse } = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  try {
    const data: unknown = parse(source, { logLevel: "silent", maxAliasCount: 10 });
    return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
