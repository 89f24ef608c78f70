import { type ReactNode, useEffect, useState } from "react";
import { Link } from "wouter";
import type { ListedDecision } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { CountedStory, DocumentRow, Page } from "../../api/types.ts";
import { useAnswer, useList } from "../../api/use.ts";
import { articleName, readerLink, storyLink } from "../../parts/articles.ts";
import { DecisionLine } from "../../parts/decision-line.tsx";
import { formatInstant } from "../../parts/instant.ts";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";
import { Add } from "./add.tsx";

/** Stories, newest change first, with how much of each is contested, corroborated, on one origin. */
export function Home() {
  const { app } = useWords();
  const may = useMay("add");
  const stories = useList<CountedStory>("/stories", {}, 50);
  const since = useLastVisit();
  const empty = stories.isSuccess && stories.total === 0;
  return (
    <>
      <PageHead title={app.home.title}>
        {may ? (
          <a className="button to-add" href="#add-h">
            {app.add.title}
          </a>
        ) : null}
        <Changed since={since} />
        {empty ? null : <Tables path="/stories" />}
      </PageHead>
      <div className="home">
        <section aria-label={app.home.title}>
          {stories.error === null ? null : <Failure error={stories.error} />}
          {stories.isPending ? <Loading /> : null}
          {empty ? <Empty /> : null}
          <ul>
            {stories.items.map((story) => (
              <StoryLine key={story.id} story={story} since={since} />
            ))}
          </ul>
          <More list={stories} />
        </section>
        {may ? <Add /> : null}
      </div>
    </>
  );
}

function Empty() {
  const { app } = useWords();
  const { title, what, example } = app.home.empty;
  return (
    <div className="state">
      <p>
        <strong>{title}.</strong> {what}
      </p>
      <p className="small soft">
        <code>{example}</code>
      </p>
    </div>
  );
}

function StoryLine({ story, since }: { readonly story: CountedStory; readonly since: string | null }) {
  const { app, words } = useWords();
  const { counts } = story;
  const fresh = since !== null && counts.changed !== null && counts.changed > since;
  return (
    <li className="story-line">
      <h2>
        <Link href={storyLink(story.id)} className="theirs">
          {story.title}
        </Link>
        {fresh ? <span className="status">{app.home.fresh}</span> : null}
      </h2>
      <p className="small soft">
        {story.where === null ? null : <>{story.where} · </>}
        <When value={story.when} none={app.story.noDate} /> · {words.articlesCount(counts.documents)}
      </p>
      <p className="small counts">
        <Count of={story} status="contested" strong>
          {words.contestedCount(counts.contested)}
        </Count>
        <Count of={story} status="corroborated">
          {app.home.corroborated(counts.corroborated)}
        </Count>
        <Count of={story} status="single-source">
          {app.home.single(counts["single-source"])}
        </Count>
      </p>
    </li>
  );
}

/** How many claims of a story stand so, leading to them. */
function Count({
  of: { id, counts },
  status,
  strong = false,
  children,
}: {
  readonly of: CountedStory;
  readonly status: "contested" | "corroborated" | "single-source";
  readonly strong?: boolean;
  readonly children: ReactNode;
}) {
  if (counts[status] === 0) return <span className="soft">{children}</span>;
  return (
    <Link className={strong ? "what strong" : "what"} href={`${storyLink(id)}?status=${status}#claims`}>
      {children}
    </Link>
  );
}

/** When this browser was here before, not counting this visit; a visit ends after an hour without a page. */
function useLastVisit(): string | null {
  const [before] = useState(() => {
    const seen = localStorage.getItem("selon.seen");
    const kept = localStorage.getItem("selon.before");
    const now = Date.now();
    const fresh = seen === null || now - Date.parse(seen) > 3_600_000;
    if (fresh && seen !== null) localStorage.setItem("selon.before", seen);
    return fresh ? seen : kept;
  });
  useEffect(() => localStorage.setItem("selon.seen", new Date().toISOString()), []);
  return before;
}

/** What was added and decided since, each leading to its place. */
function Changed({ since }: { readonly since: string | null }) {
  const { app, words } = useWords();
  const added = useAnswer<Page<DocumentRow>>(since === null ? null : "/documents", {
    added: since ?? undefined,
    limit: 8,
  });
  const decided = useAnswer<Page<ListedDecision>>(since === null ? null : "/decisions", { limit: 100 });
  if (since === null || added.data === undefined) return null;
  const when = formatInstant(words, since, "long");
  const { total, items } = added.data;
  const decisions = (decided.data?.items ?? []).filter(({ time }) => time > since);
  if (total === 0 && decisions.length === 0) return <p className="soft">{app.home.unchanged(when)}</p>;
  return (
    <details className="changed-since">
      <summary>
        {app.home.since(total, when)} {decisions.length === 0 ? null : `${app.home.decisions(decisions.length)}.`}
      </summary>
      <ul>
        {items.map((row) => (
          <li key={row.id}>
            <b>{articleName(row)}</b>{" "}
            <Link className="theirs" href={readerLink(row.id)}>
              {row.title ?? row.uri}
            </Link>
          </li>
        ))}
      </ul>
      <ol>
        {decisions.slice(0, 8).map((decision) => (
          <DecisionLine key={decision.id} decision={decision} fixed />
        ))}
      </ol>
    </details>
  );
}
