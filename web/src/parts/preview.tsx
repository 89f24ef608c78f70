import type { ReactNode } from "react";
import type { DecisionRequest } from "../api/decide.ts";
import { type Previewed, usePreview } from "../api/preview.ts";
import { useWords } from "../words/index.tsx";
import { Answered } from "./states.tsx";

/** What would become of it, before it is decided; until something is chosen, that it will stand here. */
export function Preview({
  decision,
  className = "",
  children,
}: {
  readonly decision: DecisionRequest | null;
  readonly className?: string;
  readonly children: (would: Previewed) => ReactNode;
}) {
  const { app } = useWords();
  const would = usePreview(decision);
  return (
    <section className={`preview ${className}`} aria-label={app.review.preview} aria-busy={would.isFetching}>
      <h3>{app.review.preview}</h3>
      {decision === null ? (
        <p className="soft">{app.review.nothingChosen}</p>
      ) : (
        <Answered query={would}>{children}</Answered>
      )}
    </section>
  );
}
