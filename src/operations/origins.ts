import type { Filter, Ledger, Page, PageAsk } from "../ledger/index.ts";
import { cursorOf, keyOf } from "../ledger/page.ts";
import { sidesOf } from "../ledger/told.ts";
import type { Circle, Claim, OriginGroup } from "../model/index.ts";
import { pageOf } from "../origins/pages.ts";
import { listClaims } from "./claims.ts";
import { resolveFilter } from "./filter.ts";
import { pageClaims } from "./pages.ts";

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

/** Both sides of each claim, with what they finally rest on; a side that nobody takes is left out. */
export async function listOrigins(ledger: Ledger, filter: Filter = {}): Promise<ClaimOrigins[]> {
  return originsIn(await listClaims(ledger, filter));
}

/** A page of them, in the order of the claims. Reads what it shows. */
export async function pageOrigins(
  ledger: Ledger,
  given: Filter,
  { limit, after }: PageAsk,
): Promise<Page<ClaimOrigins>> {
  const filter = await resolveFilter(ledger, given);
  const total = await sidesOf(ledger, filter);
  // Begun in the middle of a part of the claims, so many sides on.
  const [begun, skip] = after === undefined ? ["", 0] : keyOf("origins", after, 2);
  const found: ClaimOrigins[] = [];
  for (let [at, passed] = [String(begun), Number(skip)]; ; passed = 0) {
    const { items, next } = await pageClaims(ledger, filter, { limit, after: at === "" ? undefined : at });
    const sides = originsIn(items);
    const some = sides.slice(passed, passed + limit - found.length);
    found.push(...some);
    const used = passed + some.length;
    if (found.length === limit && used < sides.length)
      return { items: found, total, next: cursorOf("origins", [at, used]) };
    if (next === null) return { items: found, total, next: null };
    if (found.length === limit) return { items: found, total, next: cursorOf("origins", [next, 0]) };
    at = next;
  }
}

function originsIn(claims: readonly Claim[]): ClaimOrigins[] {
  const found: ClaimOrigins[] = [];
  for (const { id, story, proposition, origins, positions, circles = [] } of claims) {
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
