import { memo, useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import { firstClaims } from "../../api/first.ts";
import { usePainted } from "../../api/painted.ts";
import type { ActorRow, Claim, FigureGroup, Moment, Page, WholeStory } from "../../api/types.ts";
import { useAnswer, useList, useShortList } from "../../api/use.ts";
import { type Articles, actorLink, articlesOf, speakerName, storyLink } from "../../parts/articles.ts";
import { DecidedBy } from "../../parts/decided.tsx";
import { FigureGroups } from "../../parts/figure-groups.tsx";
import { DecisionHistory } from "../../parts/history.tsx";
import { Lanes } from "../../parts/lanes.tsx";
import { More } from "../../parts/more.tsx";
import { Contents, PageHead, Part } from "../../parts/page.tsx";
import { Answered, Failure, Loading, Nothing } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useTodaysAddress } from "../../parts/today.ts";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";
import { ArticleList } from "./article-list.tsx";
import { ClaimBlock } from "./claim-block.tsx";
import { StoryActions } from "./decide-story.tsx";
import { Filters, useFilter } from "./filters.tsx";
import { InBrief } from "./in-brief.tsx";

/** A story: what stands in it in plain sentences, then its claims, figures, times, actors and articles. */
export function Story({ id }: { readonly id: string }) {
  const { language } = useWords();
  const whole = useAnswer<WholeStory>(`/stories/${encodeURIComponent(id)}`, { language });
  useTodaysAddress(id, whole.data?.story.id, storyLink);
  return <Answered query={whole}>{(found) => <Told whole={found} />}</Answered>;
}

function Told({ whole }: { readonly whole: WholeStory }) {
  const { app, words, language } = useWords();
  const { story, documents, sides, summary } = whole;
  const articles = useMemo(() => articlesOf(documents), [documents]);
  const [ready, setReady] = useState(false);
  const dossier = `/api/report?story=${encodeURIComponent(story.id)}&language=${language}`;
  return (
    <>
      <PageHead
        title={story.title}
        theirs
        over={
          <>
            {story.where === null ? null : <>{story.where} · </>}
            <When value={story.when} none={app.story.noDate} /> · {words.articlesCount(documents.length)}
          </>
        }
      >
        <a className="button" href={`${dossier}&format=html`} target="_blank" rel="noreferrer">
          {app.story.dossier}
        </a>
        <a className="small" href={`${dossier}&format=md`}>
          Markdown
        </a>
        <a className="small" href={`${dossier}&format=csv`}>
          CSV
        </a>
        <a className="small" href={`${dossier}&format=jsonld`}>
          JSON-LD
        </a>
        <StoryActions story={story} documents={documents} />
        <DecidedBy decided={story.decided} />
      </PageHead>
      <Contents
        parts={[
          ["claims", app.nav.claims],
          ["figures", words.sections.figures],
          ["timeline", words.sections.timeline],
          ["actors", words.sections.actors],
          ["articles", words.sections.articles],
        ]}
      />
      <InBrief summary={summary} />
      <Claims story={story.id} articles={articles} sides={sides} setReady={setReady} />
      {usePainted(ready) ? <Below story={story.id} articles={articles} /> : <Loading />}
    </>
  );
}

/** What stands below the first view; made once that is painted. */
const Below = memo(function Below({ story, articles }: { readonly story: string; readonly articles: Articles }) {
  const { words } = useWords();
  return (
    <>
      <FiguresOf story={story} articles={articles} />
      <TimelineOf story={story} />
      <ActorsOf story={story} />
      <Part title={words.sections.articles} count={articles.rows.length} id="articles">
        <ArticleList articles={articles} />
        <Tables path="/documents" params={{ story }} />
      </Part>
      <DecisionHistory about={story} quiet />
    </>
  );
});

function Claims({
  story,
  articles,
  sides,
  setReady,
}: {
  readonly story: string;
  readonly articles: Articles;
  readonly sides: readonly string[];
  readonly setReady: (ready: boolean) => void;
}) {
  const { app } = useWords();
  const [filter, setFilter] = useFilter();
  const list = useShortList<Claim>("/claims", { story, ...filter }, firstClaims);
  const settled = !list.isPending;
  useEffect(() => {
    if (settled) setReady(true);
  }, [settled, setReady]);
  return (
    <Part title={app.nav.claims} count={list.total} id="claims">
      <Filters
        filter={filter}
        setFilter={setFilter}
        articles={articles}
        story={story}
        sides={sides}
        ready={list.painted}
      />
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess && list.items.length === 0 ? <Nothing>{app.states.nothing}</Nothing> : null}
      {list.items.map((claim) => (
        <ClaimBlock key={claim.id} claim={claim} articles={articles} />
      ))}
      <More list={list} />
      <Tables path="/claims" params={{ story, ...filter }} />
    </Part>
  );
}

function FiguresOf({ story, articles }: { readonly story: string; readonly articles: Articles }) {
  const { words } = useWords();
  const list = useList<FigureGroup>("/figures", { story }, 100);
  return (
    <Part title={words.sections.figures} count={list.total} id="figures">
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess ? <FigureGroups groups={list.items} articles={articles} /> : null}
      <More list={list} />
      <Tables path="/figures" params={{ story }} />
    </Part>
  );
}

function TimelineOf({ story }: { readonly story: string }) {
  const { words } = useWords();
  const list = useList<Moment>("/timeline", { story }, 200);
  return (
    <Part title={words.sections.timeline} id="timeline">
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess ? <Lanes moments={list.items} /> : null}
      <More list={list} />
      <Tables path="/timeline" params={{ story }} />
    </Part>
  );
}

function ActorsOf({ story }: { readonly story: string }) {
  const { app, words } = useWords();
  const actors = useAnswer<Page<ActorRow>>("/actors", { story, limit: 60 });
  return (
    <Part title={words.sections.actors} id="actors">
      <Answered query={actors}>
        {({ items }) => (
          <ul className="names">
            {items.map((actor) => (
              <li key={actor.id}>
                <Link href={actorLink(actor.id)}>{speakerName(words, actor, undefined)}</Link>{" "}
                <span className="soft small">
                  {words.kinds[actor.kind]} · {app.actors.statements(actor.statements)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <Tables path="/actors" params={{ story }} />
    </Part>
  );
}
