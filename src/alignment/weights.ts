import { isConcept } from "../languages/events.ts";

/**
 * How much an item tells one happening from another, without counting documents, so that a document weighs the same in
 * every ledger: people and places with a name most, states and event classes least.
 */
export function specificity(item: string): number {
  if (item.startsWith("@")) return 0.35;
  if (item.startsWith("=")) return 0.2;
  const at = item.indexOf(":");
  if (at > 0) {
    switch (item.slice(0, at)) {
      case "person":
        return 1.6;
      case "name":
      case "place":
      case "city":
      case "region":
        return 1.3;
      case "state":
        return 0.4;
      case "org":
      case "organization":
      case "institution":
        return 0.9;
      default:
        return 0.25;
    }
  }
  if (/^\d/.test(item)) return Number.parseFloat(item) >= 10 ? 1 : 0.3;
  if (isConcept(item)) return 0.5;
  return item.length >= 6 ? 0.9 : 0.6;
}

/** From here on, an item is a name, a number or a rare word, which unrelated texts seldom share. */
export const specific = 0.9;

export const normOf = (bag: ReadonlyMap<string, number>): number =>
  Math.sqrt([...bag.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
