import type { DossierFigure, DossierFigureGroup } from "../dossier.ts";
import { formatFactor, scopeOf, valueText } from "../sentences.ts";
import { factorOf } from "../view.ts";
import { formatNumber } from "../words/format.ts";
import { type Axis, axisOf } from "./axis.ts";
import { articleLink, type Context, reasonMarkup, speakerName, theirs } from "./context.ts";
import { html, type Markup } from "./tag.ts";

/** What can be compared on an axis of its own; what can't, beneath, with the reason. */
export function figuresMarkup(context: Context): Markup {
  const groups = context.dossier.figures;
  const comparable = groups.filter((group) => group.relation !== "not-comparable" && group.members.length > 1);
  const apart = groups.filter((group) => group.relation === "not-comparable");
  return html`${comparable.length === 0 ? html`<p class="empty">${context.words.nothingFigures}</p>` : null}
${comparable.map((group) => groupMarkup(context, group))}
${
  apart.length === 0
    ? null
    : html`<h3>${capital(context.words.relations["not-comparable"])}</h3>
<div class="apart">${apart.map((group) => apartMarkup(context, group))}</div>`
}`;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function groupMarkup(context: Context, group: DossierFigureGroup): Markup {
  const { words } = context;
  const axis = axisOf(group.members);
  const factor = factorOf(context.dossier, group);
  const scopes = new Set(group.members.map((member) => scopeOf(member, words)).filter((scope) => scope !== ""));
  return html`<section class="figures" id="${group.anchor}"><h3>${group.quantity}</h3>
<p class="note">${group.relation === "part-of" ? html`${capital(words.relations["part-of"])}. ` : null}${scopes.size === 0 ? null : html`${words.scope}${words.colon}${[...scopes].join(" · ")}. `}${factor > 1 && Number.isFinite(factor) ? html`<strong>${capital(words.factor(formatFactor(words, factor)))}.</strong>` : null}</p>
<div class="scroll" tabindex="0"><table class="chart">
<caption class="hidden">${group.quantity}</caption>
<thead><tr><th scope="col">${words.speaker}</th><th scope="col" class="num">${words.value}</th><th scope="col" class="axis"><span class="hidden">${words.axis}</span>${axisMarkup(context, axis)}</th><th scope="col">${words.words}</th><th scope="col">${words.article}</th></tr></thead>
<tbody>
${rowsOf(context, group).map((row) => rowMarkup(context, row, axis))}</tbody></table></div>
<details class="why"><summary>${words.relations[group.relation]}</summary>${reasonMarkup(context, group.because, null)}</details></section>
`;
}

type Row = { readonly name: string; readonly members: readonly DossierFigure[]; readonly first: DossierFigure };

/** One row for each speaker and value; the articles that repeat it share the row. */
function rowsOf(context: Context, group: DossierFigureGroup): Row[] {
  const rows = Map.groupBy(group.members, (member) => {
    const name = speakerName(context, member.speaker, member.article);
    return `${name}\n${member.bound}\n${member.value}\n${member.upper}\n${scopeOf(member, context.words)}`;
  });
  return [...rows].flatMap(([key, members]): Row[] => {
    const first = members[0];
    return first ? [{ name: key.split("\n")[0] ?? "", members, first }] : [];
  });
}

function rowMarkup(context: Context, row: Row, axis: Axis): Markup {
  return html`<tr${isEarlier(context, row) ? html` class="earlier"` : null}><th scope="row">${row.name}${isEarlier(context, row) ? html` <span class="hedge">${context.words.earlierVersion}</span>` : null}</th><td class="num">${valueText(row.first, context.words)}</td><td class="axis">${dotMarkup(row.first, axis)}</td><td>${theirs(context, row.first.article, verbatim(row.first))}</td><td class="links">${links(context, row.members)}</td></tr>
`;
}

/** The words of the figure, and what is counted where they do not hold it. */
function verbatim({ text, what }: DossierFigure): string {
  return what === "" || text.includes(what) ? text : `${text} · ${what}`;
}

/** True where only earlier versions of articles say it. */
function isEarlier(context: Context, row: Row): boolean {
  return row.members.every((member) => (context.dossier.articles[member.article - 1]?.replacedBy ?? null) !== null);
}

function links(context: Context, members: readonly DossierFigure[]): Markup[] {
  return members.map(
    (member) => html`${articleLink(context, member.article, member.mark ?? `a${member.article}`, member.anchor)} `,
  );
}

function axisMarkup(context: Context, axis: Axis): Markup {
  const ticks = axis.ticks.map((tick) => {
    const at = axis.place(tick);
    const anchor = at > 90 ? "end" : at < 5 ? "start" : "middle";
    return html`<line x1="${at}%" x2="${at}%" y1="18" y2="24"/><text x="${at}%" y="13" text-anchor="${anchor}">${formatNumber(context.words, tick)}</text>`;
  });
  return html`<svg class="plot" aria-hidden="true" focusable="false" width="100%" height="24"><line x1="0%" x2="100%" y1="23.5" y2="23.5"/>${ticks}</svg>`;
}

/** A full dot for an exact value, a hollow one for `about`, an arrow for a bound, a line with two ends for a range. */
function dotMarkup(figure: DossierFigure, axis: Axis): Markup {
  const at = axis.place(figure.value);
  const end = figure.upper === null ? null : axis.place(figure.upper);
  const range =
    end === null
      ? null
      : html`<line class="range" x1="${at}%" x2="${end}%" y1="12" y2="12"/><circle class="dot" cx="${end}%" cy="12" r="4.5"/>`;
  const arrow =
    figure.bound === "at-least"
      ? html`<svg class="over" x="${at}%" y="12"><path class="arrow" d="M5 0h26m-6-4 6 4-6 4"/></svg>`
      : figure.bound === "at-most"
        ? html`<svg class="over" x="${at}%" y="12"><path class="arrow" d="M-5 0h-26m6-4-6 4 6 4"/></svg>`
        : null;
  const kind = figure.bound === "about" ? "dot hollow" : "dot";
  return html`<svg class="plot" aria-hidden="true" focusable="false" width="100%" height="24"><line class="base" x1="0%" x2="100%" y1="12" y2="12"/>${range}${arrow}<circle class="${kind}" cx="${at}%" cy="12" r="4.5"/></svg>`;
}

function apartMarkup(context: Context, group: DossierFigureGroup): Markup {
  return html`<section class="set-apart" id="${group.anchor}"><h4>${group.quantity}</h4>
${reasonMarkup(context, group.because, null)}
<ul>
${rowsOf(context, group).map(
  (
    row,
  ) => html`<li><span class="num">${valueText(row.first, context.words)}</span> <b>${row.name}</b>${scopeText(context, row.first)} ${theirs(context, row.first.article, verbatim(row.first))} ${links(context, row.members)}</li>
`,
)}</ul></section>
`;
}

function scopeText(context: Context, figure: DossierFigure): string {
  const scope = scopeOf(figure, context.words);
  return scope === "" ? "" : ` (${scope})`;
}
