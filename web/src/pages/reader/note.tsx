import { useState } from "react";
import { Link } from "wouter";
import { standOf } from "../../../../src/report/marks.ts";
import { carriersOf } from "../../../../src/report/view.ts";
import { formatDate } from "../../../../src/report/words/format.ts";
import { columnOf } from "../../../../src/report/words/words.ts";
import { useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { Stand, Statement } from "../../api/types.ts";
import { claimLink, speakerName } from "../../parts/articles.ts";
import { Confidence } from "../../parts/confidence.tsx";
import { DecidedBy } from "../../parts/decided.tsx";
import { firmnessOf } from "../../parts/firmness.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { ReadingReason } from "../../parts/reading-reason.tsx";
import { useWords } from "../../words/index.tsx";
import { Correct, type Correction } from "../review/correct.tsx";
import type { Numbered } from "./article-text.tsx";

/** What the margin says of a statement: who, through whom, which act, how firmly, how sure the reading is, and why. */
export function Note({
  one: { statement, number, depth },
  stands,
  chosen,
}: {
  readonly one: Numbered;
  readonly stands: readonly Stand[];
  readonly chosen: boolean;
}) {
  const { app, words } = useWords();
  const { speaker, speaksFor, chain, act, factuality, confidence, because, said } = statement;
  const column = columnOf[stands[0]?.position ?? standOf(statement)];
  const carriers = carriersOf(chain, speaker);
  // One statement may stand in a claim more than once, with several of its words.
  const claims = [...new Map(stands.map((stand) => [stand.claim, stand])).values()].slice(0, 3);
  const name = speaker.kind === "author" ? words.ownVoice : speakerName(words, speaker, undefined);
  return (
    <li
      id={`n${number}`}
      className={`note d${Math.min(3, depth)}${chosen ? " chosen" : ""}${statement.decided === undefined ? "" : " decided"}`}
    >
      <p>
        <span className="num soft">{number}</span>{" "}
        <span className={`stand c-${column}`} title={factuality}>
          <Glyph of={column} />
        </span>{" "}
        <b>{name}</b>
        {speaksFor === null ? null : (
          <span className="soft">
            {" "}
            {words.speaksFor} {speaksFor.name}
          </span>
        )}{" "}
        {words.acts[act]}
        <span className="soft"> · {firmnessOf(factuality, words.firmness)}</span>
        {carriers.length === 0 ? null : (
          <span className="soft">
            {" "}
            {words.via} {carriers.map((link) => speakerName(words, link, undefined)).join(" › ")}
          </span>
        )}
        {said === null ? null : <span className="soft num"> · {formatDate(words, said)}</span>}
      </p>
      {claims.map((stand) => (
        <p key={stand.claim}>
          <Link href={claimLink(stand.claim)}>{short(stand.proposition)}</Link>
        </p>
      ))}
      <details className="why">
        <summary>
          {app.claim.why} <Confidence value={confidence} />
        </summary>
        <ReadingReason because={because} />
        <Corrections statement={statement} />
      </details>
      <DecidedBy decided={statement.decided} />
    </li>
  );
}

/** What can be corrected about a statement, in its place. */
function Corrections({ statement }: { readonly statement: Statement }) {
  const { app } = useWords();
  const decide = useDecide();
  const may = useMay("decide");
  const [asking, setAsking] = useState<Correction | null>(null);
  if (!may) return null;
  return (
    <div className="corrections">
      {(["speaker", "chain", "speaksFor", "act", "factuality", "note"] as const).map((what) => (
        <button key={what} type="button" className="plain" onClick={() => setAsking(what)}>
          {app.review[what]}
        </button>
      ))}
      <button
        type="button"
        className="plain"
        onClick={() => void decide({ kind: "delete-statement", statement: statement.id })}
      >
        {app.review.remove}
      </button>
      {asking === null ? null : <Correct correction={asking} statement={statement} close={() => setAsking(null)} />}
    </div>
  );
}

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
