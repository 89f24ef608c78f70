import { type Filter, figureGroupsOf, type Ledger } from "../ledger/index.ts";
import type { FigureGroup } from "../model/index.ts";
import { resolveFilter } from "./filter.ts";

/** Figures of the same thing, put together, or the reason why they can't be compared. `contested`: figures that differ. */
export async function listFigures(ledger: Ledger, filter: Filter = {}): Promise<FigureGroup[]> {
  return await figureGroupsOf(ledger, await resolveFilter(ledger, filter));
}
