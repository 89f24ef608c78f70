import type { DossierEvidence, DossierQuestion } from "../dossier.ts";
import { formatDate, formatList, formatNumber } from "../words/format.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./tag.ts";

/** Each question with its explanations, its matrix, and what changes if a source is wrong. */
export function questionsMarkup(context: Context): Markup {
  const { dossier, words } = context;
  const { hypotheses } = words;
  const legend = Object.entries(hypotheses.ratings);
  return html`<p class="note">${hypotheses.method} ${legend.map(([code, word], index) => html`${index > 0 ? ", " : ""}<b>${code}</b> ${word}`)}.</p>
${dossier.questions.map((question) => questionMarkup(context, question))}`;
}

function questionMarkup(context: Context, question: DossierQuestion): Markup {
  const { words } = context;
  const { anchor, text, by, at, hypotheses, least } = question;
  const asked = html`<p class="note">${words.hypotheses.asked(by, formatDate(words, at))}</p>`;
  if (hypotheses.length === 0) {
    return html`<article class="question" id="${anchor}"><h3>${text}</h3>
${asked}<p class="empty">${words.hypotheses.none}</p></article>
`;
  }
  return html`<article class="question" id="${anchor}"><h3>${text}</h3>
${asked}<ol class="puts">${hypotheses.map(
    (one) =>
      html`<li><b>${one.label}</b> ${one.text} ${claimLink(context, one.claim)}${least.includes(one.label) ? html` <strong class="least">${words.hypotheses.least}</strong>` : null}</li>
`,
  )}</ol>
${question.evidence.length === 0 ? html`<p class="empty">${words.hypotheses.noEvidence}</p>` : matrixMarkup(context, question)}
${sensitivityMarkup(context, question)}</article>
`;
}

function matrixMarkup(context: Context, { hypotheses, evidence, text, least }: DossierQuestion): Markup {
  const { words } = context;
  return html`<div class="scroll" tabindex="0"><table class="matrix">
<caption class="hidden">${text}</caption>
<thead><tr><th scope="col">${words.hypotheses.evidence}</th><th scope="col" class="num">${words.hypotheses.weight}</th>${hypotheses.map(
    (one) => html`<th scope="col" class="cell"><span title="${one.text}">${one.label}</span></th>`,
  )}</tr></thead>
<tbody>
${evidence.map((one) => evidenceRow(context, one))}</tbody>
<tfoot><tr><th scope="row">${words.hypotheses.score}</th><td></td>${hypotheses.map(
    ({ label, against }) =>
      html`<td class="cell"><b${least.includes(label) ? html` class="least"` : null}>${formatNumber(words, round(against))}</b></td>`,
  )}</tr></tfoot></table></div>
`;
}

function evidenceRow(context: Context, one: DossierEvidence): Markup {
  const { words } = context;
  const about = [
    one.roots.length === 0 ? null : words.hypotheses.rests(formatList(words, one.roots)),
    one.sources.length === 0 ? null : formatList(words, one.sources),
  ].filter((part) => part !== null);
  return html`<tr><th scope="row"><b>${one.label}</b> ${one.text} ${claimLink(context, one.claim)}${
    about.length === 0 ? null : html`<span class="also">${about.join(" · ")}</span>`
  }</th><td class="num">${formatNumber(words, round(one.weight))}</td>${one.cells.map(({ given, disagree }) => {
    const [first] = given;
    if (first === undefined) return html`<td class="cell"><span class="nil">–</span></td>`;
    const agreed = given.every(({ rating }) => rating === first.rating);
    const shown = agreed
      ? html`<b>${first.rating}</b>`
      : given.map(({ by, rating }) => html`<span class="by"><b>${rating}</b> ${by}</span>`);
    return html`<td class="cell r-${first.rating}">${shown}${disagree ? html`<span class="by">${words.hypotheses.disagree}</span>` : null}</td>`;
  })}</tr>
`;
}

function sensitivityMarkup(context: Context, { without, least }: DossierQuestion): Markup | null {
  const { hypotheses } = context.words;
  if (without.length === 0 || least.length === 0) return null;
  const turning = without.filter(({ same }) => !same);
  return html`<section class="sensitivity"><h4>${hypotheses.sensitivity}</h4>
${
  turning.length === 0
    ? html`<p>${hypotheses.steady(without.length)}</p>`
    : html`<ul>${turning.map(({ source, least: then }) => html`<li>${hypotheses.turns(source, formatList(context.words, then))}</li>`)}</ul>`
}</section>
`;
}

/** Two decimals are more than such judgements are worth. */
const round = (value: number): number => Math.round(value * 100) / 100;

function claimLink({ words }: Context, anchor: string | null): Markup | null {
  if (anchor === null) return null;
  const number = anchor.slice(1);
  return html`<a class="claim-no" href="#${anchor}" aria-label="${words.backToClaim(number)}">${number}</a>`;
}
