import { lazy, Suspense, useEffect, useMemo } from "react";
import { Link, useSearchParams } from "wouter";
import type { WholeClaim } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { articlesOf, claimLink, isVerbatim, storyLink } from "../../parts/articles.ts";
import { citedClaim } from "../../parts/cite.ts";
import { Status } from "../../parts/claims.tsx";
import { PositionColumns } from "../../parts/columns.tsx";
import { Copy } from "../../parts/copy.tsx";
import { DecidedBy } from "../../parts/decided.tsx";
import { DecisionHistory } from "../../parts/history.tsx";
import { Contents, PageHead, Part } from "../../parts/page.tsx";
import { Answered } from "../../parts/states.tsx";
import { RowsTable } from "../../parts/tables.tsx";
import { useTodaysAddress } from "../../parts/today.ts";
import { useWords } from "../../words/index.tsx";
import { ArticleList } from "../story/article-list.tsx";
import { ClaimActions } from "./actions.tsx";
import { Origins } from "./origins.tsx";
import { Without } from "./without.tsx";
import { WordedBy } from "./worded.tsx";

const Graph = lazy(async () => ({ default: (await import("./graph.tsx")).Graph }));

/** A claim: who stands where in which words, what it rests on, what falls without a source, its rivals. */
export function ClaimPage({ id }: { readonly id: string }) {
  const found = useAnswer<WholeClaim>(`/claims/${encodeURIComponent(id)}`);
  useTodaysAddress(id, found.data?.id, claimLink);
  return <Answered query={found}>{(claim) => <Told claim={claim} />}</Answered>;
}

function Told({ claim }: { readonly claim: WholeClaim }) {
  const { app, words } = useWords();
  const [params] = useSearchParams();
  const meant = params.get("position");
  const articles = useMemo(() => articlesOf(claim.documents), [claim]);
  const sayings = useMemo(() => new Map(claim.told.map((one) => [one.statement, one])), [claim]);
  useEffect(() => {
    if (meant === null) return;
    const place = document.getElementById(`position-${meant}`);
    place?.closest("details")?.setAttribute("open", "");
    place?.classList.add("chosen");
    place?.scrollIntoView({ block: "center" });
  }, [meant]);
  const circles = claim.circles ?? [];
  return (
    <>
      <PageHead title={claim.proposition} theirs={isVerbatim(claim)} over={<Status of={claim.status} />}>
        {claim.story === null ? null : <Link href={storyLink(claim.story)}>{app.claim.story}</Link>}
        <Copy text={() => citedClaim(words, articles, claim)} label={app.claim.cite} />
        <RowsTable name="positions" rows={claim.positions} />
        <ClaimActions claim={claim} articles={articles} />
        <DecidedBy decided={claim.decided} />
      </PageHead>
      <Contents
        parts={[
          ["origins", app.claim.graph],
          ["without", app.claim.without],
          ...(claim.rivalClaims.length === 0 ? [] : [["rivals", app.claim.rivalsShort] as const]),
          ["history", app.review.history],
          ["articles", words.sections.articles],
        ]}
      />
      <WordedBy claim={claim} articles={articles} />
      {circles.map(({ outlets }) => (
        <p key={outlets.join(" ")} className="alarm">
          <span aria-hidden="true">⟲ </span>
          <b>{words.circle}</b>
          {words.colon}
          {[...outlets, outlets[0]].join(" → ")}
        </p>
      ))}
      <PositionColumns claim={claim} articles={articles} sayings={sayings} />
      <Part title={app.claim.graph} id="origins">
        <div className="provenance">
          <Suspense fallback={<div className="graph" />}>
            <Graph claim={claim} articles={articles} />
          </Suspense>
          <Origins claim={claim} articles={articles} />
        </div>
      </Part>
      <Without claim={claim} articles={articles} />
      {claim.rivalClaims.length === 0 ? null : (
        <Part title={app.claim.rivals} id="rivals">
          <ul>
            {claim.rivalClaims.map((rival) => (
              <li key={rival.id} className="claim-line">
                <Link className="what" href={claimLink(rival.id)}>
                  {rival.proposition}
                </Link>
                <Status of={rival.status} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <DecisionHistory about={claim.id} />
      <Part title={words.sections.articles} count={articles.rows.length} id="articles">
        <ArticleList articles={articles} />
      </Part>
      <p className="soft small verdictless">{words.noVerdict}</p>
    </>
  );
}
