import { useState } from "react";
import { Link } from "wouter";
import type { Question } from "../../../../src/operations/hypotheses/index.ts";
import { useDecide } from "../../api/decide.ts";
import type { Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { Ask } from "../../parts/ask.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import { useWords } from "../../words/index.tsx";

/** Questions with their competing explanations. */
export function Hypotheses() {
  const { app } = useWords();
  const questions = useAnswer<Page<Question>>("/questions", { limit: 100 });
  const decide = useDecide();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHead title={app.hypotheses.title}>
        <button type="button" className="button first" onClick={() => setAsking(true)}>
          {app.hypotheses.add}
        </button>
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
                    {question.hypotheses.length} × {question.evidence.length}
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
          decide={(fields, reason) => decide({ kind: "pose-question", text: String(fields.get("text") ?? "") }, reason)}
        >
          <label>
            {app.hypotheses.question}
            <textarea className="field" name="text" rows={2} required maxLength={5000} />
          </label>
        </Ask>
      ) : null}
    </>
  );
}
