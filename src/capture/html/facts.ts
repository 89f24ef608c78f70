export type Attributes = Map<string, string>;

/** What a page says of itself, as found, before anything is chosen. */
export type Facts = {
  language: string | null;
  base: string | null;
  canonical: string | null;
  documentTitle: string | null;
  /** `name`, `property` or `itemprop` of meta elements, lower case, to their contents in order. */
  readonly meta: Map<string, string[]>;
  readonly jsonLd: string[];
  readonly times: { readonly role: "published" | "modified" | "unknown"; readonly value: string }[];
};

export function newFacts(): Facts {
  return { language: null, base: null, canonical: null, documentTitle: null, meta: new Map(), jsonLd: [], times: [] };
}

/** Notes what one element says. */
export function elementOf(facts: Facts, name: string, attributes: Attributes): void {
  switch (name) {
    case "html":
      facts.language ??= attributes.get("lang") ?? attributes.get("xml:lang") ?? null;
      return;
    case "base":
      facts.base ??= attributes.get("href") ?? null;
      return;
    case "link":
      if (/(?:^|\s)canonical(?:\s|$)/i.test(attributes.get("rel") ?? ""))
        facts.canonical ??= attributes.get("href") ?? null;
      return;
    case "meta":
      metaOf(facts, attributes);
      return;
    default:
      timeOf(facts, attributes);
  }
}

function metaOf(facts: Facts, attributes: Attributes): void {
  const content = attributes.get("content");
  if (content === undefined || content.trim() === "" || facts.meta.size >= 300) return;
  for (const key of ["property", "name", "itemprop", "http-equiv"]) {
    const name = attributes.get(key)?.trim().toLowerCase();
    if (name === undefined || name === "") continue;
    const values = facts.meta.get(name) ?? [];
    if (values.length < 30) facts.meta.set(name, [...values, content]);
  }
}

function timeOf(facts: Facts, attributes: Attributes): void {
  const value = attributes.get("datetime") ?? attributes.get("content");
  if (value === undefined || facts.times.length >= 50) return;
  const said = `${attributes.get("itemprop") ?? ""} ${attributes.get("class") ?? ""} ${attributes.has("pubdate") ? "published" : ""}`;
  const role = /modif|updat|maj\b/i.test(said)
    ? "modified"
    : /publish|pubdate|datecreated/i.test(said)
      ? "published"
      : "unknown";
  if (attributes.has("datetime") || role !== "unknown") facts.times.push({ role, value });
}
