import type { Change } from "../alignment/revisions.ts";
import { type Filter, type Ledger, readingsOf, storiesOf } from "../ledger/index.ts";
import { type Version, versionsOf } from "../ledger/pages.ts";
import { pageOf } from "../origins/pages.ts";
import { resolveFilter } from "./filter.ts";

export type { Change, Version };

/** What changed between one version of a page and the next. */
export type Revision = {
  readonly page: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly from: Version;
  readonly to: Version;
  /** When the page says it was changed, else when the later version was captured. ISO 8601. */
  readonly at: string;
  /** Place of the later version among all of the page, from 2. */
  readonly version: number;
  readonly versions: number;
  readonly changes: readonly Change[];
};

/** Pages that stand in several versions: each step from one to the next, oldest first, also where nothing said changed. */
export async function listRevisions(
  ledger: Ledger,
  given: Pick<Filter, "story" | "since"> & { readonly page?: string | undefined } = {},
): Promise<Revision[]> {
  const { story, since } = await resolveFilter(ledger, { story: given.story, since: given.since });
  const wanted =
    story === undefined ? null : new Set<string>((await storiesOf(ledger, { story })).flatMap((one) => one.documents));
  const pages = Map.groupBy(await versionsOf(ledger), (one) => pageOf({ ...one, id: one.document }));
  const found: Revision[] = [];
  for (const [page, versions] of pages) {
    if (versions.length < 2 || !isMeant(page, versions, given.page)) continue;
    if (wanted !== null && !versions.some(({ document }) => wanted.has(document))) continue;
    found.push(...(await stepsOf(ledger, page, versions)).filter(({ at }) => since === undefined || at >= since));
  }
  return found.sort((a, b) => (a.page === b.page ? a.version - b.version : a.at < b.at ? -1 : 1));
}

/** An address or part of it, part of the title, or the id of one of its documents. */
function isMeant(page: string, versions: readonly Version[], asked: string | undefined): boolean {
  if (asked === undefined) return true;
  const plain = asked.toLowerCase();
  return (
    page.toLowerCase().includes(plain.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/+$/, "")) ||
    versions.some(
      ({ document, uri, title }) => document.startsWith(asked) || uri === asked || title?.toLowerCase().includes(plain),
    )
  );
}

async function stepsOf(ledger: Ledger, page: string, versions: readonly Version[]): Promise<Revision[]> {
  const { changesBetween } = await import("../alignment/revisions.ts");
  const readings = new Map(
    (
      await readingsOf(
        ledger,
        versions.map(({ document }) => document),
      )
    ).map((reading) => [reading.document.id as string, reading]),
  );
  return versions.slice(1).flatMap((to, index): Revision[] => {
    const from = versions[index];
    const [before, after] = [readings.get(from?.document ?? ""), readings.get(to.document)];
    if (from === undefined || before === undefined || after === undefined) return [];
    const at = to.modified ?? to.captured;
    const { title, outlet } = to;
    const changes = changesBetween(before, after);
    return [{ page, title, outlet, from, to, at, version: index + 2, versions: versions.length, changes }];
  });
}
