import { Link } from "wouter";
import type { Change, Revision } from "../../../../src/operations/revisions.ts";
import { isAuthor } from "../../../../src/report/words/format.ts";
import type { Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { readerLink, speakerName } from "../../parts/articles.ts";
import { Part } from "../../parts/page.tsx";
import { Quoted, Reason } from "../../parts/said.tsx";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";

/** What became of the statements of two versions of a page, by statement, in a word; nothing where they are not two. */
export function useChanged(one: string, other: string | null): ReadonlyMap<string, string> {
  const { app } = useWords();
  const revisions = useAnswer<Page<Revision>>(other === null ? null : "/revisions", { page: one, limit: 50 });
  const between = (revisions.data?.items ?? []).find(
    ({ from, to }) =>
      (from.document === one && to.document === other) || (from.document === other && to.document === one),
  );
  const found = new Map<string, string>();
  for (const { kind, before, after } of between?.changes ?? []) {
    for (const side of [before, after]) {
      if (side?.statement != null) found.set(`${side.document} ${side.statement}`, app.reader.changes[kind]);
    }
  }
  return found;
}

/** What the versions of a page added, withdrew, hedged or hardened, each leading to its words in both. */
export function Changes({ document, beside }: { readonly document: string; readonly beside: boolean }) {
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
            {beside ? null : (
              <Link
                className="small in-text"
                href={`${readerLink(revision.from.document)}?beside=${encodeURIComponent(revision.to.document)}`}
              >
                {app.reader.bothVersions}
              </Link>
            )}
          </h3>
          {revision.changes.length === 0 ? <p className="soft">{app.reader.unchanged}</p> : null}
          <ul className="changes">
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
        <b>
          {told === null ? null : isAuthor(told.speaker) ? app.reader.own : speakerName(words, told.speaker, undefined)}
        </b>
      </p>
      {[change.before, change.after].map((side, index) =>
        side === null ? null : (
          <div key={side.document} className={index === 0 ? "before" : "after"}>
            <Quoted text={side.spans.map(({ text }) => text).join(" … ")} />
            <Link className="small in-text" href={readerLink(side.document, side.statement)}>
              {app.claim.inText}
            </Link>
          </div>
        ),
      )}
      <Reason reason={change.because} />
    </li>
  );
}
