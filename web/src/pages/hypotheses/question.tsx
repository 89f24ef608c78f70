import { useRef, useState } from "react";
import { Link } from "wouter";
import type { Question } from "../../../../src/operations/hypotheses/index.ts";
import { leastContradicted, scoresOf, weightsOf } from "../../../../src/operations/hypotheses/score.ts";
import { formatList } from "../../../../src/report/words/format.ts";
import { useAtOnce } from "../../api/at-once.ts";
import type { ListedDecision } from "../../api/decide.ts";
import { useMay, useSession } from "../../api/session.ts";
import type { Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { claimLink, storyLink } from "../../parts/articles.ts";
import { ClashAsked } from "../../parts/clash.tsx";
import { DecisionHistory } from "../../parts/history.tsx";
import { PageHead, Part } from "../../parts/page.tsx";
import { Answered, Failure } from "../../parts/states.tsx";
import { RowsTable } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";
import { IfWrong } from "./if-wrong.tsx";
import { PutOnTable } from "./put.tsx";

const ratings = ["CC", "C", "N", "I", "II", "NA"] as const;

/** A question: explanations across, evidence down, a rating a cell, and what is left if a source is wrong. */
export function QuestionPage({ id }: { readonly id: string }) {
  const found = useAnswer<Question>(`/questions/${encodeURIComponent(id)}`);
  return <Answered query={found}>{(question) => <Told question={question} />}</Answered>;
}

function Told({ question }: { readonly question: Question }) {
  const { app, words, language } = useWords();
  const may = useMay("decide");
  const [without, setWithout] = useState<string | null>(null);
  const [adding, setAdding] = useState<"hypothesis" | "evidence" | null>(null);
  const ratingsOf = new Map(question.sources.map(({ source, ...rating }) => [source, rating]));
  const all = weightsOf(question.evidence, ratingsOf);
  const weights = weightsOf(question.evidence, ratingsOf, new Set(without === null ? [] : [without]));
  const ids = question.hypotheses.map(({ id }) => id);
  const scores = scoresOf(ids, question.ratings, weights);
  const rated = question.ratings.length > 0 && ids.length > 1;
  const least = rated ? leastContradicted(scores) : [];
  const labelOf = new Map(ids.map((id, index) => [id, `H${index + 1}`]));
  const nameOf = new Map(question.sources.map(({ source, name }) => [source, name === "" ? words.notKnown : name]));
  const number = (value: number): string => value.toLocaleString(language, { maximumFractionDigits: 2 });
  return (
    <>
      <PageHead title={question.text} over={app.hypotheses.question}>
        {may ? (
          <>
            <button type="button" className="button" onClick={() => setAdding("hypothesis")}>
              {app.hypotheses.addExplanation}
            </button>
            <button type="button" className="button" onClick={() => setAdding("evidence")}>
              {app.hypotheses.addEvidence}
            </button>
          </>
        ) : null}
        {question.story === null ? null : <Link href={storyLink(question.story)}>{app.claim.story}</Link>}
        <RowsTable name="matrix" rows={rowsOf(question)} />
      </PageHead>
      <p className="soft">{app.hypotheses.scoreWhy}</p>
      {question.sources.length === 0 ? null : (
        <p className="tools what-if">
          <label>
            {app.hypotheses.whatIf}
            <select
              className="field"
              value={without ?? ""}
              onChange={(event) => setWithout(event.target.value || null)}
            >
              <option value="">{app.claim.everything}</option>
              {question.sources.map(({ source }) => (
                <option key={source} value={source}>
                  {nameOf.get(source)}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {question.hypotheses.length < 2 || question.evidence.length === 0 ? (
        <p className="state soft">{app.hypotheses.noMatrix}</p>
      ) : null}
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
                  <span className="num soft">{labelOf.get(hypothesis.id)}</span> <Said {...hypothesis} />
                  {least.includes(hypothesis.id) ? <span className="status">{app.hypotheses.least}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {question.evidence.map((evidence, index) => (
              <tr key={evidence.id}>
                <th scope="row">
                  <span className="num soft">E{index + 1}</span> <Said {...evidence} />
                  {evidence.roots.length === 0 ? null : (
                    <span className="also small soft">{words.hypotheses.rests(formatList(words, evidence.roots))}</span>
                  )}
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
                return (
                  <td key={id} className="num">
                    <b className={least.includes(id) ? "least" : undefined}>{number(score?.against ?? 0)}</b>
                  </td>
                );
              })}
            </tr>
          </tfoot>
        </table>
      </section>
      {question.sources.length === 0 ? null : (
        <Part title={words.hypotheses.sensitivity} id="sensitivity">
          <IfWrong
            question={question}
            least={rated ? leastContradicted(scoresOf(ids, question.ratings, all)) : []}
            nameOf={nameOf}
            labelOf={labelOf}
          />
        </Part>
      )}
      <DecisionHistory about={question.id} label={cellOf(question)} />
      {adding === null ? null : <PutOnTable what={adding} question={question} close={() => setAdding(null)} />}
    </>
  );
}

/** Which cell a rating is of, as the matrix numbers it: `E1 × H2`. */
function cellOf({ evidence, hypotheses }: Question): (line: ListedDecision) => string {
  const row = new Map(evidence.map(({ id }, index) => [id, `E${index + 1}`]));
  const column = new Map(hypotheses.map(({ id }, index) => [id, `H${index + 1}`]));
  return ({ body }) => {
    if (body.kind === "add-evidence") return row.get(body.evidence) ?? "";
    if (body.kind === "add-hypothesis") return column.get(body.hypothesis) ?? "";
    if (body.kind !== "rate-consistency") return "";
    return `${row.get(body.evidence) ?? "–"} × ${column.get(body.hypothesis) ?? "–"}`;
  };
}

/** The matrix as rows of a table: a piece of evidence each, the ratings by who gave them. */
function rowsOf({ evidence, hypotheses, ratings }: Question): object[] {
  return evidence.map(({ id, text, claim, weight, roots, sources }) => ({
    evidence: text,
    claim,
    weight,
    roots,
    sources,
    ...Object.fromEntries(
      hypotheses.map((hypothesis) => [
        hypothesis.text,
        ratings
          .filter((one) => one.evidence === id && one.hypothesis === hypothesis.id)
          .map(({ by, rating }) => `${rating} (${by})`)
          .join(", "),
      ]),
    ),
  }));
}

function Said({ text, claim }: { readonly text: string; readonly claim: string | null }) {
  if (claim === null) return text;
  return (
    <Link className="theirs what" href={claimLink(claim)}>
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
  const { app, words } = useWords();
  const { decide, clash, forget } = useAtOnce();
  const lines = useAnswer<Page<ListedDecision>>("/decisions", { about: question.id, limit: 100 });
  // The question may be here before the decisions that made it what it is.
  const latest = async (): Promise<string | null> =>
    (lines.isFetching ? await lines.refetch({ cancelRefetch: false }) : lines).data?.items[0]?.id ?? null;
  const seen = useRef<Promise<string | null>>(null);
  const me = useSession().data?.name;
  const given = question.ratings.filter((one) => one.evidence === evidence && one.hypothesis === hypothesis);
  const own = given.find(({ by }) => by === me)?.rating ?? "";
  const others = given.filter(({ by }) => by !== me);
  const apart = question.disagreements.some((one) => one.evidence === evidence && one.hypothesis === hypothesis);
  const label = `${question.evidence.find(({ id }) => id === evidence)?.text} / ${question.hypotheses.find(({ id }) => id === hypothesis)?.text}`;
  const may = useMay("decide");
  const [error, setError] = useState<unknown>(null);
  const rate = async (value: string): Promise<void> => {
    const rating = ratings.find((one) => one === value);
    if (rating === undefined) return;
    setError(null);
    try {
      const line = await decide(
        { kind: "rate-consistency", question: question.id, evidence, hypothesis, rating },
        {
          about: question.id,
          seen: await (seen.current ?? latest()),
          concerns: ({ body }) =>
            body.kind === "rate-consistency" && body.evidence === evidence && body.hypothesis === hypothesis,
        },
      );
      if (line !== null) seen.current = Promise.resolve(line.id);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <select
        disabled={!may}
        className={`field r-${own}`}
        aria-label={label}
        value={own}
        // What stood there when one began to choose is what one has seen.
        onFocus={() => {
          seen.current = latest();
        }}
        onChange={(event) => void rate(event.target.value)}
      >
        <option value="">–</option>
        {ratings.map((one) => (
          <option key={one} value={one}>
            {one}
            {words.colon}
            {app.hypotheses.ratings[one]}
          </option>
        ))}
      </select>
      <span className="printed">{own === "" ? "–" : `${own}${words.colon}${app.hypotheses.ratings[own]}`}</span>
      {others.map(({ by, rating }) => (
        <span key={by} className="small soft also">
          {by}: {rating}
        </span>
      ))}
      {apart ? <span className="status">{app.hypotheses.disagree}</span> : null}
      {error === null ? null : <Failure error={error} />}
      {clash === null ? null : <ClashAsked clash={clash} close={forget} />}
    </>
  );
}
