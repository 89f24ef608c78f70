import { lazy, Suspense, useMemo } from "react";
import { Link } from "wouter";
import { valueText } from "../../../src/report/sentences.ts";
import { formatDay } from "../../../src/report/words/format.ts";
import type { Words } from "../../../src/report/words/words.ts";
import type { FigureGroup } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { type Articles, articleName, articleOf, readerLink, speakerName } from "./articles.ts";
import { citedFigure } from "./cite.ts";
import { Copy } from "./copy.tsx";
import { figureRows } from "./figure-rows.ts";
import { Reason } from "./said.tsx";
import { Nothing } from "./states.tsx";
import { RowsTable } from "./tables.tsx";

const Axis = lazy(async () => ({ default: (await import("./figure-axis.tsx")).FigureAxis }));

export type Member = FigureGroup["members"][number];
type Shown = { readonly group: FigureGroup; readonly articles: Articles };

/** Figures by quantity and scope; what can't be compared stands apart, with the reason, never on an axis. */
export function FigureGroups({
  groups,
  articles,
}: {
  readonly groups: readonly FigureGroup[];
  readonly articles: Articles;
}) {
  const { app } = useWords();
  const comparable = groups.filter((group) => group.relation !== "not-comparable");
  const apart = groups.filter((group) => group.relation === "not-comparable");
  if (groups.length === 0) return <Nothing>{app.figures.none}</Nothing>;
  return (
    <>
      {comparable.map((group) => (
        <Compared key={group.id} group={group} articles={articles} />
      ))}
      {apart.length === 0 ? null : (
        <section className="apart" aria-label={app.figures.apart}>
          <h3>{app.figures.apart}</h3>
          <div className="apart-in">
            {apart.map((group) => (
              <div key={group.id} className="set-apart">
                <h4>{group.quantity}</h4>
                <Members group={group} articles={articles} />
                <Reason reason={group.because} />
              </div>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Compared({ group, articles }: Shown) {
  const { app, words } = useWords();
  const scope = commonScope(group.members, words);
  const rows = useMemo(() => figureRows(group, articles, words), [group, articles, words]);
  return (
    <article className="figures">
      <h3>
        {group.quantity}
        {scope === "" ? null : <span className="count">, {scope}</span>}{" "}
        <span className="status">{words.relations[group.relation]}</span>
      </h3>
      {rows.length > 1 ? (
        <Suspense fallback={<div className="axis" />}>
          <Axis quantity={group.quantity} rows={rows} />
        </Suspense>
      ) : (
        rows.map(({ key, name, label }) => (
          <p key={key}>
            <b className="num">{label}</b> · {name}
          </p>
        ))
      )}
      <Reason reason={group.because} />
      <details open={group.members.length < 2}>
        <summary className="small">{app.figures.table}</summary>
        <Members group={group} articles={articles} />
        <RowsTable name={group.id} rows={group.members} />
      </details>
    </article>
  );
}

function Members({ group, articles }: Shown) {
  return (
    <ul>
      {group.members.map((member) => (
        <MemberLine key={`${member.document} ${member.start}`} member={member} articles={articles} />
      ))}
    </ul>
  );
}

function MemberLine({ member, articles }: { readonly member: Member; readonly articles: Articles }) {
  const { app, words } = useWords();
  const scope = scopeText(member, words);
  const row = articleOf(articles, member.document);
  return (
    <li>
      <b className="num">{valueText(member, words)}</b> {member.what} · {speakerName(words, member.speaker, row)}
      {scope === "" ? null : <span className="soft"> · {scope}</span>}{" "}
      <span className="where small">
        <Link href={readerLink(member.document, member.statement ?? undefined)}>{articleName(row, member.uri)}</Link>{" "}
        <Copy
          text={() => citedFigure(words, articles, member)}
          label={app.claim.citeShort}
          about={`${valueText(member, words)} ${member.what}`}
        />
      </span>
    </li>
  );
}

function scopeText({ scope }: Member, words: Words): string {
  return [scope.place, scope.time === null ? null : formatDay(words, scope.time)]
    .filter((part) => part !== null)
    .join(", ");
}

/** What every member says of where and when, for the head of the group. */
function commonScope(members: readonly Member[], words: Words): string {
  const said = new Set(members.map((member) => scopeText(member, words)).filter((scope) => scope !== ""));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : "";
}
