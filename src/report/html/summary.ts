import type { DossierClaim } from "../dossier.ts";
import { apartSentence, introSentence, standingSentence } from "../sentences.ts";
import { disagreements, type Parts } from "../view.ts";
import { proposition } from "./claims.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./tag.ts";

/** How many items of each kind the summary names before it points to the section. */
const named = 5;

/** In plain sentences: what is contested and by whom, what nobody disputes, what rests on one origin, which figures lie apart. */
export function summaryMarkup(context: Context, parts: Parts): Markup {
  const { words, dossier } = context;
  const apart = disagreements(dossier);
  return html`<p class="intro">${introSentence(dossier, words)}</p>
${block(context, words.isContested, "contested", parts.contested, words.nothingContested)}
${
  apart.length === 0
    ? null
    : html`<section class="sum"><h3>${words.figuresDisagree}</h3><ul>
${apart.slice(0, named).map(
  ({
    group,
  }) => html`<li><a href="#${group.anchor}">${group.quantity}</a>${words.colon}${apartSentence(dossier, group, words)}</li>
`,
)}${more(context, apart.length, "figures")}</ul></section>`
}
${block(context, words.restsOnOne, "single", parts.singleOrigin, words.nothingSingle)}
${block(context, words.nobodyDisputes, "undisputed", parts.undisputed, words.nothingUndisputed)}`;
}

function block(context: Context, title: string, target: string, claims: readonly DossierClaim[], none: string): Markup {
  const { words, dossier } = context;
  if (claims.length === 0) return html`<section class="sum"><h3>${title}</h3><p class="empty">${none}</p></section>`;
  return html`<section class="sum"><h3>${title}</h3><ul>
${claims.slice(0, named).map(
  (
    claim,
  ) => html`<li><a href="#${claim.anchor}">${proposition(context, claim)}</a> <span class="standing">${standingSentence(dossier, claim, words)}</span></li>
`,
)}${more(context, claims.length, target)}</ul></section>`;
}

function more(context: Context, total: number, target: string): Markup | null {
  return total > named
    ? html`<li class="more"><a href="#${target}">${context.words.more(total - named)}</a></li>
`
    : null;
}
