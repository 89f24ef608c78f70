import { Link } from "wouter";
import { quotes } from "../../../src/report/quotes.ts";
import { formatDay, formatHour } from "../../../src/report/words/format.ts";
import type { Moment } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { claimLink, readerLink, speakerName, storyLink } from "./articles.ts";
import { Nothing } from "./states.tsx";

const lanes = ["happened", "said", "published"] as const;

/** Three lanes, happened, said, published, a row a day; a date known only to the month or year is a bar. */
export function Lanes({ moments }: { readonly moments: readonly Moment[] }) {
  const { app, words } = useWords();
  if (moments.length === 0) return <Nothing>{app.timeline.none}</Nothing>;
  const days = Map.groupBy(moments, ({ when }) => dayOf(when));
  return (
    <div className="scroll">
      <table className="lanes">
        <caption>{app.timeline.imprecise}</caption>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            {lanes.map((lane) => (
              <th key={lane} scope="col">
                {words.lanes[lane]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...days].map(([day, all]) => (
            <tr key={day}>
              <th scope="row">{formatDay(words, day)}</th>
              {lanes.map((lane) => (
                <td key={lane} data-lane={words.lanes[lane]}>
                  <ul>
                    {all
                      .filter((moment) => moment.lane === lane)
                      .map((moment, index) => (
                        // Two may say the same words of the same sentence; the order is that of the list.
                        // biome-ignore lint/suspicious/noArrayIndexKey: they don't move
                        <MomentLine key={index} moment={moment} />
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The day or days of a moment: an evening is of one day. */
function dayOf(when: string): string {
  const [from, to] = when.replace(/T[^/]*/g, "").split("/");
  return to === undefined || to === from ? (from ?? "") : `${from}/${to}`;
}

function MomentLine({ moment }: { readonly moment: Moment }) {
  const { words } = useWords();
  const { lane, when, text, speaker, claim, story, document, evidence } = moment;
  const title = lane === "happened" && claim === null;
  const theirs = lane === "said" || title || (evidence !== null && quotes(evidence.text, text));
  const precise = /^\d{4}-\d{2}-\d{2}/.test(when) && !when.includes("/");
  const hour = formatHour(words, when);
  const href =
    claim !== null
      ? claimLink(claim)
      : document !== null
        ? readerLink(document)
        : story !== null
          ? storyLink(story)
          : "/";
  return (
    <li>
      <span className={precise ? "point" : "stretch"} aria-hidden="true" />
      {hour === "" ? null : <span className="num soft">{hour} </span>}
      {speaker === null ? null : (
        <>
          <b>{speakerName(words, speaker, undefined)}</b>
          {words.colon}
        </>
      )}
      <Link className={theirs ? "theirs what" : "what"} href={href}>
        {text.length > 240 ? `${text.slice(0, 239)}…` : text}
      </Link>
    </li>
  );
}
