import { useDeferredValue, useState } from "react";
import type { Question } from "../../../../src/operations/hypotheses/index.ts";
import { useDecide } from "../../api/decide.ts";
import { Ask } from "../../parts/ask.tsx";
import { useClaims } from "../../parts/pick-claim.tsx";
import { useWords } from "../../words/index.tsx";

/** Adds an explanation or a piece of evidence: a claim of the ledger, or a sentence of one's own. */
export function PutOnTable({
  what,
  question,
  close,
}: {
  readonly what: "hypothesis" | "evidence";
  readonly question: Question;
  readonly close: () => void;
}) {
  const { app } = useWords();
  const decide = useDecide();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim().toLowerCase());
  const claims = useClaims(sought, question.story);
  const found = claims.items.filter(({ rivals }) => sought !== "" || rivals.length > 0).slice(0, 12);
  const title = what === "hypothesis" ? app.hypotheses.addExplanation : app.hypotheses.addEvidence;
  return (
    <Ask
      title={title}
      close={close}
      decide={(fields, reason) => {
        const claim = String(fields.get("claim") ?? "") || undefined;
        const kind = what === "hypothesis" ? ("add-hypothesis" as const) : ("add-evidence" as const);
        const own = claim === undefined ? { text } : { claim };
        return decide({ kind, question: question.id, ...own }, reason);
      }}
    >
      <label>
        {what === "hypothesis" ? app.hypotheses.explanation : app.hypotheses.evidence}
        <input className="field" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
      </label>
      <fieldset className="pick">
        <legend className="small soft">{sought === "" ? app.hypotheses.fromRivals : app.nav.claims}</legend>
        <label>
          <input type="radio" name="claim" value="" defaultChecked /> {text === "" ? "–" : text}
        </label>
        {found.map(({ id, proposition }) => (
          <label key={id}>
            <input type="radio" name="claim" value={id} /> {proposition}
          </label>
        ))}
      </fieldset>
    </Ask>
  );
}
