import type { FigureGroup } from "../model/index.ts";

/** Whether two of the members of a group can't both hold. */
export function differ({ relation, members }: FigureGroup): boolean {
  if (relation !== "same") return false;
  const ranges = members.map(({ value, upper, bound }) => ({
    least: bound === "at-most" ? Number.NEGATIVE_INFINITY : value,
    most: bound === "at-least" ? Number.POSITIVE_INFINITY : (upper ?? value),
  }));
  return Math.max(...ranges.map(({ least }) => least)) > Math.min(...ranges.map(({ most }) => most));
}
