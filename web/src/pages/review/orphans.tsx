import type { ListedDecision } from "../../api/decide.ts";
import type { Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { DecisionLine } from "../../parts/decision-line.tsx";
import { useWords } from "../../words/index.tsx";

/** Decisions that lost the words they were about: kept, and shown until somebody settles them. */
export function Orphans() {
  const { app } = useWords();
  const orphans = useAnswer<Page<ListedDecision>>("/decisions", { orphans: "true", limit: 50 });
  const items = orphans.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="orphans" aria-label={app.review.orphans}>
      <h2>{app.review.orphans}</h2>
      <ol>
        {items.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ol>
    </section>
  );
}
