import { useState } from "react";
import { Link } from "wouter";
import type { Question } from "../../../../src/operations/hypotheses/index.ts";
import { scoresOf, weightsOf } from "../../../../src/operations/hypotheses/score.ts";
import { useDecide } from "../../api/decide.ts";
import { useSession } from "../../api/session.ts";
import { useAnswer } from "../../api/use.ts";
import { claimLink } from "../../parts/articles.ts";
import { DecisionHistory } from "../../parts/history.tsx";
import { PageHead, Part } from "../../parts/page.tsx";
import { Answered } from "../../parts/states.tsx";
import { useWords } from "../../words/index.tsx";
import { PutOnTable } from "./put.tsx";

const ratings = ["CC", "C", "N", "I", "II", "NA"] as const;

/** A question: explanations across, evidence down, a rating a cell, and what is left if a source is wrong. */
export function QuestionPage({ id }: { readonly id: string }) {
  const found = useAnswer<Question>(`/questions/${encodeURIComponent(id)}`);
  return <Answered query={found}>{(question) => <Told question={question} />}</Answered>;
}

function Told({ question }: { readonly question: Question }) {
  const { app, language } = useWords();
  const [without, setWithout] = useState<string | null>(null);
  const [adding, setAdding] = useState<"hypothesis" | "evidence" | null>(null);
  const weights = weightsOf(
    question.evidence,
    new Map(question.sources.map(({ source, ...rating }) => [source, rating])),
    new Set(without === null ? [] : [without]),
  );
  const scores = scoresOf(
    question.hypotheses.map(({ id }) => id),
    question.ratings,
    weights,
  );
  const number = (value: number): string => value.toLocaleString(language, { maximumFractionDigits: 2 });
  return (
    <>
      <PageHead title={question.text} over={app.hypotheses.question}>
        <button type="button" className="button" onClick={() => setAdding("hypothesis")}>
          {app.hypotheses.addExplanation}
        </button>
        <button type="button" className="button" onClick={() => setAdding("evidence")}>
          {app.hypotheses.addEvidence}
        </button>
      </PageHead>
      <p className="soft">{app.hypotheses.scoreWhy}</p>
      {question.sources.length === 0 ? null : (
        <p className="tools">
          <label>
            {app.hypotheses.whatIf}
            <select
              className="field"
              value={without ?? ""}
              onChange={(event) => setWithout(event.target.value || null)}
            >
              <option value="">–</option>
              {question.sources.map(({ source }) => (
                <option key={source} value={source}>
                  {source.replace(/^\w+:/, "")}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={app.hypotheses.title}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{app.hypotheses.evidence}</th>
              <th scope="col" className="num">
                {app.hypotheses.weight}
              </th>
              {question.hypotheses.map((hypothesis) => (
                <th key={hypothesis.id} scope="col" className="explanation">
                  <Said {...hypothesis} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {question.evidence.map((evidence) => (
              <tr key={evidence.id}>
                <th scope="row">
                  <Said {...evidence} />
                </th>
                <td className="num">{number(weights.get(evidence.id) ?? 0)}</td>
                {question.hypotheses.map((hypothesis) => (
                  <td key={hypothesis.id}>
                    <Cell question={question} evidence={evidence.id} hypothesis={hypothesis.id} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{app.hypotheses.score}</th>
              <td />
              {question.hypotheses.map(({ id }) => {
                const score = scores.find(({ hypothesis }) => hypothesis === id);
                const least = scores[0]?.hypothesis === id && scores.length > 1;
                return (
                  <td key={id} className="num">
                    <b className={least ? "least" : undefined}>{number(score?.against ?? 0)}</b>
                  </td>
                );
              })}
            </tr>
          </tfoot>
        </table>
      </section>
      <Part title={app.sources.rating}>
        <ul>
          {question.sources.map(({ source, reliability, credibility }) => (
            <li key={source}>
              {source.replace(/^\w+:/, "")}{" "}
              <span className="soft">
                {reliability === null && credibility === null
                  ? app.sources.unrated
                  : `${reliability ?? "–"}${credibility ?? "–"}`}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <DecisionHistory about={question.id} />
      {adding === null ? null : <PutOnTable what={adding} question={question} close={() => setAdding(null)} />}
    </>
  );
}

function Said({ text, claim }: { readonly text: string; readonly claim: string | null }) {
  if (claim === null) return text;
  return (
    <Link className="what" href={claimLink(claim)}>
      {text}
    </Link>
  );
}

/** One's own rating, the others' beside it, and a word where they are on different sides. */
function Cell({
  question,
  evidence,
  hypothesis,
}: {
  readonly question: Question;
  readonly evidence: string;
  readonly hypothesis: string;
}) {
  const { app } = useWords();
  const decide = useDecide();
  const me = useSession().data?.name;
  const given = question.ratings.filter((one) => one.evidence === evidence && one.hypothesis === hypothesis);
  const own = given.find(({ by }) => by === me)?.rating ?? "";
  const others = given.filter(({ by }) => by !== me);
  const apart = question.disagreements.some((one) => one.evidence === evidence && one.hypothesis === hypothesis);
  const label = `${question.evidence.find(({ id }) => id === evidence)?.text} / ${question.hypotheses.find(({ id }) => id === hypothesis)?.text}`;
  const rate = (value: string): void => {
    const rating = ratings.find((one) => one === value);
    if (rating !== undefined) {
      void decide({ kind: "rate-consistency", question: question.id, evidence, hypothesis, rating });
    }
  };
  return (
    <>
      <select
        className={`field r-${own}`}
        aria-label={label}
        value={own}
        onChange={(event) => rate(event.target.value)}
      >
        <option value="">–</option>
        {ratings.map((one) => (
          <option key={one} value={one}>
            {one}: {app.hypotheses.ratings[one]}
          </option>
        ))}
      </select>
      {others.map(({ by, rating }) => (
        <span key={by} className="small soft also">
          {by}: {rating}
        </span>
      ))}
      {apart ? <span className="status">{app.hypotheses.disagree}</span> : null}
    </>
  );
}
