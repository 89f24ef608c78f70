import { useState } from "react";
import { useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { Source } from "../../api/types.ts";
import { Ask } from "../../parts/ask.tsx";
import { useWords } from "../../words/index.tsx";

const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
const credibilities = [1, 2, 3, 4, 5, 6] as const;

/** How people rate a source: the Admiralty code, two axes, in words too. */
export function Rating({ source }: { readonly source: Source }) {
  const { app, words: w } = useWords();
  const decide = useDecide();
  const may = useMay("decide");
  const [asking, setAsking] = useState(false);
  const { rating } = source;
  const shown = rating === null ? app.sources.unrated : `${rating.reliability ?? "–"}${rating.credibility ?? "–"}`;
  const reliability = reliabilities.find((one) => one === rating?.reliability);
  const credibility = credibilities.find((one) => one === rating?.credibility);
  const words = [
    reliability === undefined ? null : app.sources.reliability[reliability],
    credibility === undefined ? null : app.sources.credibility[credibility],
  ].filter((word) => word !== null);
  if (!may) {
    return (
      <>
        {shown} <span className="soft small">{words.join(", ")}</span>
      </>
    );
  }
  return (
    <>
      <button type="button" className="plain" onClick={() => setAsking(true)}>
        {shown}
        <span className="hidden">
          {w.colon}
          {source.name}
        </span>
      </button>{" "}
      {words.length === 0 ? null : <span className="soft small">{words.join(", ")}</span>}
      {asking ? (
        <Ask
          title={`${app.sources.rating}${w.colon}${source.name}`}
          about={source.id}
          close={() => setAsking(false)}
          decide={(fields, reason, expected) =>
            decide(
              {
                kind: "rate-source",
                on: { kind: "source", source: source.id },
                reliability: reliabilities.find((one) => one === fields.get("reliability")) ?? null,
                credibility: credibilities.find((one) => String(one) === fields.get("credibility")) ?? null,
              },
              reason,
              expected,
            )
          }
        >
          <label>
            {app.sources.rating} A–F
            <select className="field" name="reliability" defaultValue={rating?.reliability ?? ""}>
              <option value="">–</option>
              {reliabilities.map((one) => (
                <option key={one} value={one}>
                  {one}
                  {w.colon}
                  {app.sources.reliability[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            1–6
            <select className="field" name="credibility" defaultValue={rating?.credibility ?? ""}>
              <option value="">–</option>
              {credibilities.map((one) => (
                <option key={one} value={one}>
                  {one}
                  {w.colon}
                  {app.sources.credibility[one]}
                </option>
              ))}
            </select>
          </label>
        </Ask>
      ) : null}
    </>
  );
}
