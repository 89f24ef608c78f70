import { lazy, Suspense } from "react";
import { Link } from "wouter";
import { valueText } from "../../../src/report/sentences.ts";
import { formatDay } from "../../../src/report/words/format.ts";
import type { Words } from "../../../src/report/words/words.ts";
import type { FigureGroup } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { articleName, readerLink } from "./articles.ts";
import { Reason } from "./said.tsx";
import { Nothing } from "./states.tsx";

const Axis = lazy(async () => ({ default: (await import("./figure-axis.tsx")).FigureAxis }));

type Member = FigureGroup["members"][number];

/** Figures by quantity and scope; what can't be compared stands apart, with the reason, never on an axis. */
export function FigureGroups({ groups }: { readonly groups: readonly FigureGroup[] }) {
  const { app } = useWords();
  const comparable = groups.filter((group) => group.relation !== "not-comparable");
  const apart = groups.filter((group) => group.relation === "not-comparable");
  if (groups.length === 0) return <Nothing>{app.figures.none}</Nothing>;
  return (
    <>
      {comparable.map((group) => (
        <Compared key={group.id} group={group} />
      ))}
      {apart.length === 0 ? null : (
        <section className="apart" aria-label={app.figures.apart}>
          <h3>{app.figures.apart}</h3>
          <div className="apart-in">
            {apart.map((group) => (
              <div key={group.id} className="set-apart">
                <h4>{group.quantity}</h4>
                <ul>
                  {group.members.map((member) => (
                    <MemberLine key={keyOf(member)} member={member} />
                  ))}
                </ul>
                <Reason reason={group.because} />
              </div>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Compared({ group }: { readonly group: FigureGroup }) {
  const { app, words } = useWords();
  return (
    <article className="figures">
      <h3>
        {group.quantity} <span className="count">{words.relations[group.relation]}</span>
      </h3>
      {group.members.length > 1 ? (
        <Suspense fallback={<div className="axis" />}>
          <Axis group={group} />
        </Suspense>
      ) : null}
      <details open={group.members.length < 2}>
        <summary className="small">{app.figures.table}</summary>
        <ul>
          {group.members.map((member) => (
            <MemberLine key={keyOf(member)} member={member} />
          ))}
        </ul>
      </details>
      <Reason reason={group.because} />
    </article>
  );
}

function MemberLine({ member }: { readonly member: Member }) {
  const { words } = useWords();
  const scope = scopeText(member, words);
  return (
    <li>
      <b className="num">{valueText(member, words)}</b> {member.what} · {speakerOf(member, words)}
      {scope === "" ? null : <span className="soft"> · {scope}</span>}{" "}
      <Link className="small" href={readerLink(member.document, member.statement ?? undefined)}>
        {articleName(undefined, member.uri)}
      </Link>
    </li>
  );
}

export const keyOf = ({ document, start }: Member): string => `${document} ${start}`;

export function speakerOf({ speaker }: Member, words: Words): string {
  if (speaker.id === "author" || speaker.name === "author") return words.author;
  return speaker.name === "unnamed" || speaker.name === "" ? words.unnamed : speaker.name;
}

export function scopeText({ scope }: Member, words: Words): string {
  return [scope.place, scope.time === null ? null : formatDay(words, scope.time)]
    .filter((part) => part !== null)
    .join(", ");
}
