import type { Decided } from "../../../src/model/index.ts";
import { useWords } from "../words/index.tsx";
import { formatInstant } from "./instant.ts";

/** A person's work: a pencil, a name, a time; a reading of the machine has none of them. */
export function DecidedBy({ decided }: { readonly decided: Decided | undefined }) {
  const { app, words } = useWords();
  if (decided === undefined) return null;
  const when = formatInstant(words, decided.at);
  return (
    <span className="pencil">
      <span aria-hidden="true">✎ </span>
      {app.review.by(decided.by, when)}
      {decided.against === undefined || decided.against.length === 0 ? null : (
        <span className="status"> {app.review.conflict}</span>
      )}
    </span>
  );
}
