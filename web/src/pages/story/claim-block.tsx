import { memo, useState } from "react";
import type { Claim } from "../../api/types.ts";
import type { Articles } from "../../parts/articles.ts";
import { Status } from "../../parts/claims.tsx";
import { PositionColumns, Stands } from "../../parts/columns.tsx";
import { Proposition } from "../../parts/proposition.tsx";

/** A contested claim with its positions in columns; any other in a line that opens to them. */
export const ClaimBlock = memo(function ClaimBlock({
  claim,
  articles,
}: {
  readonly claim: Claim;
  readonly articles: Articles;
}) {
  const [open, setOpen] = useState(claim.status === "contested");
  const id = `claim-${claim.id}`;
  return (
    <article className={`claim${claim.status === "contested" ? "" : " line"}`} aria-labelledby={id}>
      <div className="claim-head">
        <h3 id={id}>
          <Proposition claim={claim} />
        </h3>
        <Status of={claim.status} />
      </div>
      {claim.status === "contested" ? (
        <PositionColumns claim={claim} articles={articles} />
      ) : (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="small">
            <Stands claim={claim} articles={articles} />
          </summary>
          {open ? <PositionColumns claim={claim} articles={articles} /> : null}
        </details>
      )}
    </article>
  );
});
