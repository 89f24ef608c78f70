import { Link } from "wouter";
import type { DocumentRef } from "../../api/types.ts";
import { type Articles, articleName, readerLink } from "../../parts/articles.ts";
import { When } from "../../parts/when.tsx";

/** Articles by number: paper, title, date. */
export function ArticleList({ articles }: { readonly articles: Articles }) {
  return (
    <ol className="articles">
      {articles.rows.map((row: DocumentRef, index) => (
        <li key={row.id}>
          <span className="num soft">[{index + 1}]</span>
          <span>
            <b>{articleName(row)}</b>{" "}
            <Link className="theirs" href={readerLink(row.id)}>
              {row.title ?? row.uri}
            </Link>
            <span className="printed also small">
              {row.uri} · <code>{row.id}</code>
            </span>
          </span>
          <span className="soft small">
            <When value={row.published} /> · {row.language}
          </span>
        </li>
      ))}
    </ol>
  );
}
