import { useState } from "react";
import type { Span } from "../../../../src/model/index.ts";
import { acts, factualities } from "../../../../src/model/statement.ts";
import { useDecide } from "../../api/decide.ts";
import { speakerName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { Quoted } from "../../parts/said.tsx";
import { useWords } from "../../words/index.tsx";
import { ActField, FirmnessField, WhoField } from "../review/correct.tsx";
import type { Numbered } from "./article-text.tsx";

/** Offers to make a statement of the words selected, or the words of one that is there already. */
export function AddStatement({
  document,
  text,
  span,
  statements,
  done,
}: {
  readonly document: string;
  readonly text: string;
  readonly span: Span;
  readonly statements: readonly Numbered[];
  readonly done: () => void;
}) {
  const { app, words } = useWords();
  const decide = useDecide();
  const [of, setOf] = useState("");
  const [meant, setMeant] = useState<Span | null>(null);
  if (meant === null) {
    return (
      <div className="notice offer">
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
      about={of === "" ? undefined : of}
      decide={(fields, reason, expected) =>
        of !== ""
          ? decide({ kind: "correct-statement", statement: of, changes: { content: [meant] } }, reason, expected)
          : decide(
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
      <label>
        {app.reader.makes}
        <select className="field" value={of} onChange={(event) => setOf(event.target.value)}>
          <option value="">{app.reader.newOne}</option>
          {near(statements, meant).map(({ statement, number }) => (
            <option key={statement.id} value={statement.id}>
              {app.reader.wordsOf(number, speakerName(words, statement.speaker, undefined))}
            </option>
          ))}
        </select>
      </label>
      {of === "" ? (
        <>
          <WhoField />
          <ActField act="assert" />
          <FirmnessField factuality="CT+" />
        </>
      ) : null}
    </Ask>
  );
}

/** The statements whose words are nearest, in the order of the text. */
function near(statements: readonly Numbered[], { start, end }: Span): Numbered[] {
  const away = ({ statement: { content } }: Numbered): number =>
    Math.min(...content.map((part) => Math.max(0, part.start - end, start - part.end)));
  return statements
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, 8)
    .sort((a, b) => a.number - b.number);
}
