import { useEffect, useState } from "react";
import { Link } from "wouter";
import type { CountedStory, DocumentRow, Page } from "../../api/types.ts";
import { useAnswer, useList } from "../../api/use.ts";
import { storyLink } from "../../parts/articles.ts";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";
import { Add } from "./add.tsx";

/** Stories, newest change first, with how much of each is contested, corroborated, on one origin. */
export function Home() {
  const { app } = useWords();
  const stories = useList<CountedStory>("/stories", {}, 50);
  const since = useLastVisit();
  const empty = stories.isSuccess && stories.total === 0;
  return (
    <>
      <PageHead title={app.home.title}>
        <Changed since={since} />
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
        <Add />
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
        <When value={story.when} /> · {words.articlesCount(counts.documents)}
      </p>
      <p className="small counts">
        <span className={counts.contested > 0 ? "strong" : "soft"}>{words.contestedCount(counts.contested)}</span>
        <span>{app.home.corroborated(counts.corroborated)}</span>
        <span>{app.home.single(counts["single-source"])}</span>
      </p>
    </li>
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

function Changed({ since }: { readonly since: string | null }) {
  const { app } = useWords();
  const added = useAnswer<Page<DocumentRow>>(since === null ? null : "/documents", {
    added: since ?? undefined,
    limit: 1,
  });
  if (since === null || added.data === undefined) return null;
  const when = new Date(since).toLocaleString(app === undefined ? undefined : document.documentElement.lang, {
    dateStyle: "long",
    timeStyle: "short",
  });
  return <p>{added.data.total === 0 ? app.home.unchanged(when) : app.home.since(added.data.total, when)}</p>;
}
