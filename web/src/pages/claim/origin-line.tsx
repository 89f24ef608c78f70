import { useDecide } from "../../api/decide.ts";
import type { WholeClaim } from "../../api/types.ts";
import type { Articles } from "../../parts/articles.ts";
import { ArticleLink } from "../../parts/columns.tsx";
import { formatInstant } from "../../parts/instant.ts";
import { Reason } from "../../parts/said.tsx";
import { useWords } from "../../words/index.tsx";
import type { Placed } from "./origins.tsx";

/** One origin: its root, the articles that rest on it, and each collapse with its reason and the way back. */
export function OriginLine({
  line: { id, group },
  claim,
  articles,
  may,
  chosen,
  choose,
  apart,
}: {
  readonly line: Placed;
  readonly claim: WholeClaim;
  readonly articles: Articles;
  readonly may: boolean;
  readonly chosen: boolean;
  readonly choose: () => void;
  readonly apart: (statements?: readonly string[]) => void;
}) {
  const { app, words } = useWords();
  const decide = useDecide();
  const { collapses = [], decided } = group;
  const root = group.root === "" || group.root === "unnamed" ? words.unnamed : group.root;
  const held = new Set(group.members);
  const carried = new Map(
    claim.positions.flatMap((one) => (held.has(one.statement) ? [[one.document as string, one] as const] : [])),
  );
  const several = group.members.length > 1;
  return (
    <li
      id={id}
      tabIndex={-1}
      className={`origin${several ? " several" : ""}${decided === undefined ? "" : " decided"}`}
    >
      <p className="origin-head">
        {may ? (
          <input type="checkbox" checked={chosen} onChange={choose} aria-label={app.origins.choose(root)} />
        ) : null}
        <b>{root}</b>
        {group.party === true ? <span className="status">{app.origins.party}</span> : null}
        <span className="soft small">
          {carried.size > 1 ? words.countsOnce(words.inArticles(carried.size)) : words.inArticles(carried.size)}
        </span>
        {may && several ? (
          <button type="button" className="button small" onClick={() => apart()}>
            {app.review.apart} <kbd>s</kbd>
          </button>
        ) : null}
      </p>
      <p className="where">
        {[...carried.values()].map((one) => (
          <ArticleLink key={one.document} {...one} articles={articles} />
        ))}
      </p>
      {decided === undefined ? null : (
        <p className="pencil">
          <span aria-hidden="true">✎ </span>
          {app.review.by(decided.by, formatInstant(words, decided.at))}{" "}
          {may ? (
            <button
              type="button"
              className="plain"
              onClick={() => void decide({ kind: "undo", decision: decided.decision })}
            >
              {app.review.undo}
            </button>
          ) : null}
        </p>
      )}
      {collapses.length === 0 ? <Reason reason={group.because} /> : null}
      <ul>
        {collapses.map(({ id: key, certain, roots, because }) => (
          <li key={key} className={`collapse${certain ? "" : " maybe"}`}>
            <p className="small">
              {roots.map(({ name }) => (name === "unnamed" ? words.unnamed : name)).join(" = ")}{" "}
              <span className="status">{certain ? app.origins.certain : app.origins.possible}</span>{" "}
              {may ? (
                <button type="button" className="plain" onClick={() => apart(roots[1].members)}>
                  {app.review.apart}
                </button>
              ) : null}
            </p>
            <Reason reason={because} />
          </li>
        ))}
      </ul>
    </li>
  );
}
