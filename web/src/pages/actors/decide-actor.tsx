import { useDeferredValue, useState } from "react";
import { actorKinds } from "../../../../src/model/statement.ts";
import { useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { ActorRow, Page, WholeActor } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { articleName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { useWords } from "../../words/index.tsx";

type Action = "merge" | "split" | "describe";
type About = { readonly whole: WholeActor; readonly close: () => void };

/** Merging an actor with another, taking two apart, saying who it is; each shown before. */
export function ActorActions({ whole }: { readonly whole: WholeActor }) {
  const { app } = useWords();
  const may = useMay("decide");
  const [asking, setAsking] = useState<Action | null>(null);
  const close = (): void => setAsking(null);
  if (!may) return null;
  return (
    <>
      {(["merge", "split", "describe"] as const).map((action) =>
        action === "split" && documentsOf(whole).size < 2 ? null : (
          <button key={action} type="button" className="button" onClick={() => setAsking(action)}>
            {app.review[action]}
          </button>
        ),
      )}
      {asking === "merge" ? <Merge whole={whole} close={close} /> : null}
      {asking === "split" ? <Split whole={whole} close={close} /> : null}
      {asking === "describe" ? <Describe whole={whole} close={close} /> : null}
    </>
  );
}

const documentsOf = ({ positions }: WholeActor): ReadonlyMap<string, string> =>
  new Map(positions.map((one) => [one.document, articleName(one)]));

function Merge({ whole: { actor }, close }: About) {
  const { app, words } = useWords();
  const decide = useDecide();
  const [text, setText] = useState("");
  const [other, setOther] = useState<ActorRow | null>(null);
  const sought = useDeferredValue(text.trim());
  const actors = useAnswer<Page<ActorRow>>("/actors", sought === "" ? { limit: 200 } : { actor: sought, limit: 50 });
  const found = (actors.data?.items ?? []).filter(({ id }) => id !== actor.id).slice(0, 12);
  const names = [...new Set([...actor.names, ...(other === null ? [] : [other.name, ...other.names])])];
  return (
    <Ask
      title={app.review.merge}
      about={actor.id}
      close={close}
      decide={(fields, reason, expected) =>
        decide({ kind: "merge-actors", actors: [actor.id, String(fields.get("actor") ?? "")] }, reason, expected)
      }
    >
      <label>
        {app.search.label}
        <input className="field" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
      </label>
      <fieldset className="pick">
        <legend className="small soft">{app.nav.actors}</legend>
        {found.map((one) => (
          <label key={one.id}>
            <input type="radio" name="actor" value={one.id} required onChange={() => setOther(one)} /> <b>{one.name}</b>{" "}
            <span className="soft small">
              {words.kinds[one.kind]} · {app.actors.statements(one.statements)}
            </span>
          </label>
        ))}
        {actors.isSuccess && found.length === 0 ? <p className="soft small">{app.states.nothing}</p> : null}
      </fieldset>
      <section className="preview" aria-label={app.review.preview}>
        <h3>{app.review.preview}</h3>
        {other === null ? (
          <p className="soft">{app.review.nothingChosen}</p>
        ) : (
          <Would name={actor.name} names={names} statements={actor.statements + other.statements} />
        )}
      </section>
    </Ask>
  );
}

function Split({ whole, close }: About) {
  const { app } = useWords();
  const decide = useDecide();
  const [name, setName] = useState("");
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const { actor, positions } = whole;
  const documents = [...documentsOf(whole)];
  const toggle = (id: string): void =>
    setLeaving((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const gone = positions.filter(({ document }) => leaving.has(document)).length;
  return (
    <Ask
      title={app.review.split}
      about={actor.id}
      close={close}
      decide={(_, reason, expected) =>
        decide({ kind: "split-actor", actor: actor.id, documents: [...leaving], as: name.trim() }, reason, expected)
      }
    >
      <fieldset className="pick">
        <legend className="small soft">{app.review.leaving}</legend>
        {documents.map(([id, title], index) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={leaving.has(id)}
              required={index === 0 && leaving.size === 0}
              onChange={() => toggle(id)}
            />{" "}
            {title}
          </label>
        ))}
      </fieldset>
      <label>
        {app.review.newName}
        <input
          className="field"
          value={name}
          required
          maxLength={500}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <section className="preview" aria-label={app.review.preview}>
        <h3>{app.review.preview}</h3>
        {leaving.size === 0 ? (
          <p className="soft">{app.review.nothingChosen}</p>
        ) : (
          <>
            <Would name={actor.name} names={[]} positions={positions.length - gone} />
            <Would name={name.trim() || "…"} names={[]} positions={gone} />
          </>
        )}
      </section>
    </Ask>
  );
}

function Describe({ whole: { actor }, close }: About) {
  const { app, words } = useWords();
  const decide = useDecide();
  return (
    <Ask
      title={app.review.describe}
      about={actor.id}
      close={close}
      decide={(fields, reason, expected) => {
        const value = (field: string): string => String(fields.get(field) ?? "").trim();
        const roles = value("roles")
          .split(/\s*[;\n]\s*/)
          .filter((role) => role !== "");
        const changes = {
          ...(value("name") === actor.name ? {} : { name: value("name") }),
          ...(value("kind") === actor.kind ? {} : { kind: actorKinds.find((one) => one === value("kind")) }),
          ...(value("side") === (actor.side ?? "") ? {} : { side: value("side") || null }),
          ...(roles.join(";") === (actor.roles ?? []).join(";") ? {} : { roles }),
        };
        return decide({ kind: "set-actor", actor: actor.id, changes }, reason, expected);
      }}
    >
      <label>
        {words.name}
        <input className="field" name="name" defaultValue={actor.name} required maxLength={500} />
      </label>
      <label>
        {words.kind}
        <select className="field" name="kind" defaultValue={actor.kind}>
          {actorKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {app.actors.side}
        <input className="field" name="side" defaultValue={actor.side ?? ""} maxLength={500} />
      </label>
      <label>
        {app.actors.roles} (;)
        <input className="field" name="roles" defaultValue={(actor.roles ?? []).join("; ")} maxLength={2000} />
      </label>
    </Ask>
  );
}

/** An actor as it would be. */
function Would({
  name,
  names,
  statements,
  positions,
}: {
  readonly name: string;
  readonly names: readonly string[];
  readonly statements?: number;
  readonly positions?: number;
}) {
  const { app, words } = useWords();
  return (
    <p className="would bracket">
      <b>{name}</b>{" "}
      <span className="soft small">
        {statements === undefined ? null : app.actors.statements(statements)}
        {positions === undefined ? null : `${app.actors.positions}${words.colon}${positions}`}
      </span>
      {names.length === 0 ? null : <span className="also small soft">{names.join(" · ")}</span>}
    </p>
  );
}
