import { Link } from "wouter";
import type { Claim } from "../api/types.ts";
import { claimLink, isVerbatim } from "./articles.ts";

/** The sentence of a claim, leading to it: serif where it is made of an article's own words. */
export function Proposition({ claim }: { readonly claim: Pick<Claim, "id" | "positions" | "proposition"> }) {
  return (
    <Link className={isVerbatim(claim) ? "theirs what" : "what"} href={claimLink(claim.id)}>
      {claim.proposition}
    </Link>
  );
}
