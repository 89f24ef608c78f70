import { Link, useSearchParams } from "wouter";
import { useList } from "../../api/use.ts";
import { readerLink } from "../../parts/articles.ts";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { type Hit, Snippet } from "../../parts/snippet.tsx";
import { Failure, Loading, Nothing } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";

/** All the sentences found, each leading to its place in the article. */
export function Search() {
  const { app, words } = useWords();
  const [params, setParams] = useSearchParams();
  const asked = params.get("q") ?? "";
  return (
    <>
      <PageHead title={asked === "" ? app.search.label : `${app.search.label}${words.colon}${asked}`}>
        <form
          className="tools"
          onSubmit={(event) => {
            event.preventDefault();
            setParams({ q: String(new FormData(event.currentTarget).get("q") ?? "") });
          }}
        >
          <label>
            {app.search.label}
            <input key={asked} className="field" name="q" defaultValue={asked} placeholder={app.search.hint} />
          </label>
          <button type="submit" className="button first">
            {app.search.go}
          </button>
        </form>
      </PageHead>
      {asked === "" ? <How /> : <Answer asked={asked} />}
    </>
  );
}

/** What can be looked for, and how one writes it. */
function How() {
  const { app } = useWords();
  return (
    <>
      <p className="soft">{app.search.how}</p>
      <dl className="fields">
        {app.search.fields.map(([example, what]) => (
          <div key={example}>
            <dt>
              <Link href={`/search?q=${encodeURIComponent(example)}`}>
                <code>{example}</code>
              </Link>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Answer({ asked }: { readonly asked: string }) {
  const { app } = useWords();
  const list = useList<Hit>("/search", { q: asked }, 50);
  return (
    <>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess ? (
        <div className="tools">
          <p className="soft">{app.search.results(list.total)}</p>
          {list.total === 0 ? null : <Tables path="/search" params={{ q: asked }} />}
        </div>
      ) : null}
      {list.isSuccess && list.items.length === 0 ? <Nothing>{app.search.nothing(asked)}</Nothing> : null}
      <ul className="hits">
        {list.items.map((hit) => (
          <li key={`${hit.document} ${hit.start}`}>
            <Link className="hit" href={readerLink(hit.document, hit.statements[0]?.id)}>
              <Snippet hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
