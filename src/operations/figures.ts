import { type Filter, figureGroupsOf, type Ledger } from "../ledger/index.ts";
import type { FigureGroup } from "../model/index.ts";
import { resolveFilter } from "./filter.ts";

/** Figures of the same thing, put together, or the reason why they can't be compared. `contested`: figures that differ. */
export async function listFigures(ledger: Ledger, filter: Filter = {}): Promise<FigureGroup[]> {
  const groups = await figureGroupsOf(ledger, await resolveFilter(ledger, filter));
  return filter.contested === true ? groups.filter(differ) : groups;
}

/** Whether two of the members can't both hold. */
function differ({ relation, members }: FigureGroup): boolean {
  if (relation !== "same") return false;
  const ranges = members.map(({ value, upper, bound }) => ({
    least: bound === "at-most" ? Number.NEGATIVE_INFINITY : value,
    most: bound === "at-least" ? Number.POSITIVE_INFINITY : (upper ?? value),
  }));
  return Math.max(...ranges.map(({ least }) => least)) > Math.min(...ranges.map(({ most }) => most));
}
