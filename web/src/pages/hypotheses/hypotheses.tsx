import { useState } from "react";
import { Link } from "wouter";
import type { Question } from "../../../../src/operations/hypotheses/index.ts";
import { useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { CountedStory, Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { Ask } from "../../parts/ask.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";

/** Questions with their competing explanations. */
export function Hypotheses() {
  const { app } = useWords();
  const questions = useAnswer<Page<Question>>("/questions", { limit: 100 });
  const decide = useDecide();
  const may = useMay("decide");
  const [asking, setAsking] = useState(false);
  const stories = useAnswer<Page<CountedStory>>(asking ? "/stories" : null, { limit: 200 });
  return (
    <>
      <PageHead title={app.hypotheses.title}>
        {may ? (
          <button type="button" className="button first" onClick={() => setAsking(true)}>
            {app.hypotheses.add}
          </button>
        ) : null}
        <Tables path="/questions" />
      </PageHead>
      <Answered query={questions}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{app.hypotheses.none}</Nothing>
          ) : (
            <ul>
              {items.map((question) => (
                <li key={question.id} className="claim-line">
                  <Link className="what" href={`/hypotheses/${encodeURIComponent(question.id)}`}>
                    {question.text}
                  </Link>
                  <span className="soft small num">
                    {app.hypotheses.holds(question.hypotheses.length, question.evidence.length)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {asking ? (
        <Ask
          title={app.hypotheses.add}
          close={() => setAsking(false)}
          decide={(fields, reason) => {
            const story = String(fields.get("story") ?? "") || null;
            return decide({ kind: "pose-question", text: String(fields.get("text") ?? ""), story }, reason);
          }}
        >
          <label>
            {app.hypotheses.question}
            <textarea className="field" name="text" rows={2} required maxLength={5000} />
          </label>
          <label>
            {app.hypotheses.story}
            <select className="field" name="story" defaultValue="">
              <option value="">{app.hypotheses.anyStory}</option>
              {(stories.data?.items ?? []).map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        </Ask>
      ) : null}
    </>
  );
}
