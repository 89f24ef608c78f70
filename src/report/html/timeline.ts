import type { TimelineItem } from "../dossier.ts";
import { formatDay, formatHour } from "../words/format.ts";
import { articleLink, articleName, type Context, speakerName, theirs } from "./context.ts";
import { html, type Markup } from "./tag.ts";

const lanes = ["happened", "said", "published"] as const;

/** Three lanes, day by day: what happened, what was said of it, what was published. */
export function timelineMarkup(context: Context): Markup {
  const { words, dossier } = context;
  if (dossier.timeline.length === 0) return html`<p class="empty">${capital(words.noDate)}.</p>`;
  const days = Map.groupBy(dossier.timeline, (item) => dayOf(item.when));
  return html`<div class="scroll" tabindex="0"><table class="timeline">
<caption class="hidden">${words.sections.timeline}</caption>
<thead><tr><th scope="col">${words.when}</th>${lanes.map((lane) => html`<th scope="col">${words.lanes[lane]}</th>`)}</tr></thead>
<tbody>
${[...days].map(
  ([
    day,
    items,
  ]) => html`<tr><th scope="row">${formatDay(words, day)}</th>${lanes.map((lane) => html`<td>${laneMarkup(context, items, lane)}</td>`)}</tr>
`,
)}</tbody></table></div>
`;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The day or days a time lies in: `2025-03-14`, or `2025-03-13/2025-03-14` for a night. */
function dayOf(when: string): string {
  const [from = "", to] = when.split("/").map((end) => end.replace(/T.*$/, ""));
  return to === undefined || to === from ? from : `${from}/${to}`;
}

/** `09:12`, `18:00–23:59`; empty for whole days. */
function clockOf(context: Context, when: string): string {
  const hours = when.split("/").map((end) => formatHour(context.words, end));
  return hours.includes("") ? "" : hours.join("–");
}

function laneMarkup(context: Context, items: readonly TimelineItem[], lane: TimelineItem["lane"]): Markup | null {
  const here = items
    .filter((item) => item.lane === lane)
    .sort((a, b) => (hour(a) < hour(b) ? -1 : hour(a) > hour(b) ? 1 : 0));
  if (here.length === 0) return null;
  const gathered =
    lane === "said"
      ? [...Map.groupBy(here, (item) => `${hour(item)} ${item.speaker?.id}`).values()]
      : here.map((item) => [item]);
  return html`<ul>${gathered.map((group) => itemMarkup(context, group))}</ul>`;
}

const hour = (item: TimelineItem): string => item.when.slice(11, 16);

/** A point for a time of day, a bar for a whole day or longer. */
function itemMarkup(context: Context, group: readonly TimelineItem[]): Markup | null {
  const item = group[0];
  if (!item) return null;
  const time = clockOf(context, item.when);
  const sign = html`<span class="${time === "" || item.when.includes("/") ? "bar" : "point"}" aria-hidden="true"></span>`;
  const clock = time === "" ? null : html`<span class="clock">${time}</span> `;
  if (item.lane === "said") {
    const links = group.map(
      (one) => html` ${one.article === null ? null : articleLink(context, one.article, one.target, null)}`,
    );
    const name = item.speaker === null ? item.text : speakerName(context, item.speaker, item.article);
    return html`<li>${sign}${clock}${name}${links}</li>`;
  }
  if (item.article !== null)
    return html`<li>${sign}${clock}${articleLink(context, item.article, item.target, null)} ${articleName(context, item.article)}</li>`;
  return html`<li>${sign}${clock}<a href="#${item.target}">${item.verbatim ? theirs(context, null, item.text) : item.text}</a></li>`;
}
