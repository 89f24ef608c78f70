import type { Reading } from "../model/index.ts";

/**
 * The page a document is a version of: its canonical address, else the address or path it was read from, without
 * fragment and campaign marks. Text from standard input is a page of its own.
 */
export function pageOf({
  id,
  canonical,
  uri,
}: {
  readonly id: string;
  readonly canonical: string | null;
  readonly uri: string;
}): string {
  const address = canonical ?? uri;
  if (address === "-" || address === "") return id;
  if (!/^https?:/i.test(address)) return address;
  const url = URL.parse(address);
  if (url === null) return address;
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|fbclid|gclid|xtor)/i.test(name)) url.searchParams.delete(name);
  const query = url.searchParams.size === 0 ? "" : `?${url.searchParams}`;
  return `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${query}`.toLowerCase();
}

/** Documents of each page that stands in several versions. */
export function pagesOf(readings: readonly Reading[]): Map<string, Reading[]> {
  const pages = Map.groupBy(readings, ({ document }) => pageOf(document));
  for (const [page, versions] of pages) if (versions.length < 2) pages.delete(page);
  return pages;
}
