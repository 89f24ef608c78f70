import { Link } from "wouter";
import type { DocumentRow } from "../api/types.ts";
import { useList } from "../api/use.ts";
import { articleName, readerLink } from "../parts/articles.ts";
import { More } from "../parts/more.tsx";
import { PageHead } from "../parts/page.tsx";
import { Failure, Loading, NothingYet } from "../parts/states.tsx";
import { Tables } from "../parts/tables.tsx";
import { When } from "../parts/when.tsx";
import { useWords } from "../words/index.tsx";

/** Every article of the ledger by date of publication. */
export function Documents() {
  const { app } = useWords();
  const list = useList<DocumentRow>("/documents", {}, 100);
  return (
    <>
      <PageHead title={app.nav.articles}>
        <Tables path="/documents" />
      </PageHead>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess && list.total === 0 ? <NothingYet>{`${app.home.empty.title}.`}</NothingYet> : null}
      <ul className="articles">
        {list.items.map((row) => (
          <li key={row.id}>
            <b>{articleName(row)}</b>
            <Link className="theirs" href={readerLink(row.id)}>
              {row.title ?? row.uri}
            </Link>
            <span className="soft small">
              <When value={row.published} /> · {row.language} · {app.reader.statements(row.statements)}
            </span>
          </li>
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
