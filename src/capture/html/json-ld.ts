import { record, strings, text } from "../values.ts";

export type Structured = {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly url: string | null;
};

type Fields = Readonly<Record<string, unknown>>;
const longest = 1_000_000;

/** The article that a page's JSON-LD blocks describe, and how many blocks could not be read. Tolerates what sites write. */
export function structuredArticle(blocks: readonly string[]): {
  readonly article: Structured | null;
  readonly malformed: number;
} {
  const nodes: Fields[] = [];
  let malformed = 0;
  for (const block of blocks) {
    const data = parse(block);
    if (data === undefined) malformed += 1;
    else collect(data, nodes, 0);
  }
  const byId = new Map(
    nodes.filter((node) => typeof node["@id"] === "string").map((node) => [node["@id"] as string, node]),
  );
  const articles = nodes.filter(isArticle);
  const node = articles.find((candidate) => text(candidate.headline) !== null) ?? articles[0];
  return { article: node === undefined ? null : articleOf(node, byId), malformed };
}

function articleOf(node: Fields, byId: ReadonlyMap<string, Fields>): Structured {
  const names = (value: unknown): readonly string[] =>
    (Array.isArray(value) ? value.slice(0, 50) : [value]).flatMap((item) => {
      const fields = record(item);
      if (fields === null) return strings(item);
      const reference = typeof fields["@id"] === "string" ? byId.get(fields["@id"]) : undefined;
      return strings(fields.name).length > 0 ? strings(fields.name) : strings(reference?.name);
    });
  const page = record(node.mainEntityOfPage);
  return {
    title: text(node.headline) ?? text(node.name),
    outlet: names(node.publisher)[0] ?? names(node.sourceOrganization)[0] ?? null,
    authors: names(node.author ?? node.creator),
    published: text(node.datePublished) ?? text(node.dateCreated),
    modified: text(node.dateModified),
    language: text(node.inLanguage),
    url: text(node.url) ?? text(node.mainEntityOfPage) ?? text(page?.["@id"]),
  };
}

function isArticle(node: Fields): boolean {
  return strings(node["@type"]).some((type) => /(?:Article|BlogPosting|Report|LiveBlogPosting)$/.test(type));
}

/** Every object in the data, down to a depth; lists and `@graph` included. */
function collect(value: unknown, into: Fields[], depth: number): void {
  if (depth > 8 || into.length >= 2_000) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 500)) collect(item, into, depth + 1);
    return;
  }
  const fields = record(value);
  if (fields === null) return;
  into.push(fields);
  for (const item of Object.values(fields).slice(0, 200)) if (typeof item === "object") collect(item, into, depth + 1);
}

/** JSON as it stands, else with comment marks, raw line breaks and trailing commas mended; undefined when it is beyond that. */
function parse(block: string): unknown {
  if (block.length > longest) return undefined;
  const bare = block
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, "")
    .replace(/;\s*$/, "");
  for (const candidate of [bare, bare.replaceAll(/[\0-\x1f]+/g, " ").replaceAll(/,(?=\s{0,200}[}\]])/g, "")]) {
    try {
      return JSON.parse(candidate);
    } catch {}
  }
  return undefined;
}
