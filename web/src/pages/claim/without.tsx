import { useState } from "react";
import type { WholeClaim } from "../../api/types.ts";
import { type Articles, articleOf, speakerName } from "../../parts/articles.ts";
import { Part } from "../../parts/page.tsx";
import { useWords } from "../../words/index.tsx";

/** A switch for each source: what would be left of the claim if it were not to be believed. */
export function Without({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const [fallen, setFallen] = useState<string | null>(null);
  const sources = new Map<string, string>();
  for (const { speaker, chain, document } of claim.positions) {
    for (const one of [...chain, speaker]) {
      if (sources.has(one.id) || one.id.startsWith("author")) continue;
      sources.set(one.id, speakerName(words, one, articleOf(articles, document)));
    }
  }
  if (sources.size === 0) return null;
  const standing = (side: "affirm" | "deny", without: string | null) =>
    claim.origins[side].groups.filter((group) => {
      const members = new Set(group.members);
      return claim.positions.some(
        ({ statement, speaker, chain }) =>
          members.has(statement) && speaker.id !== without && !chain.some(({ id }) => id === without),
      );
    });
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
          const [before, after] = [standing(side, null), standing(side, fallen)];
          if (before.length === 0) return null;
          const gone = before.filter((group) => !after.includes(group));
          return (
            <li key={side} className={`c-${side}`}>
              <span className="stand">{words.columns[side]}</span> {words.origins(before.length, before.length)}
              {gone.length === 0 ? null : (
                <>
                  {" → "}
                  <b>{words.origins(after.length, after.length)}</b>{" "}
                  <span className="status">{after.length === 0 ? app.claim.falls : app.claim.stays}</span>
                  <del className="soft small">
                    {gone.map(({ root }) => (root === "unnamed" ? words.unnamed : root)).join(", ")}
                  </del>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
