import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { ReviewItem } from "../../../../src/operations/review.ts";
import type { DecisionRequest } from "../../api/decide.ts";
import { articleName, readerLink, speakerName } from "../../parts/articles.ts";
import { Confidence } from "../../parts/confidence.tsx";
import { DecidedBy } from "../../parts/decided.tsx";
import { firmnessOf } from "../../parts/firmness.ts";
import { Decisions } from "../../parts/history.tsx";
import { ReadingReason } from "../../parts/reading-reason.tsx";
import { useWords } from "../../words/index.tsx";
import { type Correction, correctionKeys } from "./correct.tsx";

/** A reading to be looked at: its sentence with the words marked, what the machine made of it, and what can be done. */
export function ReviewLine({
  item,
  here,
  gone,
  may,
  choose,
  correct,
  decide,
}: {
  readonly item: ReviewItem;
  readonly here: boolean;
  /** It was decided while one looked at it. */
  readonly gone: boolean;
  readonly may: boolean;
  readonly choose: () => void;
  readonly correct: (what: Correction) => void;
  readonly decide: (request: DecisionRequest, done: string) => void;
}) {
  const { app, words } = useWords();
  const place = useRef<HTMLLIElement>(null);
  const { statement, context } = item;
  useEffect(() => {
    if (here) place.current?.scrollIntoView({ block: "nearest" });
  }, [here]);
  const [first] = statement.content;
  const last = statement.content.at(-1);
  const before = context.text.slice(0, Math.max(0, (first?.start ?? context.start) - context.start));
  const marked = context.text.slice(before.length, (last?.end ?? context.start) - context.start);
  const after = context.text.slice(before.length + marked.length);
  const say = (what: Correction): void => {
    choose();
    correct(what);
  };
  return (
    <li
      ref={place}
      className={`review${here ? " here" : ""}${statement.decided === undefined ? "" : " decided"}`}
      aria-current={here}
    >
      <p className="theirs" lang={item.language === "und" ? undefined : item.language}>
        {before}
        <mark>{marked}</mark>
        {after}
      </p>
      <p className="small">
        <b>{speakerName(words, statement.speaker, undefined)}</b> {words.acts[statement.act]} ·{" "}
        {firmnessOf(statement.factuality, words.firmness)} · <Confidence value={statement.confidence} />{" "}
        <Link href={readerLink(item.document, statement.id)}>{articleName(item)}</Link>{" "}
        <DecidedBy decided={statement.decided} />
      </p>
      {here ? (
        <>
          <ReadingReason because={statement.because} />
          {gone ? (
            <p className="small" role="status">
              {app.review.gone}
            </p>
          ) : null}
          <Decisions about={statement.id} />
          {may ? (
            <p className="tools">
              <button
                type="button"
                className="button"
                onClick={() => decide({ kind: "confirm-statement", statement: statement.id }, app.review.right)}
              >
                {app.review.right} <kbd>y</kbd>
              </button>
              {correctionKeys.map(([key, correction]) => (
                <button key={key} type="button" className="button" onClick={() => say(correction)}>
                  {app.review[correction]} <kbd>{key}</kbd>
                </button>
              ))}
              <button
                type="button"
                className="button"
                onClick={() => decide({ kind: "delete-statement", statement: statement.id }, app.review.remove)}
              >
                {app.review.remove} <kbd>x</kbd>
              </button>
            </p>
          ) : null}
        </>
      ) : (
        <button type="button" className="plain small" onClick={choose}>
          {app.show}
        </button>
      )}
    </li>
  );
}
