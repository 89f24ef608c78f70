import type { ListedDecision } from "../api/decide.ts";
import type { Page } from "../api/types.ts";
import { useAnswer } from "../api/use.ts";
import { useWords } from "../words/index.tsx";
import { DecisionLine } from "./decision-line.tsx";
import { Part } from "./page.tsx";
import { RowsTable } from "./tables.tsx";

/** What was decided about one thing, without a head; nothing where nobody decided. */
export function Decisions({ about }: { readonly about: string }) {
  const decisions = useAnswer<Page<ListedDecision>>("/decisions", { about, limit: 100 });
  const items = decisions.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ol className="decisions">
      {items.map((decision) => (
        <DecisionLine key={decision.id} decision={decision} />
      ))}
    </ol>
  );
}

/** What was decided about one thing, by whom, when, why; each can be undone, which is a decision too. */
export function DecisionHistory({
  about,
  document,
  quiet = false,
  label,
}: {
  readonly about?: string;
  /** All that names an article: itself, its statements, positions in it. */
  readonly document?: string;
  readonly quiet?: boolean;
  /** Which part of it a decision is about, in a word. */
  readonly label?: (decision: ListedDecision) => string;
}) {
  const { app } = useWords();
  const decisions = useAnswer<Page<ListedDecision>>("/decisions", { about, document, limit: 100 });
  const items = decisions.data?.items ?? [];
  if (quiet && items.length === 0) return null;
  return (
    <Part title={app.review.history} id="history">
      {items.length === 0 ? <p className="soft">{app.claim.noHistory}</p> : null}
      <ol>
        {items.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} {...(label && { label: label(decision) })} />
        ))}
      </ol>
      {items.length === 0 ? null : <RowsTable name="decisions" rows={items} />}
    </Part>
  );
}
