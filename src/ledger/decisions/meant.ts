import type { Claim } from "../../model/index.ts";
import { chunks } from "../aligned-rows.ts";
import type { Ledger } from "../ledger.ts";
import { claimWith } from "../one.ts";
import { type ClaimRef, claimMeant } from "./parts.ts";

/** The claim that a decision names, as it stands now: by its id, else the one that holds most of its positions; or null. */
export async function claimNow(ledger: Ledger, ref: ClaimRef): Promise<Claim | null> {
  const known = await claimWith(ledger, ref.claim);
  if (known !== null) return known;
  const documents = [...new Set(ref.positions.map(({ anchor }) => anchor.source))];
  const claims = new Map<string, Claim>();
  for (const ids of chunks(documents, 100)) {
    const rows = await ledger.db
      .selectFrom("claims")
      .select(["id", "body"])
      .where("id", "in", (q) => q.selectFrom("positions").select("claim").where("document", "in", ids))
      .orderBy("id")
      .execute();
    // Our own rows, written from the same type.
    for (const { id, body } of rows) claims.set(id, JSON.parse(body) as Claim);
  }
  const nothing = new Map();
  return claimMeant(
    { claims, stories: nothing, figures: nothing, members: { claims: nothing, stories: nothing } },
    ref,
  );
}
