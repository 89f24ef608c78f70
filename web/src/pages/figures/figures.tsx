import { useMemo } from "react";
import { Link } from "wouter";
import type { CountedStory, DocumentRow, FigureGroup } from "../../api/types.ts";
import { useList } from "../../api/use.ts";
import { articlesOf, storyLink } from "../../parts/articles.ts";
import { FigureGroups } from "../../parts/figure-groups.tsx";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading, NothingYet } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";

/** Every figure of the ledger, story by story, by quantity and scope. */
export function Figures() {
  const { app } = useWords();
  const list = useList<FigureGroup>("/figures", {}, 60);
  const documents = useList<DocumentRow>("/documents", {}, 500);
  const stories = useList<CountedStory>("/stories", {}, 500);
  const articles = useMemo(
    () => articlesOf(documents.data?.pages.flatMap(({ items }) => items) ?? []),
    [documents.data],
  );
  const titleOf = new Map<string | null, string>(stories.items.map(({ id, title }) => [id, title]));
  // What the axes name would change under the reader's eyes.
  const waiting = list.isPending || documents.isPending || stories.isPending;
  return (
    <>
      <PageHead title={app.figures.title}>
        <Tables path="/figures" />
      </PageHead>
      {list.error === null ? null : <Failure error={list.error} />}
      {waiting ? <Loading /> : null}
      {list.isSuccess && list.items.length === 0 ? <NothingYet>{app.figures.none}</NothingYet> : null}
      {waiting
        ? null
        : [...Map.groupBy(list.items, ({ story }) => story)].map(([story, groups]) => (
            <section key={story} className="part of-story">
              <h2>
                {story === null ? (
                  app.figures.noStory
                ) : (
                  <Link className="theirs what" href={storyLink(story)}>
                    {titleOf.get(story) ?? app.claim.story}
                  </Link>
                )}
              </h2>
              <FigureGroups groups={groups} articles={articles} />
            </section>
          ))}
      <More list={list} />
    </>
  );
}
