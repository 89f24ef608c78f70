import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import { formatDate } from "../../../../src/report/words/format.ts";
import type { WholeClaim } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import {
  type Articles,
  articleName,
  articleOf,
  articlesOf,
  claimLink,
  speakerName,
  storyLink,
} from "../../parts/articles.ts";
import { Status } from "../../parts/claims.tsx";
import { PositionColumns } from "../../parts/columns.tsx";
import { DecisionHistory } from "../../parts/history.tsx";
import { PageHead, Part } from "../../parts/page.tsx";
import { Reason } from "../../parts/said.tsx";
import { Answered } from "../../parts/states.tsx";
import { useWords } from "../../words/index.tsx";
import { ClaimActions } from "./actions.tsx";
import { Without } from "./without.tsx";

const Graph = lazy(async () => ({ default: (await import("./graph.tsx")).Graph }));

/** A claim: who stands where in which words, what it rests on, what falls without a source, its rivals. */
export function ClaimPage({ id }: { readonly id: string }) {
  const found = useAnswer<WholeClaim>(`/claims/${encodeURIComponent(id)}`);
  return <Answered query={found}>{(claim) => <Told claim={claim} />}</Answered>;
}

function Told({ claim }: { readonly claim: WholeClaim }) {
  const { app, words } = useWords();
  const articles = articlesOf(claim.documents);
  return (
    <>
      <PageHead title={claim.proposition} over={<Status of={claim.status} />}>
        {claim.story === null ? null : <Link href={storyLink(claim.story)}>{app.claim.story}</Link>}
        <Cite claim={claim} articles={articles} />
      </PageHead>
      <PositionColumns claim={claim} articles={articles} />
      <ClaimActions claim={claim} articles={articles} />
      <Part title={app.claim.graph} id="origins">
        <Suspense fallback={<div className="graph" />}>
          <Graph claim={claim} articles={articles} />
        </Suspense>
        <Groups claim={claim} articles={articles} />
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
      <p className="soft small">{words.noVerdict}</p>
    </>
  );
}

/** The same as the drawing, in words: each root with what rests on it and why it counts once. */
function Groups({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  return (
    <details>
      <summary className="small">{app.claim.graphText}</summary>
      {(["affirm", "deny"] as const).map((side) => (
        <div key={side} className={`side c-${side}`}>
          <h3 className="stand">
            {words.columns[side]}
            {words.colon}
            {words.origins(claim.origins[side].lower, claim.origins[side].upper)}
          </h3>
          <ul>
            {claim.origins[side].groups.map((group) => (
              <li key={`${group.root} ${group.members[0]}`}>
                <p>
                  <b>{group.root}</b>{" "}
                  <span className="soft">{memberNames(claim, articles, group.members).join(", ")}</span>
                </p>
                <Reason reason={group.because} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

function memberNames(claim: WholeClaim, articles: Articles, members: readonly string[]): string[] {
  const held = new Set(members);
  const names = claim.positions.flatMap(({ statement, document, uri }) =>
    held.has(statement) ? [articleName(articleOf(articles, document), uri)] : [],
  );
  return [...new Set(names)];
}

function Cite({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const lines = claim.positions.map((position) => {
      const row = articleOf(articles, position.document);
      const [open, close] = words.quote;
      const date = row?.published == null ? words.noDate : formatDate(words, row.published);
      const name = speakerName(words, position.speaker, row);
      return `${name} ${words.positions[position.position]}${words.colon}${open}${position.evidence.text}${close} (${articleName(row, position.uri)}, ${date}, ${position.uri})`;
    });
    await navigator.clipboard.writeText(`${claim.proposition}\n${lines.join("\n")}\n${window.location.href}\n`);
    setCopied(true);
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => void copy()}>
        {app.claim.cite}
      </button>
      <span role="status" className="soft">
        {copied ? app.claim.copied : ""}
      </span>
    </>
  );
}
