import type { DossierClaim } from "../dossier.ts";
import { quotes } from "../quotes.ts";
import { remarkOf, weightOf } from "../sentences.ts";
import {
  type Bracket,
  carriersOf,
  columnsOf,
  type Entry,
  hasPositions,
  isNarration,
  partedBy,
  shapeOf,
  wordedBy,
} from "../view.ts";
import { type Column, columns } from "../words/words.ts";
import { articleLink, articleName, type Context, glyph, reasonMarkup, speakerName, theirs } from "./context.ts";
import { provenanceMarkup } from "./provenance.ts";
import { html, type Markup } from "./tag.ts";

/** A claim with its positions side by side: affirm, hedged, deny, no commitment, always in this order. */
export function claimMarkup(context: Context, claim: DossierClaim): Markup {
  const { words } = context;
  const sorted = columnsOf(claim);
  return html`<article class="claim" id="${claim.anchor}" aria-labelledby="${claim.anchor}-h">
<h3 id="${claim.anchor}-h"><span class="claim-no">${claim.number}</span> ${proposition(context, claim)}</h3>
${wordedMarkup(context, claim)}<div class="cols k${shapeOf(claim)}">
${columns.map((column) => columnMarkup(context, claim, column, sorted[column]))}</div>
${provenanceMarkup(context, claim)}${rivals(context, claim)}</article>
`;

  function columnMarkup(_: Context, of: DossierClaim, column: Column, brackets: readonly Bracket[]): Markup {
    const filled = hasPositions(of, column);
    const { told, loose, count } = partedBy(brackets);
    return html`<section class="col c-${column}${filled ? "" : " void"}"><h4>${glyph(column)} ${words.columns[column]}</h4>
${filled ? html`<p class="weight">${weightOf(of, column, words)}</p>` : html`<p class="weight">${words.noOne}</p>`}
${told.map((bracket) => bracketMarkup(context, bracket))}${loose.length === 0 ? null : looseMarkup(context, loose, count)}</section>
`;
  }
}

function looseMarkup(context: Context, loose: readonly Bracket[], count: number): Markup {
  return html`<details class="loose"><summary>${context.words.looseCount(count)}</summary>
${loose.map((bracket) => bracketMarkup(context, bracket))}</details>
`;
}

/** The sentence of a claim, in the voice it is in: an article's words in serif, ours in sans. */
export function proposition(context: Context, claim: DossierClaim): Markup {
  if (!claim.verbatim) return html`<span class="ours">${claim.proposition}</span>`;
  const article = claim.positions.find((position) => quotes(position.evidence.text, claim.proposition))?.article;
  return theirs(context, article ?? null, claim.proposition);
}

/** What the sentence of a claim was made from, where it is no article's own words. */
function wordedMarkup(context: Context, claim: DossierClaim): Markup | null {
  const { words } = context;
  const position = wordedBy(claim);
  if (position === null) return null;
  const { article, mark, evidence } = position;
  return html`<p class="where worded"><span>${words.wordedBy}${words.colon}${theirs(context, article, evidence.text)} ${articleLink(context, article, mark ?? `a${article}`, null)} ${articleName(context, article)}</span></p>
`;
}

function bracketMarkup(context: Context, bracket: Bracket): Markup {
  const entries = html`<ul class="entries">
${bracket.entries.map((entry) => entryMarkup(context, entry))}</ul>
`;
  if (bracket.origin === null) return entries;
  const articles = new Set(bracket.entries.flatMap((entry) => entry.positions.map((position) => position.article)));
  return html`<div class="bracket"><details><summary>${context.words.countsOnce(context.words.inArticles(articles.size))}</summary>
${reasonMarkup(context, bracket.origin.because, null)}</details>
${entries}</div>
`;
}

function entryMarkup(context: Context, entry: Entry): Markup {
  const { words } = context;
  const first = entry.positions[0];
  const remark = remarkOf(entry, words);
  return html`<li><p class="who"><b>${speakerName(context, entry.speaker, first?.article ?? null)}</b>${chainMarkup(context, entry)}${remark === null ? null : html` <span class="hedge">${remark}</span>`}</p>
<blockquote><p>${theirs(context, first?.article ?? null, entry.words)}</p></blockquote>
<p class="where">${entry.positions.map((position, index) => html`${index > 0 ? " " : ""}<span>${articleLink(context, position.article, position.mark ?? `a${position.article}`, position.anchor)} ${articleName(context, position.article)}</span>`)}</p></li>
`;
}

function chainMarkup(context: Context, entry: Entry): Markup | null {
  const carriers = carriersOf(entry.chain, entry.speaker);
  if (carriers.length === 0) return null;
  const article = entry.positions[0]?.article ?? null;
  const names = carriers.map((carrier) => speakerName(context, carrier, article));
  return html` <span class="chain">${context.words.via} ${names.join(" › ")}</span>`;
}

function rivals(context: Context, claim: DossierClaim): Markup | null {
  const links = claim.rivals.flatMap(
    (id) => context.dossier.claims.find((other) => other.id === id && !isNarration(other)) ?? [],
  );
  if (links.length === 0) return null;
  return html`<p class="rivals">${context.words.rivals}${context.words.colon}${links.map(
    (rival, index) =>
      html`${index > 0 ? ", " : ""}<a href="#${rival.anchor}">${context.words.backToClaim(String(rival.number))}</a>`,
  )}</p>
`;
}

/** Claims in one line each, for what needs no columns. */
export function claimTable(context: Context, claims: readonly DossierClaim[], caption: string): Markup {
  const { words } = context;
  return html`<div class="scroll" tabindex="0"><table class="lines">
<caption>${caption}</caption>
<thead><tr><th scope="col">${words.claim}</th><th scope="col">${words.speaker}</th><th scope="col">${words.article}</th></tr></thead>
<tbody>
${claims.map((claim) => claimRow(context, claim))}</tbody></table></div>
`;
}

function claimRow(context: Context, claim: DossierClaim): Markup {
  const sorted = columnsOf(claim);
  const speakers = columns.flatMap((column) => {
    const entries = sorted[column].flatMap((bracket) => bracket.entries);
    const names = new Set(
      entries.map((entry) => speakerName(context, entry.speaker, entry.positions[0]?.article ?? null)),
    );
    return [...names].map(
      (name) =>
        html`<span class="stand">${glyph(column)} <span class="hidden">${context.words.columns[column]}</span> ${name}</span> `,
    );
  });
  const links = claim.positions.map(
    (position) =>
      html`${articleLink(context, position.article, position.mark ?? `a${position.article}`, position.anchor)} `,
  );
  return html`<tr id="${claim.anchor}"><th scope="row"><span class="claim-no">${claim.number}</span> ${proposition(context, claim)}</th><td>${speakers}</td><td class="links">${links}</td></tr>
`;
}
