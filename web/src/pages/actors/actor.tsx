import { Link } from "wouter";
import { columnOf } from "../../../../src/report/words/words.ts";
import type { ActorPosition, WholeActor } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { actorLink, articleName, claimLink, readerLink, speakerName } from "../../parts/articles.ts";
import { Status } from "../../parts/claims.tsx";
import { DecidedBy } from "../../parts/decided.tsx";
import { Glyph } from "../../parts/glyph.tsx";
import { DecisionHistory } from "../../parts/history.tsx";
import { PageHead, Part } from "../../parts/page.tsx";
import { Quoted } from "../../parts/said.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import { RowsTable } from "../../parts/tables.tsx";
import { useTodaysAddress } from "../../parts/today.ts";
import { When } from "../../parts/when.tsx";
import { useWords } from "../../words/index.tsx";
import { ActorActions } from "./decide-actor.tsx";

/** One actor: names and roles, what it stood for over time, and where it turned. */
export function Actor({ id }: { readonly id: string }) {
  const found = useAnswer<WholeActor>(`/actors/${encodeURIComponent(id)}`);
  useTodaysAddress(id, found.data?.actor.id, actorLink);
  return <Answered query={found}>{(whole) => <Told whole={whole} />}</Answered>;
}

function Told({ whole }: { readonly whole: WholeActor }) {
  const { actor, positions, turns } = whole;
  const { app, words } = useWords();
  const turned = new Set(turns.map(({ to }) => `${to.claim} ${to.statement}`));
  const claims = Map.groupBy(positions, ({ claim }) => claim);
  return (
    <>
      <PageHead title={speakerName(words, actor, undefined)} over={words.kinds[actor.kind]}>
        <span className="soft">
          {app.actors.documents(actor.documents)} · {app.actors.statements(actor.statements)}
        </span>
        <ActorActions whole={whole} />
        <RowsTable name="positions" rows={positions} />
        <DecidedBy decided={actor.decided} />
      </PageHead>
      {actor.names.length === 0 ? null : (
        <p>
          <span className="soft">{app.actors.names}</span> {actor.names.join(" · ")}
        </p>
      )}
      {(actor.roles ?? []).length === 0 ? null : (
        <p>
          <span className="soft">{app.actors.roles}</span> {actor.roles?.join(" · ")}
        </p>
      )}
      {actor.side == null ? null : (
        <p>
          <span className="soft">{app.actors.side}</span> {actor.side}
        </p>
      )}
      <Part title={app.actors.over} count={positions.length}>
        {positions.length === 0 ? <Nothing>{app.states.nothing}</Nothing> : null}
        {[...claims].map(([claim, all]) => (
          <article key={claim} className="claim">
            <div className="claim-head">
              <h3>
                <Link className="what" href={claimLink(claim)}>
                  {all[0]?.proposition}
                </Link>
              </h3>
              {all[0] === undefined ? null : <Status of={all[0].status} />}
            </div>
            <ol className="path">
              {all.map((one) => (
                <Stood
                  key={`${one.document} ${one.statement} ${one.evidence.start}`}
                  one={one}
                  turn={turned.has(`${one.claim} ${one.statement}`)}
                />
              ))}
            </ol>
          </article>
        ))}
      </Part>
      <DecisionHistory about={actor.id} quiet />
    </>
  );
}

function Stood({ one, turn }: { readonly one: ActorPosition; readonly turn: boolean }) {
  const { app, words } = useWords();
  const column = columnOf[one.position];
  return (
    <li className={`entry c-${column}`}>
      <p className="who">
        <span className="stand">
          <Glyph of={column} /> {words.positions[one.position]}
        </span>{" "}
        {turn ? <span className="status">{app.actors.turn}</span> : null} <When value={one.published} />
        {one.through.length === 0 ? null : (
          <span className="soft">
            {" "}
            {words.via} {one.through.map((link) => speakerName(words, link, undefined)).join(" › ")}
          </span>
        )}
      </p>
      <Quoted text={one.evidence.text} />
      <p className="where">
        <Link href={readerLink(one.document, one.statement)}>{articleName(one)}</Link>
      </p>
    </li>
  );
}
