import { memo } from "react";
import { Link } from "wouter";
import type { Summary } from "../../api/types.ts";
import { claimLink } from "../../parts/articles.ts";
import { useWords } from "../../words/index.tsx";

type Items = Summary["contested"];

/** In plain sentences: what nobody disputes, what is contested, what rests on one origin, which figures differ. */
export const InBrief = memo(function InBrief({ summary }: { readonly summary: Summary }) {
  const { words } = useWords();
  const { sections } = words;
  return (
    <section aria-label={sections.summary}>
      <p className="intro">{summary.intro}</p>
      <Row title={sections.contested} items={summary.contested} none={words.nothingContested} />
      <Row title={sections.undisputed} items={summary.undisputed} none={words.nothingUndisputed} />
      <Row title={sections.singleOrigin} items={summary.singleOrigin} none={words.nothingSingle} />
      <div className="sum">
        <h2>{sections.figures}</h2>
        {summary.figures.length === 0 ? (
          <p className="soft">{words.nothingFigures}</p>
        ) : (
          <ul>
            {summary.figures.map(({ group, quantity, sentence }) => (
              <li key={group}>
                <b>{quantity}</b>
                {words.colon}
                {sentence}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
});

/** So many of each stand at first, so that the first screen tells something of all. */
const atFirst = 5;

function Row({ title, items, none }: { readonly title: string; readonly items: Items; readonly none: string }) {
  const { app } = useWords();
  return (
    <div className="sum">
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <div>
          <Lines items={items.slice(0, atFirst)} />
          {items.length <= atFirst ? null : (
            <details>
              <summary className="small">{app.story.further(items.length - atFirst)}</summary>
              <Lines items={items.slice(atFirst)} />
            </details>
          )}
        </div>
      )}
    </div>
  );
}

function Lines({ items }: { readonly items: Items }) {
  return (
    <ul>
      {items.map(({ claim, proposition, verbatim, sentence }) => (
        <li key={claim}>
          <Link className={verbatim ? "theirs what" : "what"} href={claimLink(claim)}>
            {proposition}
          </Link>
          <span className="standing">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
