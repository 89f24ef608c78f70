import type { DossierActor } from "../dossier.ts";
import { formatNumber } from "../words/format.ts";
import { columnOf, columns } from "../words/words.ts";
import { articleLink, type Context, glyph, speakerName } from "./context.ts";
import { html, type Markup } from "./tag.ts";

/** Who speaks: names, what they take positions on, and where. */
export function actorsMarkup(context: Context): Markup {
  const { actors } = context.dossier;
  const first = actors.filter((actor) => actor.contests.length > 0 || actor.articles.length > 1);
  const shown = first.length > 0 ? first : actors;
  const rest =
    first.length > 0 ? actors.filter((actor) => actor.contests.length === 0 && actor.articles.length < 2) : [];
  return html`${actorTable(context, shown)}${
    rest.length === 0
      ? null
      : html`<details class="folded"><summary>${context.words.more(rest.length)}</summary>${actorTable(context, rest)}</details>`
  }`;
}

function actorTable(context: Context, actors: readonly DossierActor[]): Markup {
  const { words } = context;
  return html`<div class="scroll" tabindex="0"><table class="actors">
<caption class="hidden">${words.sections.actors}</caption>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.kind}</th><th scope="col" class="num">${words.statements}</th>${columns.map(
    (column) => html`<th scope="col" class="num">${glyph(column)} ${words.columns[column]}</th>`,
  )}<th scope="col">${words.contests}</th><th scope="col">${words.article}</th></tr></thead>
<tbody>
${actors.map((actor) => actorRow(context, actor))}</tbody></table></div>
`;
}

function actorRow(context: Context, actor: DossierActor): Markup {
  const { words } = context;
  const counts = columns.map((column) => {
    const total = Object.entries(actor.positions).reduce(
      (sum, [position, count]) => (columnOf[position as keyof typeof columnOf] === column ? sum + count : sum),
      0,
    );
    return html`<td class="num">${total === 0 ? html`<span class="nil">0</span>` : formatNumber(words, total)}</td>`;
  });
  const names = actor.names.slice(0, 6);
  return html`<tr><th scope="row">${speakerName(context, actor, actor.articles[0] ?? null)}${
    names.length === 0 ? null : html`<span class="also theirs">${names.join(" · ")}</span>`
  }</th><td>${actor.kind === null ? null : words.kinds[actor.kind]}</td><td class="num">${formatNumber(words, actor.statements)}</td>${counts}<td class="links">${actor.contests.map(
    (claim) =>
      html`<a class="claim-no" href="#${claim}" aria-label="${words.backToClaim(claim.slice(1))}">${claim.slice(1)}</a> `,
  )}</td><td class="links">${actor.articles.map((article) => html`${articleLink(context, article, `a${article}`, null)} `)}</td></tr>
`;
}
