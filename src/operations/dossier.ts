import {
  alignmentOf,
  capturedOf,
  claimsOf,
  figureGroupsOf,
  type Ledger,
  readingsOf,
  storiesOf,
} from "../ledger/index.ts";
import { claimWith } from "../ledger/one.ts";
import type { Alignment, Reading } from "../model/index.ts";
import { resolveFilter } from "./filter.ts";

/** Everything a dossier is made from. */
export type DossierData = {
  readonly alignment: Alignment;
  readonly readings: readonly Reading[];
  /** Whole id of the story asked for, or null for everything. */
  readonly story: string | null;
  readonly captured: ReadonlyMap<string, string>;
};

/** What a dossier of one story, or of the whole ledger, is made from. Of a story, what is not in it is not read. */
export async function dossierData(ledger: Ledger, story?: string): Promise<DossierData> {
  const filter = await resolveFilter(ledger, { story });
  if (filter.story === undefined) {
    const [alignment, readings] = [await alignmentOf(ledger), await readingsOf(ledger)];
    return { alignment, readings, story: null, captured: await capturedOf(ledger) };
  }
  const alignment = await storyAlignment(ledger, filter.story);
  const [found] = alignment.stories;
  // Nothing is in an empty list, and not every engine takes one.
  const documents = found === undefined || found.documents.length === 0 ? [""] : found.documents;
  const readings = await readingsOf(ledger, documents);
  const captured = await capturedOf(ledger, documents);
  return { alignment, readings, story: filter.story, captured };
}

/** What stands in a story, by its whole id. */
export async function storyAlignment(ledger: Ledger, id: string): Promise<Alignment> {
  const stories = await storiesOf(ledger, { story: id });
  const claims = await claimsOf(ledger, { story: id });
  // A claim stands in one story and can be told in another.
  const known = new Set(claims.map((claim) => claim.id));
  for (const other of stories[0]?.claims ?? []) {
    const claim = known.has(other) ? null : await claimWith(ledger, other);
    if (claim !== null) claims.push(claim);
  }
  return { stories, claims, figures: await figureGroupsOf(ledger, { story: id }) };
}
