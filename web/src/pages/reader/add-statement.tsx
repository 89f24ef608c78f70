import { useState } from "react";
import type { Span } from "../../../../src/model/index.ts";
import { acts, factualities } from "../../../../src/model/statement.ts";
import { useDecide } from "../../api/decide.ts";
import { Ask } from "../../parts/ask.tsx";
import { Quoted } from "../../parts/said.tsx";
import { useWords } from "../../words/index.tsx";
import { ActField, FirmnessField, WhoField } from "../review/correct.tsx";

/** Offers to make a statement of the words selected. */
export function AddStatement({
  document,
  text,
  span,
  done,
}: {
  readonly document: string;
  readonly text: string;
  readonly span: Span;
  readonly done: () => void;
}) {
  const { app } = useWords();
  const decide = useDecide();
  const [meant, setMeant] = useState<Span | null>(null);
  if (meant === null) {
    return (
      <div className="notice">
        <button
          type="button"
          className="plain"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setMeant(span)}
        >
          {app.review.add}
        </button>
      </div>
    );
  }
  return (
    <Ask
      title={app.review.add}
      close={() => {
        setMeant(null);
        done();
      }}
      decide={(fields, reason) =>
        decide(
          {
            kind: "add-statement",
            document,
            content: [meant],
            speaker: String(fields.get("speaker") ?? ""),
            act: acts.find((one) => one === fields.get("act")),
            factuality: factualities.find((one) => one === fields.get("factuality")),
          },
          reason,
        )
      }
    >
      <Quoted text={text.slice(meant.start, meant.end)} />
      <WhoField />
      <ActField act="assert" />
      <FirmnessField factuality="CT+" />
    </Ask>
  );
}
