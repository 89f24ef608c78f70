import type { ListedDecision } from "../../../src/operations/decisions/list.ts";
import { useDecide } from "../api/decide.ts";
import type { Page } from "../api/types.ts";
import { useAnswer } from "../api/use.ts";
import { useWords } from "../words/index.tsx";
import { Part } from "./page.tsx";
import { Quoted } from "./said.tsx";

/** What was decided about one thing, by whom, when, why; each can be undone, which is a decision too. */
export function DecisionHistory({ about }: { readonly about: string }) {
  const { app } = useWords();
  const decisions = useAnswer<Page<ListedDecision>>("/decisions", { about, limit: 100 });
  const items = decisions.data?.items ?? [];
  return (
    <Part title={app.review.history} id="history">
      {items.length === 0 ? <p className="soft">{app.claim.noHistory}</p> : null}
      <ol>
        {items.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ol>
    </Part>
  );
}

/** One line of the log in words. */
export function DecisionLine({ decision }: { readonly decision: ListedDecision }) {
  const { app, words, language } = useWords();
  const decide = useDecide();
  const { author, time, reason, body, anchor, state, orphan } = decision;
  const when = new Date(time).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  const what = app.review.kinds[body.kind];
  const quote = anchor?.selector[1].exact;
  return (
    <li className={`decided decision${state === "undone" ? " undone" : ""}`}>
      <p>
        <span aria-hidden="true">✎ </span>
        <b>{what}</b> {decidedValue(body)} <span className="soft small">{app.review.by(author, when)}</span>
      </p>
      {quote === undefined ? null : <Quoted text={quote.length > 300 ? `${quote.slice(0, 299)}…` : quote} />}
      {reason === null ? null : (
        <p className="small">
          {app.review.reason}
          {words.colon}
          {reason}
        </p>
      )}
      {orphan === null ? null : <p className="small soft">{app.review.orphan}</p>}
      {decision.against.length === 0 ? null : <p className="status">{app.review.conflict}</p>}
      {state === "undone" || body.kind === "undo" ? null : (
        <button
          type="button"
          className="plain small"
          onClick={() => void decide({ kind: "undo", decision: decision.id })}
        >
          {app.review.undo}
        </button>
      )}
    </li>
  );
}

/** The value decided, where it can be told in a word. */
function decidedValue(body: ListedDecision["body"]): string {
  switch (body.kind) {
    case "correct-statement": {
      const { speaker, act, factuality } = body.changes;
      return [speaker?.name, act, factuality].filter((part) => part !== undefined).join(", ");
    }
    case "note":
      return body.text;
    case "verdict":
      return body.verdict;
    case "rate-source":
      return `${body.reliability ?? "–"}${body.credibility ?? "–"}`;
    case "undo":
      return body.decision;
    default:
      return "";
  }
}
