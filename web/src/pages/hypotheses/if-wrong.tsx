import { Link } from "wouter";
import type { Question } from "../../../../src/operations/hypotheses/index.ts";
import { leastContradicted, sensitivityOf } from "../../../../src/operations/hypotheses/score.ts";
import { formatList } from "../../../../src/report/words/format.ts";
import { useWords } from "../../words/index.tsx";

/** Each source of the evidence: how it is rated, and which explanation stands best if it is wrong. */
export function IfWrong({
  question: { hypotheses, ratings, evidence, sources },
  least,
  nameOf,
  labelOf,
}: {
  readonly question: Question;
  /** Which stands best as it is. */
  readonly least: readonly string[];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly labelOf: ReadonlyMap<string, string>;
}) {
  const { app, words } = useWords();
  const ids = hypotheses.map(({ id }) => id);
  const then = new Map(
    sensitivityOf(ids, ratings, evidence, sources).map(({ source, scores }) => [source, leastContradicted(scores)]),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={words.hypotheses.sensitivity}>
      <table className="narrow">
        <thead>
          <tr>
            <th scope="col">{app.hypotheses.withoutSource}</th>
            <th scope="col">{app.sources.rating}</th>
            <th scope="col">{app.hypotheses.least}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, reliability, credibility }) => {
            const best = least.length === 0 ? [] : (then.get(source) ?? []);
            const turned = best.join(" ") !== least.join(" ");
            return (
              <tr key={source}>
                <th scope="row">{nameOf.get(source)}</th>
                <td className={reliability === null && credibility === null ? "soft" : undefined}>
                  {reliability === null && credibility === null
                    ? app.sources.unrated
                    : `${reliability ?? "–"}${credibility ?? "–"}`}
                </td>
                <td className={turned ? undefined : "soft"}>
                  {best.length === 0
                    ? "–"
                    : formatList(
                        words,
                        best.map((id) => labelOf.get(id) ?? ""),
                      )}{" "}
                  {turned ? <span className="status">{app.hypotheses.turned}</span> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small in-text">
        <Link href="/sources">{app.hypotheses.rate}</Link>
      </p>
    </section>
  );
}
