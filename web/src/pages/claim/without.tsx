import { useState } from "react";
import type { WholeClaim } from "../../api/types.ts";
import { type Articles, speakerName } from "../../parts/articles.ts";
import { Part } from "../../parts/page.tsx";
import { useWords } from "../../words/index.tsx";

/** A switch for each source: what would be left of the claim if it were not to be believed. */
export function Without({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const [fallen, setFallen] = useState<string | null>(null);
  const sources = new Map<string, string>();
  for (const { speaker, chain } of claim.positions) {
    for (const one of [...chain, speaker]) {
      if (!sources.has(one.id) && !one.id.startsWith("author")) sources.set(one.id, speakerName(words, one, undefined));
    }
  }
  if (sources.size === 0) return null;
  const rests = (side: "affirm" | "deny", without: string | null): number => {
    const standing = claim.origins[side].groups.filter((group) => {
      const members = new Set(group.members);
      return claim.positions.some(
        ({ statement, speaker, chain }) =>
          members.has(statement) && speaker.id !== without && !chain.some(({ id }) => id === without),
      );
    });
    return standing.length;
  };
  const counts = articles.rows.length;
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
      <ul className="fall" aria-live="polite">
        {(["affirm", "deny"] as const).map((side) => {
          const [before, after] = [rests(side, null), rests(side, fallen)];
          if (before === 0) return null;
          return (
            <li key={side} className={`c-${side}`}>
              <span className="stand">{words.columns[side]}</span> {words.origins(before, before)}
              {after === before ? null : (
                <>
                  {" → "}
                  <b>{words.origins(after, after)}</b>{" "}
                  <span className="status">{after === 0 ? app.claim.falls : app.claim.stays}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="hidden">{words.articlesCount(counts)}</p>
    </Part>
  );
}
