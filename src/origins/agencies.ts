import { rows } from "../languages/lexicon.ts";
import { outlets } from "../languages/lexicons.generated.ts";

const known = new Map(rows(outlets).map(([name, , id = ""]) => [name.toLowerCase(), id]));

/** Names of news agencies, the longest first. */
export const agencyNames: readonly string[] = rows(outlets)
  .filter((row) => row[5] === "agency")
  .map(([name]) => name)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** The id of an outlet that the list knows by this name. */
export function entityOf(name: string): string | null {
  const plain = name.toLowerCase().trim();
  return known.get(plain) ?? known.get(plain.replace(/^(?:l['’]|la |le |les |the )/u, "")) ?? null;
}
