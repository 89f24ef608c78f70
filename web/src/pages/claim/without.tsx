import { useState } from "react";
import type { Fallen, WholeClaim } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { type Articles, articleOf, speakerName } from "../../parts/articles.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { Part } from "../../parts/page.tsx";
import { Failure } from "../../parts/states.tsx";
import { useWords } from "../../words/index.tsx";

/** A switch for each source: what would be left of the claim if it were not to be believed, as the server counts it. */
export function Without({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const [fallen, setFallen] = useState<string | null>(null);
  const answer = useAnswer<{ items: readonly Fallen[] }>(fallen === null ? null : "/without", {
    actor: fallen ?? undefined,
    claim: claim.id,
  });
  const sources = new Map<string, string>();
  for (const { speaker, chain, document } of claim.positions) {
    for (const one of [...chain, speaker]) {
      if (sources.has(one.id) || one.id.startsWith("author")) continue;
      sources.set(one.id, speakerName(words, one, articleOf(articles, document)));
    }
  }
  if (sources.size === 0) return null;
  // A claim that loses nothing is not among what falls.
  const loss = fallen === null ? undefined : answer.data?.items.find((one) => one.claim === claim.id);
  return (
    <Part title={app.claim.without} id="without">
      <p className="soft">{app.claim.withoutHint}</p>
      <label>
        <span className="hidden">{app.claim.without}</span>
        <select className="field" value={fallen ?? ""} onChange={(event) => setFallen(event.target.value || null)}>
          <option value="">{app.claim.everything}</option>
          {[...sources].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {answer.error === null ? null : <Failure error={answer.error} />}
      <ul className="fall" aria-live="polite">
        {(["affirm", "deny"] as const).map((side) => {
          const { lower, upper, groups } = claim.origins[side];
          const before = groups.length;
          if (before === 0) return null;
          const after = (side === "affirm" ? loss?.after : loss?.denying.after) ?? before;
          // As many fewer at least and at most.
          const gone = before - after;
          const least = Math.max(Math.min(after, 1), lower - gone);
          return (
            <li key={side} className={`c-${side}`}>
              <span className="stand">
                <Glyph of={side} /> {words.columns[side]}
              </span>{" "}
              {words.origins(lower, upper)}
              {after === before ? null : (
                <>
                  {" → "}
                  <b>{words.origins(least, Math.max(after, upper - gone))}</b>{" "}
                  <span className="status">{after === 0 ? app.claim.falls : app.claim.stays}</span>
                  <del className="soft small">
                    {loss?.gone[side].map((root) => (root === "unnamed" ? words.unnamed : root)).join(", ")}
                  </del>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {fallen !== null && answer.isSuccess && loss === undefined ? (
        <p className="soft" role="status">
          {app.claim.nothingFalls}
        </p>
      ) : null}
    </Part>
  );
}
