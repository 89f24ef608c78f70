import type { Filter, Ledger } from "../ledger/index.ts";
import type { Circle, OriginGroup } from "../model/index.ts";
import { pageOf } from "../origins/pages.ts";
import { listClaims } from "./claims.ts";

/** On how many independent origins one side of a claim rests, and why positions count as one. */
export type ClaimOrigins = {
  readonly claim: string;
  readonly story: string | null;
  readonly proposition: string;
  readonly side: "affirm" | "deny";
  readonly lower: number;
  readonly upper: number;
  /** Pages that carry a position of this side; versions of one page are one. */
  readonly documents: number;
  /** Circular reporting on the claim: an alarm. */
  readonly circles: readonly Circle[];
  readonly groups: readonly OriginGroup[];
};

export async function listOrigins(ledger: Ledger, filter: Filter = {}): Promise<ClaimOrigins[]> {
  const found: ClaimOrigins[] = [];
  for (const { id, story, proposition, origins, positions, circles = [] } of await listClaims(ledger, filter)) {
    for (const side of ["affirm", "deny"] as const) {
      const { lower, upper, groups } = origins[side];
      if (groups.length === 0) continue;
      const members = new Set(groups.flatMap((group) => group.members));
      const documents = new Set(
        positions
          .filter(({ statement }) => members.has(statement))
          .map(({ document, uri }) => pageOf({ id: document, canonical: null, uri })),
      );
      found.push({ claim: id, story, proposition, side, lower, upper, documents: documents.size, circles, groups });
    }
  }
  return found;
}
