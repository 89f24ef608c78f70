import { Link } from "wouter";
import type { Change, Revision } from "../../../../src/operations/revisions.ts";
import type { Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { readerLink } from "../../parts/articles.ts";
import { Part } from "../../parts/page.tsx";
import { Quoted, Reason } from "../../parts/said.tsx";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";

/** What the versions of a page added, withdrew, hedged or hardened, each leading to its words in both. */
export function Changes({ document }: { readonly document: string }) {
  const { app } = useWords();
  const revisions = useAnswer<Page<Revision>>("/revisions", { page: document, limit: 50 });
  const items = revisions.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Part title={app.reader.versions} count={items.length + 1} id="versions">
      {items.map((revision) => (
        <section key={revision.to.document} className="revision">
          <h3>
            <When value={revision.at} />{" "}
            <Link
              className="small"
              href={`${readerLink(revision.from.document)}?beside=${encodeURIComponent(revision.to.document)}`}
            >
              {app.reader.beside}
            </Link>
          </h3>
          {revision.changes.length === 0 ? <p className="soft">{app.reader.unchanged}</p> : null}
          <ul>
            {revision.changes.map((change) => (
              <Changed key={`${change.kind} ${change.before?.statement} ${change.after?.statement}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </Part>
  );
}

function Changed({ change }: { readonly change: Change }) {
  const { app, words } = useWords();
  const told = change.after ?? change.before;
  return (
    <li className="entry">
      <p className="who">
        <span className="status">{app.reader.changes[change.kind]}</span>{" "}
        <b>{told?.speaker.name === "unnamed" ? words.unnamed : told?.speaker.name}</b>
      </p>
      {[change.before, change.after].map((side, index) =>
        side === null ? null : (
          <div key={side.document} className={index === 0 ? "before" : "after"}>
            <Quoted text={side.spans.map(({ text }) => text).join(" … ")} />
            <Link className="small" href={readerLink(side.document, side.statement)}>
              {app.claim.inText}
            </Link>
          </div>
        ),
      )}
      <Reason reason={change.because} />
    </li>
  );
}
