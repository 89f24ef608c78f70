import type { Words } from "../../../src/report/words/words.ts";
import { type ListedDecision, useDecide } from "../api/decide.ts";
import { useMay } from "../api/session.ts";
import type { AppWords } from "../words/app-words.ts";
import { useWords } from "../words/index.tsx";
import { firmnessOf } from "./firmness.ts";
import { formatInstant } from "./instant.ts";
import { Quoted } from "./said.tsx";

/** One line of the log in words; `fixed` where it can't be undone from. */
export function DecisionLine({
  decision,
  fixed = false,
  label = "",
}: {
  readonly decision: ListedDecision;
  readonly fixed?: boolean;
  readonly label?: string;
}) {
  const { app, words } = useWords();
  const decide = useDecide();
  const may = useMay("decide");
  const { author, time, reason, body, anchor, state, orphan } = decision;
  const when = formatInstant(words, time);
  const what = app.review.kinds[body.kind];
  const quote = anchor?.selector[1].exact;
  return (
    <li className={`decided decision${state === "undone" ? " undone" : ""}`}>
      <p>
        <span aria-hidden="true">✎ </span>
        <b>{what}</b> {label === "" ? null : <span className="num">{label} </span>}
        {decidedValue(decision, app, words)} <span className="soft small">{app.review.by(author, when)}</span>{" "}
        {fixed || !may || body.kind === "undo" || state === "undone" ? null : (
          <button
            type="button"
            className="plain small"
            onClick={() => void decide({ kind: "undo", decision: decision.id })}
          >
            {app.review.undo}
          </button>
        )}
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
    </li>
  );
}

/** The value decided, where it can be told in a few words. */
function decidedValue({ body }: ListedDecision, app: AppWords, words: Words): string {
  switch (body.kind) {
    case "correct-statement": {
      const { speaker, chain, speaksFor, act, factuality, content } = body.changes;
      return [
        speaker?.name,
        chain?.map(({ name }) => name).join(" › "),
        speaksFor === undefined ? undefined : `${words.speaksFor} ${speaksFor?.name ?? words.noOne}`,
        content?.map(({ selector }) => selector[1].exact).join(" … "),
        act === undefined ? undefined : words.acts[act],
        factuality === undefined ? undefined : firmnessOf(factuality, words.firmness),
      ]
        .filter((part) => part !== undefined)
        .join(", ");
    }
    case "set-actor":
      return [body.changes.name, body.changes.side, ...(body.changes.roles ?? [])]
        .filter((part) => typeof part === "string")
        .join(", ");
    case "merge-actors":
      return body.actors.map(({ name }) => name).join(" + ");
    case "collapse-origins":
    case "separate-origins":
      return body.positions.length === 0 ? "" : `× ${body.positions.length}`;
    case "note":
    case "pose-question":
    case "add-hypothesis":
    case "add-evidence":
      return body.text;
    case "verdict":
      return app.review.verdicts[body.verdict];
    case "rate-source":
      return `${body.reliability ?? "–"}${body.credibility ?? "–"}`;
    case "rate-consistency":
      return `${body.rating}${words.colon}${app.hypotheses.ratings[body.rating]}`;
    default:
      return "";
  }
}
