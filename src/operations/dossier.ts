import { alignmentOf, capturedOf, type Ledger, readingsOf } from "../ledger/index.ts";
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

/** What a dossier of one story, or of the whole ledger, is made from. */
export async function dossierData(ledger: Ledger, story?: string): Promise<DossierData> {
  const filter = await resolveFilter(ledger, { story });
  const alignment = await alignmentOf(ledger);
  const found = alignment.stories.find(({ id }) => id === filter.story);
  const readings = await readingsOf(ledger, found === undefined ? undefined : found.documents);
  return { alignment, readings, story: filter.story ?? null, captured: await capturedOf(ledger) };
}
