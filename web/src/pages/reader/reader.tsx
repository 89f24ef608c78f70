import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { type ListedDecision, useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { DocumentRow, HeldDocument, Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { articleName, readerLink, storyLink } from "../../parts/articles.ts";
import { citedArticle, permalink } from "../../parts/cite.ts";
import { Copy } from "../../parts/copy.tsx";
import { DecisionHistory } from "../../parts/history.tsx";
import { formatInstant } from "../../parts/instant.ts";
import { PageHead } from "../../parts/page.tsx";
import { Answered, Failure } from "../../parts/states.tsx";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";
import { ArticleText } from "./article-text.tsx";
import { Changes, useChanged } from "./changes.tsx";

/** The article with its statements marked and a margin that says who speaks; or two of them side by side. */
export function Reader({ id }: { readonly id: string }) {
  const [params, setParams] = useSearchParams();
  const other = params.get("beside");
  const statement = params.get("statement");
  const choose = (beside: string): void => setParams(beside === "" ? {} : { beside });
  const changed = useChanged(id, other);
  return (
    <>
      <div className={other === null ? "reader" : "reader two"}>
        <One
          id={id}
          statement={statement}
          margin={other === null}
          beside={other}
          setBeside={choose}
          changed={changed}
        />
        {other === null ? null : (
          <One id={other} statement={null} margin={false} beside={null} setBeside={null} changed={changed} />
        )}
      </div>
      <DecisionHistory document={id} quiet />
      <Changes document={id} beside={other !== null} />
    </>
  );
}

function One({
  id,
  statement,
  margin,
  beside,
  setBeside,
  changed,
}: {
  readonly id: string;
  readonly statement: string | null;
  readonly margin: boolean;
  readonly beside: string | null;
  readonly setBeside: ((id: string) => void) | null;
  readonly changed: ReadonlyMap<string, string>;
}) {
  const held = useAnswer<HeldDocument>(`/documents/${encodeURIComponent(id)}`);
  return (
    <Answered query={held}>
      {(found) => (
        <article className="article">
          <Head held={found} beside={beside} setBeside={setBeside} />
          <ArticleText held={found} statement={statement} margin={margin} changed={changed} />
        </article>
      )}
    </Answered>
  );
}

function Head({
  held,
  beside,
  setBeside,
}: {
  readonly held: HeldDocument;
  readonly beside: string | null;
  readonly setBeside: ((id: string) => void) | null;
}) {
  const { app, words } = useWords();
  const { document, statements, diagnostics } = held.reading;
  return (
    <>
      <PageHead
        title={document.title ?? articleName({ ...document, title: null })}
        theirs
        over={
          <>
            {document.outlet === null ? null : <b>{document.outlet} · </b>}
            <When value={document.published} />
            {document.authors.length === 0 ? null : <> · {document.authors.join(", ")}</>}
          </>
        }
      >
        <span className="small soft">{app.reader.statements(statements.length)}</span>
        {held.stories.map((story, index) => (
          <Link key={story} className="small" href={storyLink(story)}>
            {app.claim.story}
            {held.stories.length > 1 ? ` ${index + 1}` : null}
          </Link>
        ))}
        <a className="small" href={`/api/documents/${encodeURIComponent(held.id)}/capture`}>
          {app.reader.capture}
        </a>
        <span className="small">
          <Copy
            text={() =>
              `${citedArticle(words, { ...document, id: held.id }, document.uri)} ${permalink(readerLink(held.id))}`
            }
            label={app.claim.cite}
          />
        </span>
        {setBeside === null ? null : <Checked id={held.id} />}
        {setBeside === null ? null : <Beside held={held} beside={beside} setBeside={setBeside} />}
      </PageHead>
      <details className="small facts">
        <summary className="soft">
          {words.hash} · {words.captured} <When value={held.captured} />
        </summary>
        <p>
          <code>{document.uri}</code>
        </p>
        <p>
          <code>{held.id}</code>
        </p>
        {diagnostics.map(({ code, message }) => (
          <p key={`${code} ${message}`} lang="en">
            {message}
          </p>
        ))}
      </details>
    </>
  );
}

/** Whether a person looked at every statement of the article, and the way to say so. */
function Checked({ id }: { readonly id: string }) {
  const { app, words } = useWords();
  const decide = useDecide();
  const may = useMay("decide");
  const lines = useAnswer<Page<ListedDecision>>("/decisions", { about: id, kind: "check-document", limit: 20 });
  const [error, setError] = useState<unknown>(null);
  const held = (lines.data?.items ?? []).find(({ state }) => state === "stands");
  if (held !== undefined) {
    return (
      <span className="pencil">
        <span aria-hidden="true">✎ </span>
        {app.review.kinds["check-document"]}
        {words.colon}
        {app.review.by(held.author, formatInstant(words, held.time))}
      </span>
    );
  }
  if (!may) return null;
  return (
    <>
      <button
        type="button"
        className="button small"
        title={app.reader.checkWhat}
        onClick={() => void decide({ kind: "check-document", document: id }).catch(setError)}
      >
        {app.reader.check}
      </button>
      {error === null ? null : <Failure error={error} />}
    </>
  );
}

function Beside({
  held,
  beside,
  setBeside,
}: {
  readonly held: HeldDocument;
  readonly beside: string | null;
  readonly setBeside: (id: string) => void;
}) {
  const { app, words } = useWords();
  const [wanted, setWanted] = useState(beside !== null);
  const story = held.stories[0];
  const others = useAnswer<Page<DocumentRow>>(wanted ? "/documents" : null, { story, limit: 200 });
  return (
    <label className="small">
      {app.reader.beside}{" "}
      <select
        className="field"
        value={beside ?? ""}
        onFocus={() => setWanted(true)}
        onChange={(event) => setBeside(event.target.value)}
      >
        <option value="">{app.reader.alone}</option>
        {(others.data?.items ?? []).flatMap((row) =>
          row.id === held.id
            ? []
            : [
                <option key={row.id} value={row.id}>
                  {articleName(row)}
                  {words.colon}
                  {(row.title ?? row.uri).slice(0, 60)}
                </option>,
              ],
        )}
      </select>
    </label>
  );
}
