import type { DossierRevision, DossierTurn } from "../dossier.ts";
import { formatDay, formatHour } from "../words/format.ts";
import { columnOf, type Words } from "../words/words.ts";
import { articleLink, articleName, type Context, glyph, reasonMarkup, speakerName, theirs } from "./context.ts";
import { html, type Markup } from "./tag.ts";

/** How many changes of one step are told before the rest is folded. */
const shown = 12;

/** Page by page, what was added, withdrawn, hedged, hardened, counted otherwise, denied or given to somebody else. */
export function revisionsMarkup(context: Context): Markup {
  return html`${context.dossier.revisions.map((revision) => revisionMarkup(context, revision))}`;
}

function revisionMarkup(context: Context, { anchor, from, to, at, changes }: DossierRevision): Markup {
  const { words } = context;
  const items = changes.map((change) => changeMarkup(context, change));
  return html`<section class="revision" id="${anchor}"><h3>${articleName(context, to)} ${articleLink(context, from, `a${from}`, null)} → ${articleLink(context, to, `a${to}`, null)}</h3>
<p class="note">${at === null ? words.notKnown : moment(words, at)}</p>
${items.length === 0 ? html`<p class="empty">${words.noChange}</p>` : html`<ul class="changes">${items.slice(0, shown)}</ul>`}${
  items.length > shown
    ? html`<details class="folded"><summary>${words.more(items.length - shown)}</summary><ul class="changes">${items.slice(shown)}</ul></details>`
    : null
}</section>
`;
}

function changeMarkup(context: Context, { kind, before, after, because }: DossierRevision["changes"][number]): Markup {
  const { words } = context;
  const one = after ?? before;
  const told = (sign: string, word: string, item: typeof before): Markup | null =>
    item === null
      ? null
      : html`<p class="told ${sign === "−" ? "gone" : "new"}"><span class="sign" aria-hidden="true">${sign}</span> <span class="hidden">${word}</span> ${theirs(context, item.article, item.spans.map(({ text }) => text).join(" … "))} ${articleLink(context, item.article, item.mark ?? `a${item.article}`, null)}</p>`;
  return html`<li><p class="who"><b>${words.changes[kind]}</b> ${one === null ? null : speakerName(context, one.speaker, one.article)}</p>
${told("−", words.before, before)}${told("+", words.after, after)}${reasonMarkup(context, because, null)}</li>
`;
}

/** Who stood on one side of a claim first and on the other later. */
export function turnsMarkup(context: Context): Markup | null {
  const { words, dossier } = context;
  if (dossier.turns.length === 0) return null;
  return html`<section class="turns"><h3>${words.turns}</h3><ul>${dossier.turns.slice(0, 40).map((turn) => turnMarkup(context, turn))}</ul></section>
`;
}

function turnMarkup(context: Context, { speaker, claim, from, to }: DossierTurn): Markup {
  const { words } = context;
  const side = ({ position, when, article, target }: DossierTurn["from"]): Markup =>
    html`<span class="stand">${glyph(columnOf[position])} ${words.positions[position]}</span> ${when === null ? null : html`<span class="clock">${moment(words, when)}</span>`} ${articleLink(context, article, target, null)}`;
  return html`<li><b>${speakerName(context, speaker, to.article)}</b> <a class="claim-no" href="#${claim}" aria-label="${words.backToClaim(claim.slice(1))}">${claim.slice(1)}</a> ${side(from)} <span aria-hidden="true">↻</span> ${side(to)}</li>
`;
}

export function moment(words: Words, when: string): string {
  return [formatDay(words, when), formatHour(words, when)].filter((part) => part !== "").join(", ");
}
