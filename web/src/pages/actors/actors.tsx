import { Link } from "wouter";
import { columnOf, columns } from "../../../../src/report/words/words.ts";
import type { ActorRow, PositionKind } from "../../api/types.ts";
import { useList } from "../../api/use.ts";
import { actorLink, speakerName } from "../../parts/articles.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { More } from "../../parts/more.tsx";
import { PageHead } from "../../parts/page.tsx";
import { Failure, Loading, NothingYet } from "../../parts/states.tsx";
import { Tables } from "../../parts/tables.tsx";
import { useWords } from "../../words/index.tsx";

/** Who speaks or is spoken of, those with most statements first. */
export function Actors() {
  const { app, words } = useWords();
  const list = useList<ActorRow>("/actors", {}, 100);
  return (
    <>
      <PageHead title={app.actors.title}>
        <Tables path="/actors" />
      </PageHead>
      {list.error === null ? null : <Failure error={list.error} />}
      {list.isPending ? <Loading /> : null}
      {list.isSuccess && list.total === 0 ? <NothingYet>{app.actors.none}</NothingYet> : null}
      {list.total === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="scroll" tabIndex={0} aria-label={app.actors.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col" className="num">
                  {words.statements}
                </th>
                {columns.map((column) => (
                  <th key={column} scope="col" className={`num c-${column}`}>
                    <span className="stand">
                      <Glyph of={column} /> {words.columns[column]}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.items.map((actor) => (
                <tr key={actor.id}>
                  <th scope="row">
                    <Link href={actorLink(actor.id)}>{speakerName(words, actor, undefined)}</Link>
                    {actor.names.length === 0 ? null : (
                      <span className="soft small also">{actor.names.slice(0, 6).join(", ")}</span>
                    )}
                  </th>
                  <td>{words.kinds[actor.kind]}</td>
                  <td className="num">{actor.statements}</td>
                  {columns.map((column) => (
                    <td key={column} className="num">
                      {sum(actor, column) || <span className="soft">0</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <More list={list} />
    </>
  );
}

function sum({ positions }: ActorRow, column: string): number {
  let total = 0;
  for (const [kind, count] of Object.entries(positions)) if (columnOf[kind as PositionKind] === column) total += count;
  return total;
}
