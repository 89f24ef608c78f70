import { useDeferredValue, useState } from "react";
import { useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { CountedStory, DocumentRow, Page, Story } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { articleName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { Preview } from "../../parts/preview.tsx";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";

type Known = { readonly story: CountedStory; readonly documents: readonly DocumentRow[] };

/** Merging a story with another, or sending some of its articles into one of their own; each shown before. */
export function StoryActions({ story, documents }: Known) {
  const { app } = useWords();
  const may = useMay("decide");
  const [asking, setAsking] = useState<"merge" | "split" | null>(null);
  const close = (): void => setAsking(null);
  if (!may) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking("merge")}>
        {app.review.merge}
      </button>
      {documents.length < 2 ? null : (
        <button type="button" className="button" onClick={() => setAsking("split")}>
          {app.review.split}
        </button>
      )}
      {asking === "merge" ? <Merge story={story} documents={documents} close={close} /> : null}
      {asking === "split" ? <Split story={story} documents={documents} close={close} /> : null}
    </>
  );
}

function Merge({ story, documents, close }: Known & { readonly close: () => void }) {
  const { app } = useWords();
  const decide = useDecide();
  const [text, setText] = useState("");
  const [other, setOther] = useState<CountedStory | null>(null);
  const sought = useDeferredValue(text.trim().toLowerCase());
  const stories = useAnswer<Page<CountedStory>>("/stories", { limit: 500 });
  const theirs = useAnswer<Page<DocumentRow>>(other === null ? null : "/documents", { story: other?.id, limit: 500 });
  const found = (stories.data?.items ?? [])
    .filter(({ id, title }) => id !== story.id && title.toLowerCase().includes(sought))
    .slice(0, 12);
  const both = new Map([...documents, ...(theirs.data?.items ?? [])].map((row) => [row.id, row]));
  return (
    <Ask
      title={app.review.merge}
      about={story.id}
      close={close}
      decide={(fields, reason, expected) =>
        decide({ kind: "merge-stories", stories: [story.id, String(fields.get("story") ?? "")] }, reason, expected)
      }
    >
      <label>
        {app.search.label}
        <input className="field" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
      </label>
      <fieldset className="pick">
        <legend className="small soft">{app.nav.stories}</legend>
        {found.map((one) => (
          <label key={one.id}>
            <input type="radio" name="story" value={one.id} required onChange={() => setOther(one)} />{" "}
            <span className="theirs">{one.title}</span>{" "}
            <span className="soft small">
              <When value={one.when} none={app.story.noDate} />
            </span>
          </label>
        ))}
        {stories.isSuccess && found.length === 0 ? <p className="soft small">{app.states.nothing}</p> : null}
      </fieldset>
      <Preview decision={other === null ? null : { kind: "merge-stories", stories: [story.id, other.id] }}>
        {({ stories }) => stories.after.map((one) => <Would key={one.id} story={one} rows={both} />)}
      </Preview>
    </Ask>
  );
}

function Split({ story, documents, close }: Known & { readonly close: () => void }) {
  const { app } = useWords();
  const decide = useDecide();
  const [title, setTitle] = useState("");
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string): void =>
    setLeaving((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const go = documents.filter(({ id }) => leaving.has(id));
  const stay = documents.filter(({ id }) => !leaving.has(id));
  return (
    <Ask
      title={app.review.split}
      about={story.id}
      close={close}
      decide={(_, reason, expected) =>
        decide(
          { kind: "split-story", story: story.id, documents: [...leaving], title: title.trim() || null },
          reason,
          expected,
        )
      }
    >
      <fieldset className="pick">
        <legend className="small soft">{app.review.leaving}</legend>
        {documents.map((row, index) => (
          <label key={row.id}>
            <input
              type="checkbox"
              checked={leaving.has(row.id)}
              required={index === 0 && (go.length === 0 || stay.length === 0)}
              onChange={() => toggle(row.id)}
            />{" "}
            <b>{articleName(row)}</b> <span className="theirs">{row.title ?? row.uri}</span>
          </label>
        ))}
      </fieldset>
      <label>
        {app.review.newTitle}
        <input className="field" value={title} maxLength={2000} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <Preview
        decision={
          go.length === 0 || stay.length === 0
            ? null
            : { kind: "split-story", story: story.id, documents: go.map(({ id }) => id) }
        }
      >
        {({ stories }) =>
          stories.after.map((one) => (
            <Would
              key={one.id}
              story={one.id === story.id || title.trim() === "" ? one : { ...one, title: title.trim() }}
              rows={new Map(documents.map((row) => [row.id, row]))}
            />
          ))
        }
      </Preview>
    </Ask>
  );
}

/** A story as it would be: its title, how much is told in it, and its articles. */
function Would({ story, rows }: { readonly story: Story; readonly rows: ReadonlyMap<string, DocumentRow> }) {
  const { app, words } = useWords();
  return (
    <div className="would">
      <p>
        <b className="theirs">{story.title}</b>{" "}
        <span className="soft small">
          {words.articlesCount(story.documents.length)} · {app.story.claims(story.claims.length)}
        </span>
      </p>
      <ul className="bracket small">
        {story.documents.slice(0, 30).map((id) => {
          const row = rows.get(id);
          return row === undefined ? null : (
            <li key={id}>
              {articleName(row)} <span className="theirs soft">{row.title ?? row.uri}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
